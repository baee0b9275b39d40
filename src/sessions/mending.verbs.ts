import { sql } from 'kysely'
import { myPeople, myPerson } from '../participants/index.ts'
import { dayAt, millisecondsOf, timeAt } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { unitsOnOffer, writeNote, writeWhatWas } from './session-content.ts'
import { mayMeetAs, ways, type Cause, type RecordSession } from './session.ts'
import { myNotice, notesOf, standsAt, unitsOf, type NoteRow, type SessionRow } from './sessions.queries.ts'
import { mayDeliver, mayMeet, theSession, whomIMeet, writeSession } from './sessions.verbs.ts'

/** One's own note of a session: begun, gone on with, or signed. Once signed it stays as it is; what comes later is added to it. */
export async function keepNote(work: Work, sessionId: string, { note, isDraft }: { note: string, isDraft: boolean }, shown?: number): Promise<void> {
  const session = await theSession(work, sessionId)
  const { role } = await whomIMeet(work, session.participant_id)
  if (role === 'circle_coordinator' || (role === 'mentor' && session.author_id !== work.actor.id)) throw refuse('note-not-yours')
  if (session.state !== 'held' && session.state !== 'missed') throw refuse('session-not-recorded-yet')
  // Two windows at the same moment: the second one waits, and then finds what the first has written.
  await sql`select pg_advisory_xact_lock(hashtext('session note'), ${session.id}::int)`.execute(work.db)
  const mine = myNote(await notesOf(work, session.id), work.actor.id)
  if (mine?.signed_at) throw refuse('note-signed-already')
  if (shown !== undefined && shown !== noteRevision(mine)) throw refuse('note-changed-meanwhile')
  if (!mine) {
    await writeNote(work, { sessionId: session.id, participantId: session.participant_id, role, note, isDraft })
    return
  }
  const changed = await work.db.updateTable(mine.kept_in).set({ note, written_at: work.now, signed_at: isDraft ? null : work.now }).where('id', '=', mine.id).where('signed_at', 'is', null).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('note-signed-already')
}

/** Which writing of one's own note a form shows: a draft has no number, but each saving has its moment. */
export function noteRevision(mine: NoteRow | undefined): number {
  return mine ? millisecondsOf(mine.written_at) : 0
}

/** Adds to one's own signed note, with the day of today. */
export async function addToNote(work: Work, sessionId: string, addition: string): Promise<void> {
  const session = await theSession(work, sessionId)
  if (session.state === 'struck') throw refuse('session-struck-already')
  const { role } = await whomIMeet(work, session.participant_id)
  const mine = myNote(await notesOf(work, session.id), work.actor.id)
  if (!mine) throw refuse('note-not-yours')
  if (!mine.signed_at) throw refuse('note-not-signed')
  await writeNote(work, { sessionId: session.id, participantId: session.participant_id, role, note: addition, isDraft: false, addsTo: mine.id })
}

/** The first note of one's own: the others are additions to it. */
export function myNote(notes: readonly NoteRow[], actorId: number): NoteRow | undefined {
  return notes.find((note) => note.author_id === actorId && note.adds_to === null)
}

export type Strike = { reason: string, moveTo?: string | undefined }

export type Struck = { /** How many colleagues had opened it, and are told. */ told: number, movedTo: { person: string, session: string } | undefined }

/**
 * What was saved in the wrong person's record is struck and, where its writer works with both, written where it belongs: both or neither. Whoever opened
 * it is told to set it aside, without a word of whose it was. A work about one person sees nobody else, so this one is about none in particular.
 */
export async function strikeSession(work: Work, sessionId: string, { reason, moveTo }: Strike): Promise<Struck> {
  const session = await strikeable(work, sessionId)
  const right = moveTo === undefined ? undefined : await personToMoveTo(work, session, moveTo)
  if (moveTo !== undefined && !right) throw refuse('session-moves-nowhere')
  const movedTo = right && { person: right.public_id, session: await moved(work, session, right.participant_id) }
  await strike(work, session, reason)
  return { told: await tellReaders(work, session), movedTo }
}

/** A session of one's own that has been recorded. What is only planned is called off instead. */
export async function strikeable(work: Work, sessionId: string): Promise<SessionRow> {
  const session = await theSession(work, sessionId)
  await whomIMeet(work, session.participant_id)
  if (session.author_id !== work.actor.id) throw refuse('session-strike-not-yours')
  if (session.state === 'struck') throw refuse('session-struck-already')
  if (session.state !== 'held' && session.state !== 'missed') throw refuse('session-not-recorded-yet')
  return session
}

