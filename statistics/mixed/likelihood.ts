import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { combination } from '../arithmetic/combination.ts'
import type { CaseTotals } from './case-totals.ts'

export type Criterion = 'ML' | 'REML'

export type Height = { logLik: number, coefficients: number[], spread: Matrix }
export type Evaluation = Height & {
  /** First derivative of the log likelihood by the parameters. */
  gradient: number[]
  /** Expected information on the parameters, and the observed one (for a covariance that is a straight line in the parameters). */
  expected: Matrix
  observed: Matrix
  /** What Kenward and Roger call P and Q: X'(dV^-1)X and X'(dV^-1)V(dV^-1)X. */
  p: Matrix[]
  q: Matrix[][]
}

/**
 * How likely are outcomes of independent cases, and which coefficients fit them best? From the totals over all cases.
 * Assumes: outcomes follow the normal curve.
 * Convention: REML leaves out what the coefficients cost, with the constant (N - p) log 2 pi. `null` where the design has a
 * column too many.
 * Reference: Harville 1977, JASA 72:320-338; Searle, Casella & McCulloch 1992, ch. 6.
 */
export function heightOf({ n, logDeterminant, s }: CaseTotals, criterion: Criterion): Height | null {
  const columns = s.rows - 1
  const information = s.subMatrix(0, columns - 1, 0, columns - 1)
  const root = new CholeskyDecomposition(symmetric(information))
  if (!root.isPositiveDefinite() || isSpent(root, information)) return null

  const spread = symmetric(root.solve(Matrix.eye(columns)))
  const coefficients = spread.mmul(s.subMatrix(0, columns - 1, columns, columns)).getColumn(0)
  const fit = quadratic(s, [...coefficients.map((value) => -value), 1])
  const free = criterion === 'REML' ? n - columns : n
  const cost = criterion === 'REML' ? 2 * root.lowerTriangularMatrix.diagonal().reduce((all, value) => all + Math.log(value), 0) : 0
  return { logLik: -0.5 * (free * Math.log(2 * Math.PI) + logDeterminant + cost + fit), coefficients, spread }
}

/**
 * The same with the derivatives by the parameters of the covariance.
 * Reference: Harville 1977; Kenward & Roger 1997, Biometrics 53:983-997.
 */
export function evaluationOf(totals: CaseTotals, criterion: Criterion): Evaluation | null {
  const height = heightOf(totals, criterion)
  if (!height) return null
  const { spread, coefficients } = height
  const columns = spread.rows
  const ofDesign = (matrix: Matrix) => matrix.subMatrix(0, columns - 1, 0, columns - 1)
  const residual = [...coefficients.map((value) => -value), 1]
  const [h, q] = [totals.h.map(ofDesign), totals.q.map((row) => row.map(ofDesign))]
  const leaning = totals.h.map((matrix) => matrix.mmul(Matrix.columnVector(residual)).subMatrix(0, columns - 1, 0, 0))
  const spreadH = h.map((matrix) => spread.mmul(matrix))
  const restricted = criterion === 'REML'

  const count = h.length
  const expected = Matrix.zeros(count, count)
  const observed = Matrix.zeros(count, count)
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      const cost = 2 * crossTrace(spread, q[i]![j]!) - crossTrace(spreadH[i]!, spreadH[j]!)
      const information = 0.5 * (totals.traces[i]![j]! - (restricted ? cost : 0))
      expected.set(i, j, information)
      observed.set(i, j, quadratic(totals.q[i]![j]!, residual) - leaning[i]!.transpose().mmul(spread).mmul(leaning[j]!).get(0, 0) - information)
    }
  }
  return {
    ...height, expected, observed, q, p: h.map((matrix) => combination([[-1, matrix]])),
    gradient: h.map((_, i) => -0.5 * (totals.trace[i]! - (restricted ? spreadH[i]!.trace() : 0) - quadratic(totals.h[i]!, residual))),
  }
}

// A column that follows from the others leaves a pivot of nothing but rounding.
function isSpent(root: CholeskyDecomposition, information: Matrix): boolean {
  return root.lowerTriangularMatrix.diagonal().some((pivot, i) => pivot ** 2 < 1e-12 * information.get(i, i))
}

function quadratic(matrix: Matrix, vector: readonly number[]): number {
  return vector.reduce((all, one, i) => all + one * vector.reduce((row, other, j) => row + other * matrix.get(i, j), 0), 0)
}

// trace(one * other) without the product.
function crossTrace(one: Matrix, other: Matrix): number {
  let total = 0
  for (let i = 0; i < one.rows; i += 1) for (let j = 0; j < one.columns; j += 1) total += one.get(i, j) * other.get(j, i)
  return total
}

const symmetric = (matrix: Matrix) => combination([[0.5, matrix], [0.5, matrix.transpose()]])
