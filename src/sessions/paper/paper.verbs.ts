import type { Day } from '../../platform/day.ts'
import { isRefusal, refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import type { RecordSession } from '../session.ts'
import type { SessionRow } from '../sessions.queries.ts'
import { mayMeet, recordPlanned, theSession } from '../sessions.verbs.ts'
import { checkWrittenOn, newPaperCode, paperEnds, readPaperCode } from './paper.ts'
import { myOpenPaper, myPaper, sessionBehind, type OpenPaper } from './paper.queries.ts'

/** Makes the code of a paper form for a planned session of one's own. One that is still open is kept: it is the same paper. */
export async function makePaper(work: Work, sessionId: string): Promise<OpenPaper> {
  const session = await toTakeAlong(work, sessionId)
  await mayMeet(work, session.participant_id, session.starts_at, session)
  const before = await myOpenPaper(work, session.id)
  if (before) return before
  const id = await work.newId()
  await work.db.insertInto('session_papers').values({
    id, public_id: work.newPublicId(), session_id: session.id, worker_id: work.actor.id, printed_at: work.now, expires_at: paperEnds(session.starts_at, work.now) }).execute()
  await work.db.insertInto('paper_codes').values({ paper_id: id, worker_id: work.actor.id, code: newPaperCode() }).execute()
  return (await myOpenPaper(work, session.id))!
}

/** A planned session of one's own: nobody takes a paper along to anything else. */
export async function toTakeAlong(work: Work, sessionId: string): Promise<SessionRow> {
  const session = await theSession(work, sessionId)
  if (session.author_id !== work.actor.id || session.state !== 'planned') throw refuse('paper-for-a-planned-one')
  return session
}

/**
 * Which session a code stands for. Everything that keeps it from being recorded by this paper gets one answer, which says neither whether there is such a code
 * nor what became of its session: a paper that somebody found tells them nothing, and neither does trying codes.
 */
export async function findByCode(work: Work, typed: string): Promise<{ person: string, session: string }> {
  const found = await sessionBehind(work, readPaperCode(typed))
  if (!found || !await canBeRecorded(work, found)) throw refuse('paper-not-open')
  work.names(found.session)
  return { person: found.person, session: found.session }
}

async function canBeRecorded(work: Work, { participant_id: id, starts_at: at, agreement_id }: NonNullable<Awaited<ReturnType<typeof sessionBehind>>>): Promise<boolean> {
  try {
    await mayMeet(work, id, at, { agreement_id })
    return true
  } catch (fault) {
    if (isRefusal(fault)) return false
    throw fault
  }
}

/** Records a planned session from its paper. The paper stays to be destroyed: its public id is returned. */
export async function transcribe(work: Work, sessionId: string, { paperOn, ...sent }: RecordSession & { paperOn: Day }, shown?: number): Promise<string> {
  const session = await theSession(work, sessionId)
  const paper = await myOpenPaper(work, session.id)
  if (!paper) throw refuse('paper-closed')
  checkWrittenOn(paperOn, { heldOn: sent.on, today: work.today })
  await recordPlanned(work, sessionId, sent, shown)
  await work.db.updateTable('session_papers').set({ written_on: paperOn, transcribed_at: work.now }).where('id', '=', paper.id).execute()
  return paper.public_id
}

/** The paper is destroyed, whether it was typed in or never used: from now on its code is nobody's. */
export async function destroyPaper(work: Work, publicId: string): Promise<void> {
  const paper = await myPaper(work, publicId)
  if (!paper) throw refuse('not-found')
  if (paper.destroyed_at) return
  await work.db.updateTable('session_papers').set({ destroyed_at: work.now }).where('id', '=', paper.id).where('destroyed_at', 'is', null).execute()
  await work.db.deleteFrom('paper_codes').where('paper_id', '=', paper.id).execute()
}
