import { mean } from '../arithmetic/mean.ts'
import { sum } from '../arithmetic/sum.ts'
import type { SessionCase } from './session-cases.ts'

/**
 * How much do outcomes of a case vary within a phase, and how much of one session is carried into the next?
 * Assumes: level outcomes within each phase; autocorrelation falling off with the distance in time.
 * Convention: deviations from the phase's mean; the autocorrelation is the sum of products of neighbours over the sum of squares,
 * plus what taking off the means costs on average, sum((n - 1)/n) / sum(n - 1). In a multiple baseline the last baseline session
 * and the first of treatment are neighbours too; in a reversal design only sessions of one phase are.
 * Reference: Hedges, Pustejovsky & Shadish 2012, 2013. Null where nothing varies.
 */
export function withinSpread(cases: readonly SessionCase[], plan: 'multiple-baseline' | 'reversal'): { autocorrelation: number, variance: number } | null {
  const segments = cases.map(({ rows }) => [...Map.groupBy(rows, (row) => `${row.phase} ${row.treatment}`).values()].map((segment) => {
    const centre = mean(segment.map((row) => row.outcome))
    return segment.map((row) => ({ time: row.time, away: row.outcome - centre }))
  }))
  const all = segments.flat()
  const squares = sum(all.flat().map((one) => one.away ** 2))
  const lengths = all.map((segment) => segment.length)
  const pairs = sum(lengths.map((length) => length - 1))
  if (pairs === 0 || !(squares > 0)) return null

  const chains = plan === 'reversal' ? all : segments.map((own) => own.flat().toSorted((one, other) => one.time - other.time))
  const products = sum(chains.map((chain) => sum(chain.slice(1).map((one, i) => one.away * chain[i]!.away))))
  const autocorrelation = products / squares + sum(lengths.map((length) => (length - 1) / length)) / pairs
  const expected = sum(all.map((segment) => segment.length - distanceSum(segment.map((one) => one.time), autocorrelation) / segment.length))
  return { autocorrelation, variance: squares / expected }
}

/** The sum of autocorrelation^distance over all pairs of times (each with itself too), weighted where weights are given. */
export function distanceSum(times: readonly number[], autocorrelation: number, weights: readonly number[] = times.map(() => 1)): number {
  return sum(times.map((one, i) => weights[i]! * sum(times.map((other, j) => weights[j]! * autocorrelation ** Math.abs(one - other)))))
}
