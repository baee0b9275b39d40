import { sql } from 'kysely'
import type { Job } from '../../platform/jobs/index.ts'
import type { Work } from '../../platform/work.ts'

/** What an observation opened ends with a session that does not take place, and moves with one that moves. */
export const followSessions: Job = { name: 'fidelity-follow-sessions', does: 'alter', shows: 'integrity_rating', every: 'hour', run: async (work) => { await follow(work) } }

async function follow(work: Work): Promise<number> {
  const { rows } = await sql<{ followed: number }>`select follow_sessions() as followed`.execute(work.db)
  return rows[0]!.followed
}
