import type { Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'

/** The paper of mine for this session whose code still leads to it. */
export function myOpenPaper(work: Work, sessionId: number) {
  return open(work).where('p.session_id', '=', sessionId).executeTakeFirst()
}

export type OpenPaper = NonNullable<Awaited<ReturnType<typeof myOpenPaper>>>

/** A paper goes with its session: where that is moved to a later day, the code works until a week after it. */
export async function keepPaperOpen(work: Work, sessionId: number, until: Instant): Promise<void> {
  await work.db.updateTable('session_papers').set({ expires_at: until }).where('session_id', '=', sessionId).where('worker_id', '=', work.actor.id)
    .where('transcribed_at', 'is', null).where('destroyed_at', 'is', null).where('expires_at', '>', work.now).where('expires_at', '<', until).execute()
}

/**
 * The planned session of mine that a code stands for. Whether there is no such code, it is somebody else's, it has ended, or its session is recorded, struck,
 * called off or somebody else's by now: the same question, and the same nothing.
 */
export function sessionBehind(work: Work, code: string) {
  return open(work).innerJoin('sessions as s', 's.id', 'p.session_id').innerJoin('participants as who', 'who.id', 's.participant_id')
    .select(['s.participant_id', 's.public_id as session', 's.starts_at', 's.agreement_id', 'who.public_id as person'])
    .where('c.code', '=', code).where('s.state', '=', 'planned').where('s.author_id', '=', work.actor.id).executeTakeFirst()
}

function open(work: Work) {
  return work.db.selectFrom('session_papers as p').innerJoin('paper_codes as c', 'c.paper_id', 'p.id').select(['p.id', 'p.public_id', 'c.code', 'p.printed_at', 'p.expires_at'])
    .where('p.worker_id', '=', work.actor.id).where('c.worker_id', '=', work.actor.id).where('p.transcribed_at', 'is', null).where('p.destroyed_at', 'is', null).where('p.expires_at', '>', work.now)
    .orderBy('p.printed_at', 'desc').orderBy('p.id', 'desc')
}

/** One paper that I printed, whatever became of it. */
export function myPaper(work: Work, publicId: string) {
  return work.db.selectFrom('session_papers as p').leftJoin('paper_codes as c', 'c.paper_id', 'p.id').select(['p.id', 'p.public_id', 'c.code', 'p.printed_at', 'p.transcribed_at', 'p.destroyed_at'])
    .where('p.public_id', '=', publicId).where('p.worker_id', '=', work.actor.id).executeTakeFirst()
}

/** The papers of a session that were typed in: on which day each was written, when it was typed in, and since when it is destroyed. */
export function papersOf(work: Work, sessionId: number) {
  return work.db.selectFrom('session_papers').select(['public_id', 'written_on', 'transcribed_at', 'destroyed_at']).where('session_id', '=', sessionId).where('transcribed_at', 'is not', null)
    .orderBy('transcribed_at').execute()
}

export type PaperRow = Awaited<ReturnType<typeof papersOf>>[number]
