import type { Count, Dose, Frequency, Range } from './parts.ts'
import { partsOf, type Programme } from './programme.ts'

/** The least and the most. A side that nobody set, or that is open, is missing. */
export type Bounds = { min?: number, typical?: number, max?: number }

/** The bounds of a range as written; nothing when it is not established or not given. */
export function boundsOf(range: Count | undefined): Bounds | undefined {
  if (range === undefined || range === 'not_established') return undefined
  if (range === 'open') return {}
  return typeof range === 'number' ? { min: range, typical: range, max: range } : range
}

/** How many sessions a person of this programme has, at least and at most, over all its patterns that are counted. */
export function sessionRange(definition: Programme): Bounds | undefined {
  const counts = partsOf(definition.dose).flatMap(dose => boundsOf(dose.count) ?? [])
  return counts.length === 0 ? undefined : counts.reduce(sum)
}

/** How often in a week: once in two weeks is a half. */
export function timesAWeek(frequency: Frequency | 'not_established' | undefined): Bounds | undefined {
  if (frequency === undefined || frequency === 'not_established') return undefined
  const times = boundsOf(frequency.times)
  return times && scaled(times, 1 / weeksIn[frequency.per])
}

/** The fewest weeks in which this pattern can be delivered: the least number at the fastest rhythm. */
export function fewestWeeks(dose: Dose): number | undefined {
  const least = boundsOf(dose.count)?.min
  const fastest = timesAWeek(dose.frequency)?.max
  return least === undefined || !fastest ? undefined : Math.ceil(least / fastest)
}

/** How long it is said to last, in weeks. */
export function statedWeeks(dose: { lasts_weeks?: Count | undefined, lasts_months?: Count | undefined }): Bounds | undefined {
  const months = boundsOf(dose.lasts_months)
  return boundsOf(dose.lasts_weeks) ?? (months && scaled(months, weeksIn.month))
}

/** What a pattern says of time where it counts no sessions: hours in a week (those of the first months), and how long it goes on. */
export type TimeGiven = { hours?: Range, weeks?: Count, months?: Count }

export function timesGiven(definition: Programme): TimeGiven[] {
  return partsOf(definition.dose).map(dose => {
    const hours = [dose.hours_per_week, ...dose.bands.map(band => band.hours_per_week)].find(isKnown)
    return { ...hours !== undefined && { hours }, ...isKnown(dose.lasts_weeks) && { weeks: dose.lasts_weeks }, ...isKnown(dose.lasts_months) && { months: dose.lasts_months } }
  }).filter(given => Object.keys(given).length > 0)
}

/** The fewest weeks that the programme itself asks for, whatever the rhythm: the longest of its patterns. */
export function leastWeeks(definition: Programme): number | undefined {
  const stated = partsOf(definition.dose).flatMap(dose => statedWeeks(dose)?.min ?? [])
  return stated.length === 0 ? undefined : Math.max(...stated)
}

function isKnown<Value extends Count>(range: Value | undefined): range is Exclude<Value, 'not_established' | 'open'> {
  return range !== undefined && range !== 'not_established' && range !== 'open'
}

const weeksIn = { day: 1 / 7, week: 1, two_weeks: 2, month: 52 / 12, three_months: 13, six_months: 26, year: 52 }

function scaled(bounds: Bounds, by: number): Bounds {
  return Object.fromEntries(Object.entries(bounds).map(([side, value]) => [side, value * by]))
}

/** Two patterns together have an end only if both have one. */
function sum(one: Bounds, other: Bounds): Bounds {
  const sides = (['min', 'typical', 'max'] as const).filter(side => one[side] !== undefined && other[side] !== undefined)
  return Object.fromEntries(sides.map(side => [side, (one[side] ?? 0) + (other[side] ?? 0)]))
}
