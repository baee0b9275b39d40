import { daysBetween, type Day } from '../platform/day.ts'

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
  releaseOn: Day | null
}

/** What is left to do, and what can be done before release: numbers for words, never a verdict on the person. */
export type Fit =
  | { kind: 'no-number' }
  | { kind: 'no-rhythm', left: { least: number, most: number } }
  | { kind: 'no-release', left: { least: number, most: number }, weeks: number }
  | { kind: 'released', left: { least: number, most: number }, releaseOn: Day }
  | { kind: 'fits' | 'fits-the-least' | 'does-not-fit', left: { least: number, most: number }, weeks: number, weeksLeft: number, possible: number, releaseOn: Day }

export const fitChoices = ['prioritise', 'continue-outside', 'both'] as const

/** What can be done about it: the most needed first, going on outside, or both. */
export type FitChoice = (typeof fitChoices)[number]

/** Whether the sessions that are left can be held before the day of release, at the rhythm that was agreed. */
export function fitOf({ dose, held, aWeek, today, releaseOn }: FitFacts): Fit {
  const left = leftOf(dose, held)
  if (!left) return { kind: 'no-number' }
  if (releaseOn && releaseOn <= today) return { kind: 'released', left, releaseOn }
  const rate = usual(aWeek)
  if (!rate) return { kind: 'no-rhythm', left }
  const weeks = Math.ceil(left.most / rate)
  if (!releaseOn) return { kind: 'no-release', left, weeks }
  const days = daysBetween(today, releaseOn)
  const possible = Math.floor(days * rate / 7)
  return { kind: judged(possible, left), left, weeks, weeksLeft: Math.floor(days / 7), possible, releaseOn }
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
