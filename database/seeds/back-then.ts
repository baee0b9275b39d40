import { isAtWeekend } from '../../src/app/desk/working-day.ts'
import { addDays, momentOf, type Day } from '../../src/platform/day.ts'
import type { Work } from '../../src/platform/work.ts'

/** The same piece of work on an earlier day: what a demonstration says of the past was written then, and not all in the minute in which it was filled. */
export function backThen(work: Work, on: Day, time = '16:30'): Work {
  return { ...work, now: momentOf(on, time, work.timeZone) ?? work.now, today: on }
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
