import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** The last sessions of a person, those ahead included, with whom; what was done where this reader may read it. */
export function lastSessions(work: Work, participantId: number, most: number) {
  return sessions(work).where('sessions.participant_id', '=', participantId).orderBy('sessions.starts_at', 'desc').limit(most).execute()
}

/** The sessions that began before a moment, for the next page of a list. */
export function sessionsBefore(work: Work, participantId: number, before: Instant, most: number) {
  return sessions(work).where('sessions.participant_id', '=', participantId).where('sessions.starts_at', '<', before).orderBy('sessions.starts_at', 'desc').limit(most).execute()
}

export function sessionByPublicId(work: Work, publicId: string) {
  return sessions(work).where('sessions.public_id', '=', publicId).executeTakeFirst()
}

/** How many sessions were held, and how many missed for which cause. */
export function countsOf(work: Work, participantId: number) {
  return work.db.selectFrom('sessions').select(['participant_id', 'state', 'cause', (count) => count.fn.countAll<number>().as('times')])
    .where('participant_id', '=', participantId).groupBy(['participant_id', 'state', 'cause']).execute()
}

/** Sessions of mine that lie ahead, or that were planned and not yet recorded. With a focus, of that person alone. */
export function mySessionsToDo(work: Work) {
  return work.db.selectFrom('sessions').innerJoin('participants', 'participants.id', 'sessions.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['sessions.public_id', 'sessions.participant_id', 'sessions.starts_at', 'sessions.place', 'participants.public_id as person', 'identity_names.name'])
    .where('sessions.state', '=', 'planned').where('sessions.author_id', '=', work.actor.id).orderBy('sessions.starts_at').limit(50).execute()
}

/** What lies ahead of a person, for their own page: when, where, how long. */
export function nextMeetings(work: Work, participantId: number) {
  return work.db.selectFrom('sessions').select(['participant_id', 'starts_at', 'place', 'minutes']).where('participant_id', '=', participantId).where('state', '=', 'planned')
    .where('starts_at', '>', work.now).orderBy('starts_at').limit(10).execute()
}

/** Calls off what lies ahead of a person, whoever planned it. */
export async function callOffAhead(work: Work, participantId: number): Promise<void> {
  await sql`select call_off_sessions(${participantId})`.execute(work.db)
}

/** What is planned within a cover goes to whoever covers, and back when the cover ends early. */
export async function handOverSessions(work: Work, assignmentId: string): Promise<void> {
  await sql`select hand_over_sessions(${assignmentId})`.execute(work.db)
}

/** All meetings of the person who is signed in. A colleague who is no longer theirs to know by name takes no meeting away. */
export function ownSessions(work: Work, most: number) {
  return sessions(work).where('sessions.participant_id', '=', work.actor.id).orderBy('sessions.starts_at', 'desc').limit(most).execute()
}

export function ownSession(work: Work, publicId: string) {
  return sessions(work).where('sessions.participant_id', '=', work.actor.id).where('sessions.public_id', '=', publicId).executeTakeFirst()
}

/** The last meetings of the person who is signed in that were held: so that they can say how they were. */
export async function ownHeldLately(work: Work, most = 5) {
  const rows = await sessions(work).where('sessions.participant_id', '=', work.actor.id).where('sessions.state', '=', 'held').orderBy('sessions.starts_at', 'desc').limit(most).execute()
  return rows.map(({ id, public_id, starts_at, with: name }) => ({ id, publicId: public_id, startsAt: starts_at, with: name }))
}

/** The notes of a session that this reader may read: the facilitators', the mentor's. */
export async function notesOf(work: Work, sessionId: number) {
  const facilitators = await work.db.selectFrom('facilitator_notes').leftJoin('colleagues', 'colleagues.id', 'facilitator_notes.author_id')
    .select(['facilitator_notes.participant_id', 'facilitator_notes.note', 'facilitator_notes.signed_at', 'facilitator_notes.written_at', 'colleagues.name']).where('session_id', '=', sessionId).execute()
  const mentors = await work.db.selectFrom('mentor_notes').leftJoin('colleagues', 'colleagues.id', 'mentor_notes.author_id')
    .select(['mentor_notes.participant_id', 'mentor_notes.note', 'mentor_notes.signed_at', 'mentor_notes.written_at', 'colleagues.name']).where('session_id', '=', sessionId).execute()
  return [...facilitators, ...mentors]
}

function sessions(work: Work) {
  return work.db.selectFrom('sessions').leftJoin('colleagues', 'colleagues.id', 'sessions.author_id').leftJoin('session_contents', 'session_contents.session_id', 'sessions.id')
    .select(['sessions.id', 'sessions.public_id', 'sessions.participant_id', 'sessions.author_id', 'sessions.starts_at', 'sessions.minutes', 'sessions.place', 'sessions.state', 'sessions.cause',
      'sessions.cause_note', 'sessions.revision', 'colleagues.name as with', 'session_contents.done', 'session_contents.own_words', 'session_contents.next_step'])
}

export type SessionRow = Awaited<ReturnType<typeof lastSessions>>[number]
