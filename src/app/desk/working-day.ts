import { addDays, daysBetween, day, type Day } from '../../platform/day.ts'

// A Monday, from which all others are counted.
const aMonday = day('2026-11-23')

/** The next day on which the service works: no Saturday, no Sunday, none of its own holidays. */
export function nextWorkingDay(today: Day, holidays: readonly Day[]): Day {
  let next = addDays(today, 1)
  while (isAtWeekend(next) || holidays.includes(next)) next = addDays(next, 1)
  return next
}

export function isAtWeekend(on: Day): boolean {
  const place = ((daysBetween(aMonday, on) % 7) + 7) % 7
  return place >= 5
}
