import { sql } from 'kysely'
import { isAtWeekend } from '../../src/app/desk/working-day.ts'
import { addDays, dayAt, momentOf, type Day, type Instant } from '../../src/platform/day.ts'
import type { Work } from '../../src/platform/work.ts'

/** The same piece of work on an earlier day: what a demonstration says of the past was written then, and not all in the minute in which it was filled. The database is told too, which takes nothing with another moment. */
export async function backThen(work: Work, on: Day, time = '16:30'): Promise<Work> {
  const then = asOf(work, on, time)
  await moveTo(work, then.now)
  return then
}

/** The same for the founder of a service, whom no policy asks for the moment. */
export function asOf(work: Work, on: Day, time = '16:30'): Work {
  return { ...work, now: momentOf(on, time, work.timeZone) ?? work.now, today: on }
}

/** Rows of many days, each written in its own moment, and then it is today again. The latest first: who works with whom is asked once a piece of work, and then everybody does. */
export async function inTheirMoments<Row>(work: Work, rows: readonly Row[], { at, write }: { at: (row: Row) => Instant, write: (rows: Row[], then: Instant) => Promise<unknown> }): Promise<void> {
  for (const moment of [...new Set(rows.map(at))].sort().reverse()) {
    await moveTo(work, moment)
    await write(rows.filter((row) => at(row) === moment), moment)
  }
  await moveTo(work, work.now)
}

async function moveTo(work: Work, moment: Instant): Promise<void> {
  await sql`select set_config('app.moment', ${moment}, true), set_config('app.today', ${dayAt(moment, work.timeZone)}, true)`.execute(work.db)
}

/** So many days ago; where that was a Saturday or a Sunday, the Friday before. */
export function workingDayAgo(today: Day, days: number): Day {
  let on = addDays(today, -days)
  while (isAtWeekend(on)) on = addDays(on, -1)
  return on
}

/** In so many days; a Monday in place of a weekend. */
export function workingDayIn(today: Day, days: number): Day {
  let on = addDays(today, days)
  while (isAtWeekend(on)) on = addDays(on, 1)
  return on
}
