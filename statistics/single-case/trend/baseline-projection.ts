import { leastSquares } from './least-squares.ts'

export type Projection = {
  intercept: number
  slope: number
  /** residual standard deviation, or null with fewer than three points */
  sigma: number | null
  at: (time: number) => number
  /** standard error of the line at a time, or null with fewer than three points */
  errorAt: (time: number) => number | null
}

/**
 * Where would the series be if it went on along its own straight line?
 * Convention: least squares on the times 1, 2, 3 …; null when there are fewer than two points.
 */
export function baselineProjection(values: readonly number[]): Projection | null {
  const fit = leastSquares([values.map(() => 1), values.map((_, i) => i + 1)], values)
  if (fit === null) return null

  const [intercept, slope] = fit.coefficients as [number, number]
  const [[a, b], [, c]] = fit.unscaled as [[number, number], [number, number]]
  const sigma = fit.df < 1 ? null : Math.sqrt(fit.left / fit.df)
  return {
    intercept, slope, sigma,
    at: (time) => intercept + slope * time,
    errorAt: (time) => sigma === null ? null : sigma * Math.sqrt(Math.max(0, a + 2 * b * time + c * time * time)),
  }
}
