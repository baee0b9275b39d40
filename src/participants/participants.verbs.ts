import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkNotAhead, type Answer, type ParticipantState, type Purpose } from './participant.ts'

export type NewParticipant = { name: string, number: string | null, bornOn: Day | null, unitId: number, languages: string[], needsInterpreter: boolean, needsAsSent: string }

/** Somebody is accepted: their name, register entry and particulars are written, each where its own readers find it. Returns the id. */
export async function welcomeParticipant(work: Work, person: NewParticipant): Promise<{ id: number, publicId: string }> {
  const id = await work.newId()
  const publicId = work.newPublicId()
  await work.db.insertInto('participants').values({ id, public_id: publicId, unit_id: person.unitId, state: 'waiting', state_since: work.today, made_at: work.now }).execute()
  await work.db.insertInto('register_entries').values({ participant_id: id, name: person.name, number: person.number, born_year: person.bornOn ? Number(person.bornOn.slice(0, 4)) : null }).execute()
  await work.db.insertInto('identity_names').values({ participant_id: id, name: person.name }).execute()
  await work.db.insertInto('identity_particulars').values({ participant_id: id, number: person.number, born_on: person.bornOn }).execute()
  await work.db.insertInto('access_needs').values({ participant_id: id, languages: person.languages, needs_interpreter: person.needsInterpreter, as_sent: person.needsAsSent }).execute()
  work.saw(id)
  return { id, publicId }
}

/** Somebody known comes again: whoever had ended waits anew, everybody else stays as far as they are. */
export async function welcomeBack(work: Work, participantId: number): Promise<{ id: number, publicId: string }> {
  const person = await work.db.selectFrom('participants').select(['id', 'public_id', 'state']).where('id', '=', participantId).executeTakeFirst()
  if (!person) throw refuse('not-found')
  if (person.state === 'ended') {
    await work.db.updateTable('participants').set((row) => ({ state: 'waiting', state_since: work.today, revision: row('revision', '+', 1) })).where('id', '=', participantId).execute()
  }
  work.saw(participantId)
  return { id: person.id, publicId: person.public_id }
}

/** How far the person is; every move can be taken back by another. */
export async function setState(work: Work, state: ParticipantState): Promise<void> {
  await work.db.updateTable('participants').set((row) => ({ state, state_since: work.today, revision: row('revision', '+', 1) })).where('id', '=', work.about).execute()
}

/** Writes down what the person answered, to which notice, in which language and way. */
export async function recordConsent(work: Work, participantId: number, consent: { purpose: Purpose, answer: Answer, noticeVersion: string, noticeLanguage?: string, language: string, way: 'written' | 'easy-read' | 'spoken' | 'as-imported', answeredOn: Day }): Promise<void> {
  checkNotAhead(consent.answeredOn, work.today)
  await work.db.insertInto('consents').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, purpose: consent.purpose, answer: consent.answer, notice_version: consent.noticeVersion,
    notice_language: consent.noticeLanguage ?? 'en', language: consent.language, way: consent.way, answered_on: consent.answeredOn, recorded_by: work.actor.id, recorded_at: work.now }).execute()
}
