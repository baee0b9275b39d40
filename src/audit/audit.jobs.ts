import { sql } from 'kysely'
import type { Job } from '../platform/jobs/index.ts'
import type { Work } from '../platform/work.ts'

/** The log has room for half a year: long enough for a machine that nobody looked after over a summer. */
const monthsAhead = 6

/** Makes the parts of the log for the coming months, where they are missing. Safe to do again. */
export async function makeLogMonths(work: Work): Promise<void> {
  await sql`select make_log_months(${work.today}::date, ${monthsAhead}::int)`.execute(work.db)
}

export const auditJobs: Job[] = [{ name: 'audit-make-log-months', does: 'alter', shows: 'nothing', every: 'day', run: makeLogMonths }]
