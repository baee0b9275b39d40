import type { Day } from '../platform/day.ts'
import { refuse, refuseFields } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { faultsOf, type ServiceFacts, type UnitKind } from './service.ts'
import { t } from './words.ts'

/** Writes down the service itself, once: its name, time zone, languages, holidays. */
export async function foundService(work: Work, facts: ServiceFacts): Promise<void> {
  await work.db.insertInto('services').values({
    id: 1, name: facts.name, time_zone: facts.timeZone, languages: facts.languages, holidays: facts.holidays, codes_required: facts.codesRequired }).execute()
}

/** Changes the service's own facts. Two administrators at once: the second sees that somebody saved before, and keeps what they typed. */
export async function changeService(work: Work, facts: ServiceFacts, revision: number | undefined): Promise<void> {
  const faults = faultsOf(facts)
  if (faults.length > 0) throw refuseFields(faults.map(({ field, says }) => ({ field, sentence: t(says) })))
  const changed = await work.db.updateTable('services').set((row) => ({
    name: facts.name, time_zone: facts.timeZone, languages: facts.languages, holidays: facts.holidays, codes_required: facts.codesRequired, revision: row('revision', '+', 1) }))
    .where('revision', '=', revision ?? 0).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('service-changed-meanwhile')
}

export type NewUnit = { name: string, kind: UnitKind }

export async function openUnit(work: Work, unit: NewUnit): Promise<number> {
  const id = await work.newId()
  try {
    await work.db.insertInto('units').values({ id, public_id: work.newPublicId(), name: unit.name, kind: unit.kind }).execute()
  } catch (fault) {
    if (violates(fault, 'units_name_key')) throw refuse('unit-name-taken')
    throw fault
  }
  return id
}

/** From today nobody new comes to this unit; who is there stays there until they move. */
export async function closeUnit(work: Work, publicId: string): Promise<void> {
  const closed = await work.db.updateTable('units').set({ closed_on: work.today }).where('public_id', '=', publicId).where('closed_on', 'is', null).executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw refuse('not-found')
}

/** A colleague joins the service. What they may see comes from appointments and assignments, not from this. */
export async function welcomeColleague(work: Work, colleague: { name: string, title: string, unitId?: number }): Promise<{ id: number, publicId: string }> {
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto('colleagues').values({ id, public_id: publicId, name: colleague.name, title: colleague.title, unit_id: colleague.unitId ?? null }).execute()
  return { id, publicId }
}

/** In a demonstration alone: pretend that it is another day, or the real one again. */
export async function pretendDay(work: Work, day: Day | undefined): Promise<void> {
  await work.db.updateTable('services').set({ clock_on: day ?? null }).execute()
}