/** The others whom the writer meets: only there can it be moved. */
export async function peopleToMoveTo(work: Work, session: SessionRow) {
  return (await myPeople(work)).filter((one) => isAnotherIMeet(one, session))
}

async function personToMoveTo(work: Work, session: SessionRow, publicId: string) {
  const person = await myPerson(work, publicId)
  return person && isAnotherIMeet(person, session) ? person : undefined
}

function isAnotherIMeet({ participant_id: id, role }: { participant_id: number, role: string }, session: SessionRow): boolean {
  return id !== session.participant_id && mayMeetAs(role)
}

/** The reader has read it, and sets it aside. */
export async function setAside(work: Work, noticeId: string): Promise<void> {
  const changed = await work.db.updateTable('set_aside_notices').set({ set_aside_at: work.now }).where('public_id', '=', noticeId).where('set_aside_at', 'is', null).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n && !await myNotice(work, noticeId)) throw refuse('not-found')
}

async function strike(work: Work, session: SessionRow, reason: string): Promise<void> {
  const changed = await work.db.updateTable('sessions').set({ state: 'struck', struck_why: reason, revision: session.revision + 1 })
    .where('id', '=', session.id).where('revision', '=', session.revision).where('state', 'in', ['held', 'missed']).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('session-struck-already')
}

async function tellReaders(work: Work, session: SessionRow): Promise<number> {
  const publicId = work.newPublicId()
  await work.db.insertInto('session_strikes').values({
    id: await work.newId(), public_id: publicId, session_id: session.id, participant_id: session.participant_id, author_id: work.actor.id, saved_at: session.recorded_at, struck_at: work.now }).execute()
  const { rows } = await sql<{ told: number }>`select tell_whoever_opened(${publicId}) as told`.execute(work.db)
  return rows[0]?.told ?? 0
}

/** The same meeting in the right person's record: the same rules as for recording it there, written today, and said to have stood elsewhere. */
async function moved(work: Work, session: SessionRow, participantId: number): Promise<string> {
  const rests = await mayMeet(work, participantId, session.starts_at)
  if (await standsAt(work, participantId, session.starts_at)) throw refuse('session-stands-there')
  if (session.state !== 'missed') await mayDeliver(work, rests, session.starts_at)
  const sent = await asSent(work, session, participantId)
  const { id, publicId } = await writeSession(work, { ...sent, ...rests, startsAt: session.starts_at, fromElsewhere: true })
  await writeWhatWas(work, { sessionId: id, participantId, role: rests.role, sent, planned: [] })
  await moveNotes(work, session, { sessionId: id, participantId, role: rests.role })
  return publicId
}

/** As it would be recorded for them. Units go along as far as their own plan has them open: those of somebody else's say nothing of theirs, and what was done stands in words. */
async function asSent(work: Work, session: SessionRow, participantId: number): Promise<RecordSession> {
  const open = new Set((await unitsOnOffer(work, participantId)).filter(({ isLocked }) => !isLocked).map(({ unitId }) => unitId))
  const units = (await unitsOf(work, session.id)).filter(({ delivered, unit_id: id }) => delivered && open.has(id)).map(({ unit_id }) => unit_id)
  return {
    on: dayAt(session.starts_at, work.timeZone), time: timeAt(session.starts_at, work.timeZone), minutes: session.minutes, place: session.place, state: session.state === 'missed' ? 'missed' : 'held',
    ...(session.cause ? { cause: session.cause as Cause } : {}), causeNote: session.cause_note, done: session.done ?? '', ownWords: session.own_words ?? '',
    homePractice: session.home_practice ?? '', nextStep: session.next_step ?? '', limitReminded: session.limit_reminded ?? false, units, way: ways.find((way) => way === session.way),
    preparationMinutes: session.preparation_minutes ?? undefined, travelMinutes: session.travel_minutes ?? undefined }
}

/** One's own notes go along, signed anew or still drafts; a colleague's stays struck with the rest. */
async function moveNotes(work: Work, session: SessionRow, to: { sessionId: number, participantId: number, role: string }): Promise<void> {
  const mine = (await notesOf(work, session.id)).filter(({ author_id }) => author_id === work.actor.id)
  let first: number | undefined
  for (const { note, signed_at: signed, adds_to: addsTo } of mine) {
    const id = await writeNote(work, { ...to, note, isDraft: signed === null, ...(addsTo !== null && first !== undefined && { addsTo: first }) })
    first ??= id
  }
}
