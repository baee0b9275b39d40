import { wrongInput } from '../../result.ts'
import type { Moments } from '../moments.ts'

/**
 * What was counted. `resolution` is the number of equal parts a single value is made of (the D of Pustejovsky 2018): 1 for a count, the observation length for a rate,
 * the number of intervals for a proportion, a hundredth of it for a percentage. Not given = infinitely fine.
 */
export const scales = ['count', 'rate', 'proportion', 'percentage', 'other'] as const
export type Scale = typeof scales[number]
export type Measured = { scale: Scale, observationLength?: number | undefined, intervals?: number | undefined }

/** How finely is the outcome measured? Infinity where nothing is known of it. */
export function resolution({ scale, observationLength, intervals }: Measured): number {
  if (scale === 'count') return 1
  if (scale === 'rate') return positive(observationLength, 'observationLength')
  if (scale === 'proportion') return atLeastOne(intervals)
  return scale === 'percentage' ? atLeastOne(intervals) / 100 : Infinity
}

/** The highest value the scale allows, or null where there is none. */
export function ceilingOf(scale: Scale): number | null {
  return scale === 'proportion' ? 1 : scale === 'percentage' ? 100 : null
}

/**
 * Mean and variance, kept above the smallest that the scale could show: half a part in all observations together.
 * A mean of 0 has no logarithm; but "nothing in five sessions" does not mean that it never happens.
 */
export function truncated({ n, mean, variance }: Moments, D: number): Moments {
  if (D === Infinity) return { n, mean, variance }
  return { n, mean: Math.max(mean, 1 / (2 * D * n)), variance: variance === null ? null : Math.max(variance, 1 / (D * D * n ** 3)) }
}

function positive(value: number | undefined, place: string): number {
  if (value === undefined) return Infinity
  if (value > 0) return value
  throw wrongInput(place, `${value} was given where a number above zero belongs`)
}

// A share of less than one interval is no share: half a part would be more than the whole.
function atLeastOne(intervals: number | undefined): number {
  if (intervals === undefined || intervals >= 1) return intervals ?? Infinity
  throw wrongInput('intervals', `${intervals} was given where a number from 1 belongs`)
}
