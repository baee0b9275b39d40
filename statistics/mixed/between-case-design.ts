import type { TimedCase } from './autocorrelated-totals.ts'
import type { SessionCase } from './session-cases.ts'

/**
 * The designs of a multiple baseline: a change of level, or level and trend each with a change.
 * Convention: time in treatment counts 1 for its first session, so that the effect of B - A sessions after a baseline of A is
 * level + (B - A) * trend.
 * Reference: Pustejovsky, Hedges & Shadish 2014; Valentine, Tanner-Smith & Pustejovsky 2016, Campbell Methods Series.
 */
export function levelDesign(cases: readonly SessionCase[]): TimedCase[] {
  return cases.map(({ rows }) => ({ y: rows.map((row) => row.outcome), time: rows.map((row) => row.time), x: rows.map((row) => [1, row.treatment]) }))
}

export function trendDesign(cases: readonly SessionCase[], centre: number): TimedCase[] {
  return cases.map(({ rows }) => {
    const start = Math.min(...rows.filter((row) => row.treatment === 1).map((row) => row.time))
    return {
      y: rows.map((row) => row.outcome),
      time: rows.map((row) => row.time),
      x: rows.map((row) => [1, row.time - centre, row.treatment, row.treatment === 1 ? row.time - start + 1 : 0]),
    }
  })
}
