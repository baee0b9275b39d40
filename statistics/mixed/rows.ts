import { Matrix } from 'ml-matrix'

/*
 * A square of numbers as plain rows, for the one place where matrices as large as a case are worked through again and again.
 * Own, because the library's Cholesky solution and products take four times as long at this size.
 */
export type Rows = Float64Array[]

export function rowsOf(matrix: Matrix): Rows {
  return Array.from({ length: matrix.rows }, (_, i) => Float64Array.from({ length: matrix.columns }, (__, j) => matrix.get(i, j)))
}

export function asMatrix(rows: Rows): Matrix {
  const matrix = Matrix.zeros(rows.length, rows[0]!.length)
  rows.forEach((row, i) => row.forEach((value, j) => matrix.set(i, j, value)))
  return matrix
}

/** The inverse and the log determinant of a positive matrix by Cholesky's root; null where it is not positive. */
export function positiveInverse(matrix: Rows): { inverse: Rows, logDeterminant: number } | null {
  const n = matrix.length
  const root = matrix.map((row) => Float64Array.from(row))
  let logDeterminant = 0
  for (let j = 0; j < n; j += 1) {
    const own = root[j]!
    let pivot = own[j]!
    for (let k = 0; k < j; k += 1) pivot -= own[k]! ** 2
    if (!(pivot > 0)) return null
    own[j] = Math.sqrt(pivot)
    logDeterminant += Math.log(pivot)
    for (let i = j + 1; i < n; i += 1) {
      const row = root[i]!
      let value = row[j]!
      for (let k = 0; k < j; k += 1) value -= row[k]! * own[k]!
      row[j] = value / own[j]!
    }
  }
  return { inverse: squared(inverseRoot(root)), logDeterminant }
}

export function product(one: Rows, other: Rows): Rows {
  const columns = other[0]!.length
  return one.map((row) => {
    const sums = new Float64Array(columns)
    for (let k = 0; k < row.length; k += 1) {
      const factor = row[k]!
      const line = other[k]!
      for (let j = 0; j < columns; j += 1) sums[j] = sums[j]! + factor * line[j]!
    }
    return sums
  })
}

export function transposed(rows: Rows): Rows {
  const turned = Array.from({ length: rows[0]!.length }, () => new Float64Array(rows.length))
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!
    for (let j = 0; j < row.length; j += 1) turned[j]![i] = row[j]!
  }
  return turned
}

/** trace(one * other) without the product. */
export function traceOfProduct(one: Rows, other: Rows): number {
  let total = 0
  for (let i = 0; i < one.length; i += 1) {
    const row = one[i]!
    for (let j = 0; j < row.length; j += 1) total += row[j]! * other[j]![i]!
  }
  return total
}

// The inverse of a lower triangle.
function inverseRoot(root: Rows): Rows {
  const n = root.length
  const inverse = root.map(() => new Float64Array(n))
  for (let i = 0; i < n; i += 1) {
    const [own, row] = [root[i]!, inverse[i]!]
    for (let k = 0; k < i; k += 1) {
      const line = inverse[k]!
      for (let j = 0; j <= k; j += 1) row[j] = row[j]! - own[k]! * line[j]!
    }
    for (let j = 0; j < i; j += 1) row[j] = row[j]! / own[i]!
    row[i] = 1 / own[i]!
  }
  return inverse
}

// The transpose of a lower triangle times itself.
function squared(triangle: Rows): Rows {
  const square = triangle.map(() => new Float64Array(triangle.length))
  triangle.forEach((row, last) => {
    for (let i = 0; i <= last; i += 1) {
      const factor = row[i]!
      const line = square[i]!
      for (let j = 0; j <= i; j += 1) line[j] = line[j]! + factor * row[j]!
    }
  })
  square.forEach((line, i) => {
    for (let j = 0; j < i; j += 1) square[j]![i] = line[j]!
  })
  return square
}
