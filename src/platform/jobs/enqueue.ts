import { sql } from 'kysely'
import type { Work } from '../work.ts'
import type { Job } from './job.ts'

/** The job will be done once this work is committed, and never if it is not. */
export async function enqueue(work: Work, job: Pick<Job, 'name'>, ids: number[]): Promise<void> {
  await sql`select enqueue(${job.name}, ${`{${ids.join(',')}}`}::int[])`.execute(work.db)
}

/** The same, some minutes later. The job has to look itself whether it is time. */
export async function enqueueIn(work: Work, job: Pick<Job, 'name'>, ids: number[], minutes: number): Promise<void> {
  await sql`select enqueue_in(${job.name}, ${`{${ids.join(',')}}`}::int[], ${minutes})`.execute(work.db)
}
