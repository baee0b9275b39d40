import { Matrix, QrDecomposition, inverse } from 'ml-matrix'

export type LeastSquares = {
  coefficients: number[]
  /** what the fit leaves of each value */
  residuals: number[]
  /** inverse of X'X: the covariance of the coefficients for a residual variance of 1 */
  unscaled: number[][]
  /** sum of the squared residuals */
  left: number
  df: number
}

/**
 * Which weights on these columns come nearest to the values, by least squares?
 *
 * Convention: Householder QR (ml-matrix), not the normal equations, which lose half the digits when columns are nearly alike.
 * null when the columns do not tell the weights apart (a phase without its own trend, fewer rows than columns).
 */
export function leastSquares(columns: readonly (readonly number[])[], values: readonly number[]): LeastSquares | null {
  const rows = values.map((_, i) => columns.map((column) => column[i]!))
  if (values.length < columns.length) return null

  const qr = new QrDecomposition(new Matrix(rows))
  const triangle = qr.upperTriangularMatrix
  if (!fullRank(triangle)) return null

  const coefficients = qr.solve(Matrix.columnVector([...values])).to1DArray()
  const residuals = values.map((value, i) => value - fittedAt(coefficients, rows[i]!))
  const back = inverse(triangle)
  return {
    coefficients, residuals,
    unscaled: back.mmul(back.transpose()).to2DArray(),
    left: residuals.reduce((sum, residual) => sum + residual * residual, 0),
    df: values.length - columns.length,
  }
}

/** The fitted value for one row of the columns. */
export function fittedAt(coefficients: readonly number[], row: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, k) => sum + coefficient * row[k]!, 0)
}

function fullRank(triangle: Matrix): boolean {
  const diagonal = triangle.diagonal().map(Math.abs)
  const largest = Math.max(...diagonal)
  return diagonal.every((entry) => entry > 1e-10 * largest)
}
