import { confidenceLevel } from '../../describe/observed.ts'
import { studentTReach } from '../../distributions/student-t.ts'
import { findMaximum } from '../../interval/find-maximum.ts'
import { found, notComputable, tooFew } from '../../result.ts'
import type { Result } from '../../result.ts'
import { leastSquares } from './least-squares.ts'
import type { LeastSquares } from './least-squares.ts'
import { piecewiseColumns } from './piecewise-columns.ts'
import type { Series } from './piecewise-columns.ts'

export type Autoregression = { phi: number, intercept: number, trend: number, level: number, slope: number, seLevel: number, seSlope: number, logLik: number }

/**
 * By how much did the level jump, and the slope change, when each error carries on a part of the one before?
 *
 * Assumes straight lines within phases and normal errors with autocorrelation phi from one point to the next (in the order given; gaps in time are not longer steps).
 * phi is badly known from a short series, and the intervals do not know that.
 * Convention: maximum likelihood over phi; the model of `piecewiseRegression`; standard errors from the residual variance with n - 4 below the line. The value is the jump.
 * Reference: Pinheiro & Bates 2000, chapter 5; the same figures as nlme's `gls` with corAR1 and ML.
 */
export function piecewiseAutoregression(series: Series, confidence = 0.95): Result<Autoregression> {
  const method = 'piecewise regression with AR(1) errors, maximum likelihood'
  const { columns, outcome, missing } = piecewiseColumns(series)
  const n = outcome.length
  if (n < 6) return tooFew({ method, n, missing, needed: 6, of: 'points' })
  const plain = leastSquares(columns, outcome)
  if (plain === null) return notComputable({ method, n, missing, reason: 'a phase has too few points for a level and a slope of its own' })
  if (plain.left <= 1e-24 * outcome.reduce((sum, value) => sum + value * value, 0)) return notComputable({ method, n, missing, reason: 'the lines leave no residual to learn from' })

  const fitAt = (phi: number): LeastSquares => leastSquares(columns.map((column) => whitened(column, phi)), whitened(outcome, phi))!
  const phi = findMaximum((place) => logLikelihood(fitAt(place).left, n, place), -0.999, 0.999)
  const fit = fitAt(phi)
  const [intercept, trend, level, slope] = fit.coefficients as [number, number, number, number]
  const sigma = Math.sqrt(fit.left / fit.df)
  const [seLevel, seSlope] = [sigma * Math.sqrt(fit.unscaled[2]![2]!), sigma * Math.sqrt(fit.unscaled[3]![3]!)]
  const reach = studentTReach(confidenceLevel(confidence), fit.df) * seLevel
  return found({
    method, value: level, n, missing, exact: false,
    interval: { lower: level - reach, upper: level + reach, confidence, method: `t with ${fit.df} degrees of freedom` },
    phi, intercept, trend, level, slope, seLevel, seSlope, logLik: logLikelihood(fit.left, n, phi),
  })
}

// Takes from each point what it carried on from the one before: afterwards the errors are independent and of one size.
function whitened(values: readonly number[], phi: number): number[] {
  const scale = 1 / Math.sqrt(1 - phi * phi)
  return values.map((value, i) => i === 0 ? value : (value - phi * values[i - 1]!) * scale)
}

function logLikelihood(left: number, n: number, phi: number): number {
  return -n / 2 * (Math.log(2 * Math.PI * left / n) + 1) - (n - 1) / 2 * Math.log(1 - phi * phi)
}
