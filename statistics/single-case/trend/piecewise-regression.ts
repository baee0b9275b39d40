import { confidenceLevel } from '../../describe/observed.ts'
import { fAbove } from '../../distributions/fisher-f.ts'
import { studentTReach, studentTTwoSided } from '../../distributions/student-t.ts'
import { found, notComputable, tooFew } from '../../result.ts'
import type { Interval, Result } from '../../result.ts'
import { leastSquares } from './least-squares.ts'
import type { LeastSquares } from './least-squares.ts'
import { piecewiseColumns } from './piecewise-columns.ts'
import type { Series } from './piecewise-columns.ts'

export type Coefficient = { b: number, se: number, t: number | null, p: number | null, interval: Interval | null }
export type Piecewise = {
  intercept: Coefficient, trend: Coefficient, level: Coefficient, slope: Coefficient
  rSquared: number | null, sigma: number, F: number | null, pF: number | null, df1: number, df2: number
  logLik: number | null, AIC: number | null, durbinWatson: number | null, acf1: number | null
}

/**
 * By how much did the level jump, and the slope change, when phase B began?
 *
 * Assumes straight lines within phases, normal errors of one size that do not depend on one another: look at `durbinWatson` (near 2) and `acf1` (near 0) first.
 * Convention: y = b0 + b1 (t - first t) + b2 phaseB + b3 (t - first t of B) phaseB; least squares; t intervals. The value is b2, the jump.
 * Without any residual the tests have no answer: null.
 * Reference: Huitema & McKean 2000; the same figures as scan's `plm`.
 */
export function piecewiseRegression(series: Series, confidence = 0.95): Result<Piecewise> {
  const method = 'piecewise regression, least squares'
  const { columns, outcome, missing } = piecewiseColumns(series)
  const n = outcome.length
  if (n < 5) return tooFew({ method, n, missing, needed: 5, of: 'points' })
  const fit = leastSquares(columns, outcome)
  if (fit === null) return notComputable({ method, n, missing, reason: 'a phase has too few points for a level and a slope of its own' })

  const sigma = Math.sqrt(fit.left / fit.df)
  const perfect = fit.left <= 1e-24 * outcome.reduce((sum, value) => sum + value * value, 0)
  const against = perfect ? null : { df: fit.df, confidence, reach: studentTReach(confidenceLevel(confidence), fit.df) }
  const [intercept, trend, level, slope] = fit.coefficients.map((b, k) => tested(b, sigma * Math.sqrt(fit.unscaled[k]![k]!), against)) as [Coefficient, Coefficient, Coefficient, Coefficient]
  return found({
    method, value: level.b, n, missing, interval: level.interval,
    cautions: perfect ? ['no-degrees-of-freedom'] : [],
    intercept, trend, level, slope, sigma,
    ...quality(fit, outcome, perfect), ...dependence(fit.residuals, perfect),
  })
}

function tested(b: number, se: number, against: { df: number, confidence: number, reach: number } | null): Coefficient {
  if (against === null) return { b, se, t: null, p: null, interval: null }
  const { df, confidence, reach } = against
  return { b, se, t: b / se, p: studentTTwoSided(b / se, df), interval: { lower: b - reach * se, upper: b + reach * se, confidence, method: `t with ${df} degrees of freedom` } }
}

function quality({ left, df }: LeastSquares, outcome: readonly number[], perfect: boolean): Pick<Piecewise, 'rSquared' | 'F' | 'pF' | 'df1' | 'df2' | 'logLik' | 'AIC'> {
  const n = outcome.length, df1 = 3
  const centre = outcome.reduce((sum, value) => sum + value, 0) / n
  const total = outcome.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  if (total === 0 || perfect) return { rSquared: total === 0 ? null : 1, F: null, pF: null, df1, df2: df, logLik: null, AIC: null }

  const F = (total - left) / df1 / (left / df)
  const logLik = -n / 2 * (Math.log(2 * Math.PI * left / n) + 1)
  return { rSquared: 1 - left / total, F, pF: fAbove(F, df1, df), df1, df2: df, logLik, AIC: 2 * 5 - 2 * logLik }
}

function dependence(residuals: readonly number[], perfect: boolean): Pick<Piecewise, 'durbinWatson' | 'acf1'> {
  if (perfect) return { durbinWatson: null, acf1: null }
  let steps = 0, products = 0, own = residuals[0]! ** 2
  for (let i = 1; i < residuals.length; i++) {
    steps += (residuals[i]! - residuals[i - 1]!) ** 2
    products += residuals[i]! * residuals[i - 1]!
    own += residuals[i]! ** 2
  }
  return { durbinWatson: steps / own, acf1: products / own }
}
