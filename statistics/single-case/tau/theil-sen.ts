import { median } from '../../describe/median.ts'

export type Line = { slope: number, intercept: number }

/**
 * Which straight line runs through the middle of a series, whatever a single odd point does?
 *
 * Convention: slope = median of the slopes of all pairs; intercept = median of what remains at time 0. Needs two points (the caller makes sure); times must differ.
 * Reference: Theil 1950, Sen 1968.
 */
export function theilSen(values: readonly number[], times: readonly number[]): Line {
  const slopes: number[] = []
  for (let early = 0; early < values.length; early++) {
    for (let late = early + 1; late < values.length; late++) {
      slopes.push((values[late]! - values[early]!) / (times[late]! - times[early]!))
    }
  }

  const slope = median(slopes)
  return { slope, intercept: median(values.map((value, i) => value - slope * times[i]!)) }
}
