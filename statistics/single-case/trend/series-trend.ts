import { observed } from '../../describe/observed.ts'
import { found, notComputable, tooFew } from '../../result.ts'
import type { Result } from '../../result.ts'
import { leastSquares } from './least-squares.ts'
import { moments } from '../moments.ts'
import type { Values } from '../phases.ts'

/**
 * How steeply does a series rise from one point to the next?
 *
 * Convention: least squares with time counted from 0, so that the intercept is where the series begins; `beta` is the slope in standard deviations
 * of the values per standard deviation of time, null when all values are equal.
 */
export function seriesTrend(series: Values): Result<{ intercept: number, beta: number | null }> {
  const { values, missing } = observed(series, 'series')
  const method = 'least-squares trend, time from 0'
  const n = values.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'points' })

  const times = values.map((_, i) => i)
  const fit = leastSquares([values.map(() => 1), times], values)
  if (fit === null) return notComputable({ method, n, missing, reason: 'no line can be laid through these points' })

  const [intercept, slope] = fit.coefficients as [number, number]
  const inValues = moments(values).variance!, inTime = moments(times).variance!
  const beta = inValues === 0 ? null : slope * Math.sqrt(inTime / inValues)
  return found({ method, value: slope, n, missing, intercept, beta, cautions: inValues === 0 ? ['all-equal'] : [] })
}
