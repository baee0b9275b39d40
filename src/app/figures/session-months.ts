import { sql } from 'kysely'
import { addMonths, type Day, type Instant } from '../../platform/day.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { Work } from '../../platform/work.ts'

/** Nothing in a figure: fewer than five people met, and it would point at them. */
export type MonthFigure = { month: Day, unit: string | null, programme: string, held: number | null, missed: number | null }

export type SessionFigures = { /** When all was counted; nothing before the first time. */ countedAt: Instant | undefined, figures: MonthFigure[] }

/** Meetings held and missed by month, unit and programme, in steps of five, as they were last counted: the current month and the eleven before. */
export async function sessionFigures(work: Work): Promise<SessionFigures> {
  const from = addMonths(`${work.today.slice(0, 7)}-01` as Day, -11)
  const { rows } = await sql<Omit<MonthFigure, 'month'> & { month: Day | null, counted_at: Instant }>`select * from sessions_by_month(${from})`.execute(work.db)
  return {
    countedAt: rows[0]?.counted_at,
    figures: rows.flatMap(({ month, unit, programme, held, missed }) => month === null ? [] : [{ month, unit, programme, held, missed }]),
  }
}

/** Counts all months anew. Returns how many figures there are. */
export async function countSessions(work: Work): Promise<number> {
  const { rows } = await sql<{ made: number }>`select count_session_months() as made`.execute(work.db)
  return rows[0]?.made ?? 0
}

export const figureJobs: Job[] = [{
  name: 'sessions-count-months', does: 'combine', shows: 'session_attendance', every: 'hour',
  run: async (work) => { await countSessions(work) },
}]
