import type { Caution } from '../../cautions.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { moments } from '../moments.ts'
import type { Moments } from '../moments.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { normalInterval } from '../normal-interval.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Values } from '../phases.ts'

export type Yardstick = 'baseline' | 'pooled'
export type Standardised = { se: number | null, sd: number }
type Spread = { sd: number | null, df: number, square: (d: number, scale: number) => number | null }

/**
 * How many standard deviations lie between the mean of B and the mean of A, within this one person?
 *
 * Assumes no trend and independent points. Not comparable with d from a group study: the spread is that of one person over time.
 * Convention: improvement is positive. Spread of A alone ('baseline', df = m - 1) or of both phases ('pooled', df = m + n - 2); corrected for few points by
 * J = 1 - 3/(4 df - 1) unless `corrected: false`; the standard error uses the d already corrected; normal interval. A phase of one point adds nothing to the pooled spread.
 * Reference: Gingerich 1984; Busk & Serlin 1992; as in SingleCaseES.
 */
export function standardisedMeanDifference(A: Values, B: Values, { improvement, yardstick, corrected = true, confidence = 0.95 }: Reading & { yardstick: Yardstick, corrected?: boolean }): Result<Standardised> {
  const given = phases(A, B)
  const { n, missing } = given
  const method = `SMD, ${yardstick} standard deviation${corrected ? '' : ', not corrected for few points'}`
  const lacking = tooFewPoints(method, given, { A: yardstick === 'baseline' ? 2 : 1, B: 1 })
  if (lacking) return lacking

  const before = moments(given.A), after = moments(given.B)
  const spread = yardstick === 'baseline' ? ofBaseline(before, after) : ofBoth(before, after)
  if (spread.sd === null) return notComputable({ method, n, missing, reason: 'too few points for a measure of spread' })
  if (spread.sd === 0) return notComputable({ method, n, missing, reason: `all values ${yardstick === 'baseline' ? 'of phase A' : 'within each phase'} are equal, so there is no spread to measure a change by` })

  const J = corrected ? 1 - 3 / (4 * spread.df - 1) : 1
  const change = improvement === 'increase' ? after.mean - before.mean : before.mean - after.mean
  const value = J * change / spread.sd
  const square = spread.square(value, spread.sd)
  const se = square === null ? null : J * Math.sqrt(square)
  const cautions: Caution[] = se === null ? [...phaseCautions(given), 'one-point-phase'] : phaseCautions(given)
  return found({ method, value, n, missing, se, sd: spread.sd, exact: false, cautions, interval: normalInterval(value, se, confidence) })
}

/** The standard deviation a change is measured by; null where there are too few points for one. */
export function yardstickLength(A: Values, B: Values, yardstick: Yardstick): number | null {
  const given = phases(A, B)
  if (given.A.length === 0 || given.B.length === 0) return null
  const before = moments(given.A), after = moments(given.B)
  return (yardstick === 'baseline' ? ofBaseline(before, after) : ofBoth(before, after)).sd
}

function ofBaseline(before: Moments, after: Moments): Spread {
  const df = before.n - 1
  return {
    df,
    sd: before.variance === null ? null : Math.sqrt(before.variance),
    square: (d, sd) => after.variance === null ? null : 1 / before.n + after.variance / (after.n * sd * sd) + d * d / (2 * df),
  }
}

function ofBoth(before: Moments, after: Moments): Spread {
  const df = before.n + after.n - 2
  const squares = (before.n - 1) * (before.variance ?? 0) + (after.n - 1) * (after.variance ?? 0)
  return { df, sd: df < 1 ? null : Math.sqrt(squares / df), square: (d) => 1 / before.n + 1 / after.n + d * d / (2 * df) }
}
