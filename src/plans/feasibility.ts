import { addDays, day, daysBetween, type Day } from '../platform/day.ts'
import type { TimeGiven } from '../programmes/index.ts'

/** The least and the most sessions; a side that nobody set is missing. */
export type Range = { min?: number, typical?: number, max?: number }

export type FitFacts = {
  /** How many sessions the programme counts; nothing where it has no number of them. */
  dose: Range | undefined
  /** How many were held so far. */
  held: number
  /** How often in a week, agreed with this person or as the programme says. */
  aWeek: Range | undefined
  today: Day
  /** From which day sessions can be held: today, where the plan has begun. */
  from?: Day | undefined
  /** Days on which the service holds no sessions. */
  holidays?: readonly Day[]
  /** The first day on which the programme can be over, whatever the rhythm, where it says how long it takes at least. */
  leastUntil?: Day | undefined
  /** What it says of time where it counts no sessions. */
  times?: TimeGiven[]
  releaseOn: Day | null
}

/** What is left to do, and what can be done before release: numbers for words, never a verdict on the person. */
export type Fit =
  | { kind: 'no-number' }
  | { kind: 'time', times: TimeGiven[], leastUntil?: Day, releaseOn: Day | null }
  | { kind: 'no-rhythm', left: { least: number, most: number } }
  | { kind: 'no-release', left: { least: number, most: number }, weeks: number }
  | { kind: 'released', left: { least: number, most: number }, releaseOn: Day }
  | { kind: 'fits' | 'fits-the-least' | 'does-not-fit', left: { least: number, most: number }, weeks: number, weeksLeft: number, possible: number, releaseOn: Day, /** Where the plan has not begun: from which day on was counted. */ from?: Day, /** Holidays that were counted off, and the day before which the programme cannot be over, where that is after the release. */ holidays?: number, leastUntil?: Day }

export const fitChoices = ['prioritise', 'continue-outside', 'both'] as const

/** What can be done about it: the most needed first, going on outside, or both. */
export type FitChoice = (typeof fitChoices)[number]

/** Whether the sessions that are left can be held before the day of release, at the rhythm that was agreed. */
export function fitOf({ dose, held, aWeek, today, from, releaseOn, holidays = [], leastUntil, times = [] }: FitFacts): Fit {
  const left = leftOf(dose, held)
  if (!left) return times.length === 0 ? { kind: 'no-number' } : { kind: 'time', times, releaseOn, ...leastUntil && { leastUntil } }
  if (releaseOn && releaseOn <= today) return { kind: 'released', left, releaseOn }
  const rate = usual(aWeek)
  if (!rate) return { kind: 'no-rhythm', left }
  const start = from !== undefined && from > today ? from : today
  const weeks = weeksFor(left.most / rate, start, holidays)
  return releaseOn ? untilRelease({ left, weeks, rate, start, today, releaseOn, holidays, leastUntil }) : { kind: 'no-release', left, weeks }
}

type Counted = { left: { least: number, most: number }, weeks: number, rate: number, start: Day, today: Day, releaseOn: Day, holidays: readonly Day[], leastUntil: Day | undefined }

function untilRelease({ left, weeks, rate, start, today, releaseOn, holidays, leastUntil }: Counted): Fit {
  const [days, off] = [Math.max(0, daysBetween(start, releaseOn)), holidaysBetween(holidays, start, releaseOn)]
  // A week has five days to meet on, so a holiday takes a fifth of a week. The small addition is for fifths, which no computer holds exactly.
  const possible = Math.max(0, Math.floor((days / 7 - off / 5) * rate + 1e-9))
  const tooSoon = leastUntil !== undefined && leastUntil > releaseOn && left.most > 0
  return { kind: tooSoon ? 'does-not-fit' : judged(possible, left), left, weeks, weeksLeft: Math.floor(daysBetween(today, releaseOn) / 7), possible, ...start > today && { from: start }, releaseOn, ...off > 0 && { holidays: off }, ...tooSoon && { leastUntil } }
}

// From which the days of a week are counted.
const aMonday = day('2026-11-23')

function weeksFor(weeks: number, today: Day, holidays: readonly Day[]): number {
  return Math.ceil(weeks + holidaysBetween(holidays, today, addDays(today, Math.ceil(weeks * 7))) / 5 - 1e-9)
}

/** Those that fall on a working day, since nobody would have met on the others. */
function holidaysBetween(holidays: readonly Day[], from: Day, before: Day): number {
  return holidays.filter((on) => on >= from && on < before && (daysBetween(aMonday, on) % 7 + 7) % 7 < 5).length
}

function judged(possible: number, left: { least: number, most: number }): 'fits' | 'fits-the-least' | 'does-not-fit' {
  if (possible >= left.most) return 'fits'
  return possible >= left.least ? 'fits-the-least' : 'does-not-fit'
}

function leftOf(dose: Range | undefined, held: number): { least: number, most: number } | undefined {
  const least = dose?.min ?? dose?.typical ?? dose?.max
  const most = dose?.max ?? dose?.typical ?? dose?.min
  if (least === undefined || most === undefined) return undefined
  return { least: Math.max(0, least - held), most: Math.max(0, most - held) }
}

/** The rhythm to count with: what is usual, or else the middle of what is said. */
function usual(aWeek: Range | undefined): number | undefined {
  if (!aWeek) return undefined
  const { min, typical, max } = aWeek
  if (typical !== undefined) return typical
  return min !== undefined && max !== undefined ? (min + max) / 2 : min ?? max
}
