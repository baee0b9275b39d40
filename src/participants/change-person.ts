import { mayFor } from '../access/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { askErasure } from './erasure.verbs.ts'
import { paused, resumed } from './participant.ts'
import type { Needs, Particulars, Withdrawn } from './participants.input.ts'
import { answersOf, numberIsTaken, particularsOf, thePerson } from './participants.queries.ts'
import { languagesIn } from './languages/read-languages.ts'

/** Puts name, place and particulars right. The register follows where the coordinator of the unit does it; nobody else changes a number. */
export async function changeParticulars(work: Work, input: Particulars, shown?: number): Promise<void> {
  await mustWrite(work, 'identity_particulars')
  const before = await particularsOf(work, work.about)
  if (!before) throw refuse('not-found')
  if (input.bornOn && input.bornOn > work.today) throw refuse('person-born-ahead')
  const keepsRegister = await mayFor(work, 'write', 'register')
  const number = keepsRegister ? input.number ?? null : before.number
  if (number !== null && number !== before.number && await numberIsTaken(work, number)) throw refuse('person-number-taken', { number })
  await takeTurn(work, shown)
  await work.db.updateTable('identity_names').set({ name: input.name, meets_at: input.meetsAt ?? '' }).where('participant_id', '=', work.about).execute()
  await work.db.updateTable('identity_particulars').set({ number, born_on: input.bornOn ?? null, address: input.address ?? '', contacts: input.contacts ?? '' }).where('participant_id', '=', work.about).execute()
  if (!keepsRegister) return
  const born = input.bornOn ? Number(input.bornOn.slice(0, 4)) : null
  await work.db.updateTable('register_entries').set({ name: input.name, number, born_year: born }).where('participant_id', '=', work.about).execute()
}

/** What makes meeting possible, by the team or by the person. */
export async function sayNeeds(work: Work, participantId: number, input: Needs): Promise<void> {
  const needs = {
    languages: languagesIn(input.languages ?? ''), needs_interpreter: input.needsInterpreter,
    literacy: input.literacy ?? '', mobility: input.mobility ?? '' }
  const changed = await work.db.updateTable('access_needs').set(needs).where('participant_id', '=', participantId).executeTakeFirst()
  if (changed.numUpdatedRows === 1n) return
  await mustWrite(work, 'access_needs')
  await work.db.insertInto('access_needs').values({ participant_id: participantId, ...needs }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** The person said stop, to anybody: it is written at once, and needs neither a reason nor somebody's leave. */
export async function withdraw(work: Work, participantId: number, { purpose, ownWords }: Withdrawn): Promise<void> {
  await mustWrite(work, 'withdrawal')
  const standing = (await answersOf(work, participantId)).find((one) => one.purpose === purpose)
  if (standing?.withdrawn) throw refuse('nothing-to-withdraw')
  await work.db.insertInto('withdrawals').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, purpose, own_words: ownWords ?? '', withdrawn_at: work.now,
    recorded_by_kind: work.actor.kind, recorded_by: work.actor.id }).execute()
  work.saw(participantId)
  if (purpose === 'data') await askErasure(work, participantId, { cause: 'withdrawn', ownWords })
  if (purpose === 'programme') for (const follows of whatFollowsAStop) await follows(work, participantId)
}

type Follows = (work: Work, participantId: number) => Promise<void>

/** Port: what a stop ends at once belongs to rooms above this one, so the application hands it in at start. */
export function whenSomebodyStops(...follows: Follows[]): void {
  whatFollowsAStop = follows
}

let whatFollowsAStop: readonly Follows[] = []

export async function pausePerson(work: Work, reason: string): Promise<void> {
  await changeState(work, paused, reason)
  for (const follows of whatFollowsAPause) await follows(work, work.about, 'paused')
}

export async function resumePerson(work: Work, reason: string): Promise<void> {
  await changeState(work, resumed, reason)
  for (const follows of whatFollowsAPause) await follows(work, work.about, 'active')
}

type FollowsPause = (work: Work, participantId: number, now: 'paused' | 'active') => Promise<void>

/** Port: the plan rests with the person, and what was planned for the time of the pause ends with it; both belong to rooms above this one. */
export function whenSomebodyPauses(...follows: FollowsPause[]): void {
  whatFollowsAPause = follows
}

let whatFollowsAPause: readonly FollowsPause[] = []

async function changeState(work: Work, move: typeof paused, reason: string): Promise<void> {
  const person = await thePerson(work)
  await mustWrite(work, 'plan_dates')
  const state = move(person.state)
  const changed = await work.db.updateTable('participants').set((row) => ({ state, state_since: work.today, revision: row('revision', '+', 1) }))
    .where('id', '=', person.participant_id).where('state', '=', person.state).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('person-changed-meanwhile')
  await work.db.insertInto('participation_changes').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: person.participant_id, state, reason, changed_by: work.actor.id, changed_at: work.now }).execute()
}

/** Whoever may not write gets the answer that a stranger gets. */
export async function mustWrite(work: Work, record: string): Promise<void> {
  if (!await mayFor(work, 'write', record)) throw refuse('not-found')
}

/** Two who change the same person at once: the second is told, and keeps their text. */
async function takeTurn(work: Work, shown: number | undefined): Promise<void> {
  const changed = await work.db.updateTable('participants').set((row) => ({ revision: row('revision', '+', 1) })).where('id', '=', work.about)
    .$if(shown !== undefined, (query) => query.where('revision', '=', shown ?? 0)).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('person-changed-meanwhile')
}
