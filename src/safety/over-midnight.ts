import { addDays, type Day } from '../platform/day.ts'

type Two = { on: Day, time: string, until: string }

/**
 * The day of the later of two times that are told with one day: a time of the night after an evening lies on the next. Where more hours than that lie between them it is no night but
 * a slip, and stays on the day that was said.
 */
export function dayOfLater({ on, time, until }: Two, hoursAtMost: number): Day {
  return until < time && minuteOf(until) + 24 * 60 - minuteOf(time) <= hoursAtMost * 60 ? addDays(on, 1) : on
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
