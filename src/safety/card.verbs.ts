import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { CardWords } from './safety.input.ts'
import { dutyList, whoCanBeAsked } from './safety.queries.ts'
import { standingChanged } from './standing.ts'

export function theCard(work: Work) {
  return work.db.selectFrom('crisis_cards').selectAll().executeTakeFirstOrThrow()
}

export function cardNumbers(work: Work) {
  return work.db.selectFrom('crisis_numbers').selectAll().orderBy('place').orderBy('id').execute()
}

/** The whole card at once: what is sent is what stands on it. Two administrators at once: the second is told, and keeps what they typed. */
export async function changeCard(work: Work, { numbers, ...words }: CardWords, revision: number | undefined): Promise<void> {
  const half = numbers.findIndex(({ label, number, note }) => (label === undefined) !== (number === undefined) || (note !== undefined && number === undefined))
  if (half >= 0) throw refuse('safety-number-half', {}, `numbers.${half}.${numbers[half]?.label === undefined ? 'label' : 'number'}`)
  const changed = await work.db.updateTable('crisis_cards').set((row) => ({
    on_self_harm: words.onSelfHarm ?? '', on_threat: words.onThreat ?? '', on_child: words.onChild ?? '', on_against: words.onAgainst ?? '',
    for_everybody: words.forEverybody ?? '', on_duty_here: words.onDutyHere ?? '', outing_days: words.outingDays, revision: row('revision', '+', 1) })).where('revision', '=', revision ?? 0).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('safety-card-meanwhile')
  await work.db.deleteFrom('crisis_numbers').execute()
  await addNumbers(work, numbers)
  standingChanged()
}

/** The numbers that a service begins with. */
export async function foundCard(work: Work, { numbers, onDutyHere }: Pick<CardWords, 'numbers' | 'onDutyHere'>): Promise<void> {
  await addNumbers(work, numbers)
  await work.db.updateTable('crisis_cards').set({ on_duty_here: onDutyHere ?? '' }).execute()
  standingChanged()
}

async function addNumbers(work: Work, numbers: CardWords['numbers']): Promise<void> {
  for (const [place, { label, number, note = '', forEverybody }] of numbers.entries()) {
    if (label === undefined || number === undefined) continue
    await work.db.insertInto('crisis_numbers').values({ id: await work.newId(), place, label, number, note, for_everybody: forEverybody }).execute()
  }
}

/** Puts a colleague at the end of the duty list: somebody of the helping professions, for whoever is asked reads what was said. */
export async function addToDuty(work: Work, entry: { colleagueId: number, minutes: number, shown: boolean }): Promise<void> {
  const list = await dutyList(work)
  if (list.some(({ colleague_id: id }) => id === entry.colleagueId)) throw refuse('safety-on-the-list')
  if ((await whoCanBeAsked(work, [entry.colleagueId])).length === 0) throw refuse('safety-cannot-be-asked')
  await work.db.insertInto('duty_entries').values({
    id: await work.newId(), public_id: work.newPublicId(), colleague_id: entry.colleagueId, place: (list.at(-1)?.place ?? 0) + 1, minutes: entry.minutes, shown_to_everybody: entry.shown }).execute()
  standingChanged()
}

export async function takeOffDuty(work: Work, publicId: string): Promise<void> {
  const gone = await work.db.deleteFrom('duty_entries').where('public_id', '=', publicId).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw refuse('not-found')
  standingChanged()
}

/** One place earlier; the first stays first. */
export async function moveEarlier(work: Work, publicId: string): Promise<void> {
  const list = await dutyList(work)
  const at = list.findIndex((one) => one.public_id === publicId)
  const [entry, before] = [list[at], list[at - 1]]
  if (!entry) throw refuse('not-found')
  if (!before) return
  await work.db.updateTable('duty_entries').set({ place: before.place }).where('id', '=', entry.id).execute()
  await work.db.updateTable('duty_entries').set({ place: entry.place }).where('id', '=', before.id).execute()
  standingChanged()
}
