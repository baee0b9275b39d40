import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { theSession, whomIMeet } from './meeting.verbs.ts'
import { notesOf, type NoteRow } from './sessions.queries.ts'

export type Note = { sessionId: number, participantId: number, role: string, note: string, isDraft: boolean, addsTo?: number }

/** Puts a note where its readers are: a mentor's among the mentors', a facilitator's among the facilitators'. */
export async function writeNote(work: Work, { sessionId, participantId, role, note, isDraft, addsTo }: Note): Promise<number> {
  const id = await work.newId()
  await work.db.insertInto(role === 'mentor' ? 'mentor_notes' : 'facilitator_notes').values({
    id, public_id: work.newPublicId(), session_id: sessionId, participant_id: participantId, author_id: work.actor.id, note, written_at: work.now,
    signed_at: isDraft ? null : work.now, adds_to: addsTo ?? null }).execute()
  return id
}

/** One's own note of a session: begun, gone on with, or signed. Once signed it stays as it is; what comes later is added to it. */
export async function keepNote(work: Work, sessionId: string, { note, isDraft }: { note: string, isDraft: boolean }): Promise<void> {
  const session = await theSession(work, sessionId)
  const { role } = await whomIMeet(work, session.participant_id)
  if (role === 'circle_coordinator' || (role === 'mentor' && session.author_id !== work.actor.id)) throw refuse('note-not-yours')
  if (session.state !== 'held' && session.state !== 'missed') throw refuse('session-not-recorded-yet')
  const mine = myNote(await notesOf(work, session.id), work.actor.id)
  if (mine?.signed_at) throw refuse('note-signed-already')
  if (!mine) {
    await writeNote(work, { sessionId: session.id, participantId: session.participant_id, role, note, isDraft })
    return
  }
  const changed = await work.db.updateTable(mine.kept_in).set({ note, written_at: work.now, signed_at: isDraft ? null : work.now }).where('id', '=', mine.id).where('signed_at', 'is', null).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('note-signed-already')
}

/** Adds to one's own signed note, with the day of today. */
export async function addToNote(work: Work, sessionId: string, addition: string): Promise<void> {
  const session = await theSession(work, sessionId)
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
