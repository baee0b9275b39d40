import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'

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

/** A case whose covariance is any positive matrix, worked out in full. `null` where it is not positive. */
export function denseTotals(data: CaseData, v: Matrix, slopes: readonly Matrix[]): CaseTotals | null {
  const root = new CholeskyDecomposition(v)
  if (!root.isPositiveDefinite()) return null
  const u = withOutcomes(data)
  const weighted = root.solve(u)
  const leaning = slopes.map((slope) => slope.mmul(weighted))
  const settled = leaning.map((matrix) => root.solve(matrix))
  const scaled = slopes.map((slope) => root.solve(slope))
  return {
    n: data.y.length,
    logDeterminant: 2 * root.lowerTriangularMatrix.diagonal().reduce((all, value) => all + Math.log(value), 0),
    s: u.transpose().mmul(weighted),
    h: leaning.map((matrix) => weighted.transpose().mmul(matrix)),
    q: leaning.map((one) => settled.map((other) => one.transpose().mmul(other))),
    trace: scaled.map((matrix) => matrix.trace()),
    traces: scaled.map((one) => scaled.map((other) => crossTrace(one, other))),
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
 * I = (V - Z amounts Z') / within wherever the derivative by `within` stands. `null` where the covariance is not positive.
 */
export function lowRankTotals({ n, uu, uz, zz }: CrossProducts, amounts: Matrix, slopes: readonly Matrix[], within: number): CaseTotals | null {
  const spread = Matrix.eye(zz.rows).mul(within).add(zz.mmul(amounts))
  const size = determinantOf(spread)
  if (!(within > 0 && size > 0)) return null
  const kernel = amounts.mmul(inverse(spread))
  const through = (a: Matrix, az: Matrix, zb: Matrix) => Matrix.sub(a, az.mmul(kernel).mmul(zb)).div(within)
  const s = through(uu, uz, uz.transpose())
  const sz = through(uz, uz, zz)
  const szz = through(zz, zz, zz)

  // The same with V^-2 and V^-3 in the place of V^-1.
  const again = (matrix: Matrix, left: Matrix, right: Matrix) => Matrix.sub(matrix, left.mmul(amounts).mmul(right)).div(within)
  const [r, rz, rzz] = [again(s, sz, sz.transpose()), again(sz, sz, szz), again(szz, szz, szz)]
  const third = again(r, sz, rz.transpose())
  const toAmounts = slopes.map((slope) => sz.mmul(slope))
  const single = (n - crossTrace(amounts, szz)) / within

  const ends = slopes.map((slope) => slope.mmul(szz))
  const mixed = toAmounts.map((matrix) => matrix.mmul(rz.transpose()))
  return {
    n,
    logDeterminant: (n - zz.rows) * Math.log(within) + Math.log(size),
    s,
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
  const [first, ...rest] = all
  if (!first) throw new RangeError('there are no cases to add up')
  return rest.reduce((total, one) => ({
    n: total.n + one.n,
    logDeterminant: total.logDeterminant + one.logDeterminant,
    s: Matrix.add(total.s, one.s),
    h: total.h.map((matrix, i) => Matrix.add(matrix, one.h[i]!)),
    q: total.q.map((row, i) => row.map((matrix, j) => Matrix.add(matrix, one.q[i]![j]!))),
    trace: total.trace.map((value, i) => value + one.trace[i]!),
    traces: total.traces.map((row, i) => row.map((value, j) => value + one.traces[i]![j]!)),
  }), first)
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
