import { myRoleFor } from '../access/index.ts'
import { consentTo, stoppedAt, thePerson } from '../participants/index.ts'
import { momentOf, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { openPlan } from '../plans/index.ts'
import { checkMoment, checkTakingPart, type Cause } from './session.ts'
import { sessionByPublicId, type SessionRow } from './sessions.queries.ts'

export type When = { on: Day, time: string, minutes: number, place: string }

export type CallOff = { cause: Cause, causeNote?: string | undefined }

export type RecordSession = When & {
  state: 'held' | 'missed'
  cause?: Cause | undefined
  causeNote?: string | undefined
  done?: string | undefined
  ownWords?: string | undefined
  nextStep?: string | undefined
  note?: string | undefined
}

/** Plans a session of one's own with the person. Returns its public id. */
export async function planSession(work: Work, when: When): Promise<string> {
  const startsAt = momentIn(work, when)
  await mayMeet(work, startsAt)
  checkMoment('planned', startsAt, work.now)
  return (await writeSession(work, { ...when, startsAt, state: 'planned', cause: null, causeNote: '' })).publicId
}

/** Records a session that was not planned here: held with what was done, or missed with whose cause. */
export async function recordSession(work: Work, sent: RecordSession): Promise<string> {
  const startsAt = momentIn(work, sent)
  const role = await mayMeet(work, startsAt)
  checkRecord(sent, startsAt, work.now)
  const { id, publicId } = await writeSession(work, { ...sent, startsAt, cause: sent.cause ?? null, causeNote: sent.causeNote ?? '' })
  await writeContent(work, id, role, sent)
  return publicId
}

/** Records a session that was planned: the time may have been another. */
export async function recordPlanned(work: Work, sessionId: string, sent: RecordSession): Promise<string> {
  const session = await theSession(work, sessionId)
  const startsAt = momentIn(work, sent)
  const role = await mayMeet(work, startsAt, 'was-planned')
  if (session.state === 'called-off') throw refuse('session-called-off')
  if (session.state !== 'planned') throw refuse('session-recorded-already')
  checkRecord(sent, startsAt, work.now)
  const changed = await work.db.updateTable('sessions').set({
    state: sent.state, starts_at: startsAt, minutes: sent.minutes, place: sent.place, cause: sent.cause ?? null, cause_note: sent.causeNote ?? '', recorded_at: work.now, revision: session.revision + 1 })
    .where('id', '=', session.id).where('state', '=', 'planned').executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('session-recorded-already')
  await writeContent(work, session.id, role, sent)
  return sessionId
}

/** Calls off a session of one's own that lies ahead, with whose cause: it is neither held nor missed. */
export async function callOff(work: Work, sessionId: string, { cause, causeNote }: CallOff): Promise<void> {
  const session = await theSession(work, sessionId)
  await myRole(work)
  if (session.author_id !== work.actor.id) throw refuse('session-not-yours')
  if (session.starts_at <= work.now) throw refuse('session-begun-already')
  const changed = await work.db.updateTable('sessions').set({ state: 'called-off', cause, cause_note: causeNote ?? '', recorded_at: work.now, revision: session.revision + 1 })
    .where('id', '=', session.id).where('state', '=', 'planned').executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('session-recorded-already')
}

export async function theSession(work: Work, publicId: string): Promise<SessionRow> {
  const session = await sessionByPublicId(work, publicId)
  if (!session) throw refuse('not-found')
  return session
}

/**
 * Only those who meet the person record it, and only what lay within a yes: a session before the stop, or one that was planned
 * before the plan ended, is still written down. Answers with the role.
 */
async function mayMeet(work: Work, startsAt: Instant, which: 'was-planned' | 'new' = 'new'): Promise<string> {
  const person = await thePerson(work)
  const role = await myRole(work)
  if (which === 'new' || person.state !== 'ended') checkTakingPart(person.state)
  if (role !== 'circle_coordinator' && !await wasAgreed(work, person.participant_id, startsAt)) throw refuse('session-no-consent')
  return role
}

async function myRole(work: Work): Promise<string> {
  const role = await myRoleFor(work, work.about)
  if (!role || !['facilitator', 'mentor', 'circle_coordinator'].includes(role)) throw refuse('session-not-yours')
  return role
}

async function wasAgreed(work: Work, participantId: number, startsAt: Instant): Promise<boolean> {
  const answer = await consentTo(work, participantId, 'programme')
  if (answer !== 'withdrawn') return answer === 'yes'
  const stopped = await stoppedAt(work, participantId, 'programme')
  return stopped !== null && startsAt < stopped
}

function momentIn(work: Work, { on, time }: When): Instant {
  const moment = momentOf(on, time, work.timeZone)
  if (!moment) throw refuse('session-no-such-time', { time })
  return moment
}

function checkRecord(sent: RecordSession, startsAt: Instant, now: Instant): void {
  checkMoment(sent.state, startsAt, now)
  if (sent.state === 'missed' && !sent.cause) throw refuse('session-needs-a-cause')
  if (sent.state === 'held' && !sent.done) throw refuse('session-needs-what-was-done')
}

type Written = When & { startsAt: Instant, state: 'planned' | 'held' | 'missed', cause: Cause | null, causeNote: string }

async function writeSession(work: Work, session: Written): Promise<{ id: number, publicId: string }> {
  const plan = await openPlan(work, work.about)
  const id = await work.newId()
  const publicId = work.newPublicId()
  await work.db.insertInto('sessions').values({
    id, public_id: publicId, participant_id: work.about, plan_id: plan?.id ?? null, author_id: work.actor.id, starts_at: session.startsAt, minutes: session.minutes,
    place: session.place, state: session.state, cause: session.state === 'missed' ? session.cause : null, cause_note: session.causeNote, recorded_at: work.now }).execute()
  return { id, publicId }
}

/** What was done and what was noted go to their own tables: each has its own readers. A missed session has neither. */
async function writeContent(work: Work, sessionId: number, role: string, sent: RecordSession): Promise<void> {
  const row = { session_id: sessionId, participant_id: work.about, author_id: work.actor.id, written_at: work.now }
  if (sent.state === 'held' && role !== 'circle_coordinator') {
    await work.db.insertInto('session_contents').values({ ...row, done: sent.done ?? '', own_words: sent.ownWords ?? '', next_step: sent.nextStep ?? '' }).execute()
  }
  if (!sent.note || role === 'circle_coordinator') return
  const note = { ...row, id: await work.newId(), public_id: work.newPublicId(), note: sent.note, signed_at: work.now }
  if (role === 'mentor') await work.db.insertInto('mentor_notes').values(note).execute()
  else await work.db.insertInto('facilitator_notes').values(note).execute()
}
