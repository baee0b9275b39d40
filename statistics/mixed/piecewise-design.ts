import type { TimedCase } from './autocorrelated-totals.ts'
import type { SessionCase } from './session-cases.ts'

/**
 * The design of piecewise regression: level, trend in A, change of level with B, change of trend with B.
 * Convention: time counts from the case's first session, and time in B from its first session in B.
 * Reference: Huitema & McKean 2000, Educational and Psychological Measurement 60:38-58.
 */
export function piecewiseDesign(cases: readonly SessionCase[]): TimedCase[] {
  return cases.map(({ rows }) => {
    const first = Math.min(...rows.map((row) => row.time))
    const firstInB = Math.min(...rows.filter((row) => row.treatment === 1).map((row) => row.time))
    return {
      y: rows.map((row) => row.outcome),
      time: rows.map((row) => row.time),
      x: rows.map((row) => [1, row.time - first, row.treatment, row.treatment === 1 ? row.time - firstInB : 0]),
    }
  })
}
