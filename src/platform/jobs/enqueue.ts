import { sql } from 'kysely'
import type { Work } from '../work.ts'
import type { Job } from './job.ts'

/** The job will be done once this work is committed, and never if it is not. */
export async function enqueue(work: Work, job: Job, ids: number[]): Promise<void> {
  await sql`select enqueue(${job.name}, ${`{${ids.join(',')}}`}::int[])`.execute(work.db)
}
