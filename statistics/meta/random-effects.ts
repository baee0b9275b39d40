import { inverse, Matrix } from 'ml-matrix'
import { sum } from '../arithmetic/sum.ts'

export type Estimator = 'FE' | 'DL' | 'REML' | 'PM' | 'ML'
/** Effects with their variances, and what they depend on (a column of ones, with a measure beside it for a regression). */
export type Effects = { y: readonly number[], v: readonly number[], x: readonly (readonly number[])[] }

export type WeightedFit = {
  coefficients: number[]
  spread: Matrix
  /** Weighted sum of squared residuals. */
  q: number
  /** The residual-making matrix W - WX(X'WX)^-1 X'W, its trace and the trace of its square. */
  trace: number
  traceOfSquare: number
  /** y'PPy. */
  pull: number
}

/** The weighted fit when the effects differ by this much beyond their own variances. */
export function weightedFit({ y, v, x }: Effects, tau2: number): WeightedFit {
  const weights = v.map((own) => 1 / (own + tau2))
  const columns = x[0]!.map((_, j) => x.map((row) => row[j]!))
  const information = new Matrix(columns.map((one) => columns.map((other) => sum(one.map((value, i) => value * other[i]! * weights[i]!)))))
  const spread = inverse(information)
  const coefficients = spread.mmul(Matrix.columnVector(columns.map((one) => sum(one.map((value, i) => value * y[i]! * weights[i]!))))).getColumn(0)
  const residuals = y.map((value, i) => value - sum(x[i]!.map((own, j) => own * coefficients[j]!)))
  const weighted = residuals.map((residual, i) => residual * weights[i]!)
  const lean = (power: number) => new Matrix(columns.map((one) => columns.map((other) => sum(one.map((value, i) => value * other[i]! * weights[i]! ** power)))))
  const once = spread.mmul(lean(2))
  return {
    coefficients, spread,
    q: sum(residuals.map((residual, i) => residual * weighted[i]!)),
    trace: sum(weights) - once.trace(),
    traceOfSquare: sum(weights.map((weight) => weight ** 2)) - 2 * spread.mmul(lean(3)).trace() + once.mmul(once).trace(),
    pull: sum(weighted.map((value) => value ** 2)),
  }
}
