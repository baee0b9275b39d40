import { inverse, Matrix } from 'ml-matrix'
import { combination } from '../arithmetic/combination.ts'
import { asMatrix, positiveInverse, product, traceOfProduct, transposed } from './rows.ts'
import type { Rows } from './rows.ts'

/** One case (or cluster): its outcomes and its rows of the design. Cases are independent of each other. */
export type CaseData = { y: number[], x: number[][] }

/**
 * What one case adds to the likelihood; cases add up. U is the design with the outcomes as its last column, V the covariance of
 * the outcomes, G[i] its derivative by parameter i.
 */
export type CaseTotals = {
  n: number
  logDeterminant: number
  /** U'V^-1 U */
  s: Matrix
  /** U'V^-1 G[i] V^-1 U, and U'V^-1 G[i] V^-1 G[j] V^-1 U */
  h: Matrix[]
  q: Matrix[][]
  /** trace(V^-1 G[i]), and trace(V^-1 G[i] V^-1 G[j]) */
  trace: number[]
  traces: number[][]
}

/**
 * A case whose covariance is any positive matrix, worked out in full. `null` where it is not positive.
 */
export function denseTotals(data: CaseData, v: Rows, slopes: readonly Rows[]): CaseTotals | null {
  const solved = positiveInverse(v)
  if (!solved) return null
  const { inverse: inverted, logDeterminant } = solved
  const u = data.x.map((row, i) => Float64Array.of(...row, data.y[i]!))
  const weighted = product(inverted, u)
  const turned = transposed(weighted)
  const leaning = slopes.map((slope) => product(slope, weighted))
  const settled = leaning.map((rows) => product(inverted, rows))
  const scaled = slopes.map((slope) => product(inverted, slope))
  return {
    n: data.y.length,
    logDeterminant,
    s: asMatrix(product(transposed(u), weighted)),
    h: leaning.map((rows) => asMatrix(product(turned, rows))),
    q: leaning.map(transposed).map((one) => settled.map((other) => asMatrix(product(one, other)))),
    trace: slopes.map((slope) => traceOfProduct(inverted, slope)),
    traces: scaled.map((one) => scaled.map((other) => traceOfProduct(one, other))),
  }
}

/** The cross products of a case that has random amounts along the columns of `z` and independent errors; made once. */
export type CrossProducts = { n: number, uu: Matrix, uz: Matrix, zz: Matrix }

export function crossProducts(data: CaseData, z: readonly (readonly number[])[]): CrossProducts {
  const u = withOutcomes(data)
  const along = new Matrix(z.map((row) => [...row]))
  return { n: data.y.length, uu: u.transpose().mmul(u), uz: u.transpose().mmul(along), zz: along.transpose().mmul(along) }
}

/**
 * A case with covariance Z amounts Z' + within I, from its cross products: the work does not grow with the number of sessions.
 * Convention: `slopes` are the derivatives of `amounts`; the last parameter is always `within`. Woodbury's identity, and
 * I = (V - Z amounts Z') / within wherever the derivative by `within` stands; no derivatives where `slopes` is null. `null` where
 * the covariance is not positive.
 */
export function lowRankTotals({ n, uu, uz, zz }: CrossProducts, amounts: Matrix, slopes: readonly Matrix[] | null, within: number): CaseTotals | null {
  const spread = combination([[within, Matrix.eye(zz.rows)], [1, zz.mmul(amounts)]])
  const size = determinantOf(spread)
  if (!(within > 0 && size > 0)) return null
  const kernel = amounts.mmul(inverse(spread))
  const through = (a: Matrix, az: Matrix, zb: Matrix) => combination([[1 / within, a], [-1 / within, az.mmul(kernel).mmul(zb)]])
  const s = through(uu, uz, uz.transpose())
  const plain = { n, logDeterminant: (n - zz.rows) * Math.log(within) + Math.log(size), s }
  if (!slopes) return { ...plain, h: [], q: [], trace: [], traces: [] }

  const sz = through(uz, uz, zz)
  const szz = through(zz, zz, zz)

  // The same with V^-2 and V^-3 in the place of V^-1.
  const again = (matrix: Matrix, left: Matrix, right: Matrix) => combination([[1 / within, matrix], [-1 / within, left.mmul(amounts).mmul(right)]])
  const [r, rz, rzz] = [again(s, sz, sz.transpose()), again(sz, sz, szz), again(szz, szz, szz)]
  const third = again(r, sz, rz.transpose())
  const toAmounts = slopes.map((slope) => sz.mmul(slope))
  const single = (n - crossTrace(amounts, szz)) / within

  const ends = slopes.map((slope) => slope.mmul(szz))
  const mixed = toAmounts.map((matrix) => matrix.mmul(rz.transpose()))
  return {
    ...plain,
    h: [...toAmounts.map((matrix) => matrix.mmul(sz.transpose())), r],
    q: [
      ...toAmounts.map((matrix, i) => [...toAmounts.map((other) => matrix.mmul(szz).mmul(other.transpose())), mixed[i]!]),
      [...mixed.map((matrix) => matrix.transpose()), third],
    ],
    trace: [...ends.map((matrix) => matrix.trace()), single],
    traces: [
      ...ends.map((one, i) => [...ends.map((other) => crossTrace(one, other)), crossTrace(slopes[i]!, rzz)]),
      [...slopes.map((slope) => crossTrace(slope, rzz)), (single - crossTrace(amounts, rzz)) / within],
    ],
  }
}

export function addUp(all: readonly CaseTotals[]): CaseTotals {
  const [first] = all
  if (!first) throw new RangeError('there are no cases to add up')
  const total = (of: (one: CaseTotals) => number) => all.reduce((sum, one) => sum + of(one), 0)
  const matrices = (of: (one: CaseTotals) => Matrix) => combination(all.map((one) => [1, of(one)]))
  return {
    n: total((one) => one.n),
    logDeterminant: total((one) => one.logDeterminant),
    s: matrices((one) => one.s),
    h: first.h.map((_, i) => matrices((one) => one.h[i]!)),
    q: first.q.map((row, i) => row.map((_, j) => matrices((one) => one.q[i]![j]!))),
    trace: first.trace.map((_, i) => total((one) => one.trace[i]!)),
    traces: first.traces.map((row, i) => row.map((_, j) => total((one) => one.traces[i]![j]!))),
  }
}

function withOutcomes({ x, y }: CaseData): Matrix {
  return new Matrix(x.map((row, i) => [...row, y[i]!]))
}

// One or two amounts a case: no need for more.
function determinantOf(matrix: Matrix): number {
  return matrix.rows === 1 ? matrix.get(0, 0) : matrix.get(0, 0) * matrix.get(1, 1) - matrix.get(0, 1) * matrix.get(1, 0)
}

// trace(one * other) without the product.
function crossTrace(one: Matrix, other: Matrix): number {
  let total = 0
  for (let i = 0; i < one.rows; i += 1) for (let j = 0; j < one.columns; j += 1) total += one.get(i, j) * other.get(j, i)
  return total
}
