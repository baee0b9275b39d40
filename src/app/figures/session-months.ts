import { sql } from 'kysely'
import { addMonths, type Day, type Instant } from '../../platform/day.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { Work } from '../../platform/work.ts'

/** Meetings in a month under a programme ('': none), of all units in which at least five people met. */
export type MonthFigure = { month: Day, programme: string, held: number, missed: number }

/** Nothing in a figure: fewer than five people met, and it would point at them. */
export type UnitFigure = { unit: string | null, programme: string, held: number | null, missed: number | null }

/** When all was counted; nothing before the first time. */
type Counted<Figure> = { countedAt: Instant | undefined, figures: Figure[] }

/** Meetings held and missed by month and programme, in steps of five, as they were last counted: the current month and the eleven before, the latest first. */
export async function sessionFigures(work: Work): Promise<Counted<MonthFigure>> {
  const from = addMonths(`${work.today.slice(0, 7)}-01` as Day, -11)
  const { rows } = await sql<Omit<MonthFigure, 'month'> & { month: Day | null, counted_at: Instant }>`select * from sessions_by_month(${from})`.execute(work.db)
  return {
    countedAt: rows[0]?.counted_at,
    figures: rows.flatMap(({ month, programme, held, missed }) => month === null ? [] : [{ month, programme, held, missed }]),
  }
}

/** The same of one month ('2026-10'), by unit and programme. */
export async function unitFigures(work: Work, month: string): Promise<Counted<UnitFigure>> {
  const { rows } = await sql<Omit<UnitFigure, 'programme'> & { programme: string | null, counted_at: Instant }>`select * from sessions_by_unit(${`${month}-01`})`.execute(work.db)
  return {
    countedAt: rows[0]?.counted_at,
    figures: rows.flatMap(({ unit, programme, held, missed }) => programme === null ? [] : [{ unit, programme, held, missed }]),
  }
}

/** Counts all months anew. Returns how many figures there are. */
export async function countSessions(work: Work): Promise<number> {
  const { rows } = await sql<{ made: number }>`select count_session_months() as made`.execute(work.db)
  return rows[0]?.made ?? 0
}

export const figureJobs: Job[] = [{
  name: 'sessions-count-months', does: 'combine', shows: 'session_attendance', every: 'hour', atStart: true,
  run: async (work) => { await countSessions(work) },
}]
