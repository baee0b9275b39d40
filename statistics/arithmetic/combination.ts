import { Matrix } from 'ml-matrix'

/**
 * The sum of matrices of one shape, each times its factor.
 * Convention: own loop, because the library's sums copy element by element through an iterator: 100 times slower at 27 rows, and
 * mixed models spend their time here.
 */
export function combination(parts: readonly (readonly [factor: number, matrix: Matrix])[]): Matrix {
  const [, first] = parts[0]!
  const total = Matrix.zeros(first.rows, first.columns)
  for (const [factor, matrix] of parts) {
    for (let i = 0; i < first.rows; i += 1) {
      for (let j = 0; j < first.columns; j += 1) total.set(i, j, total.get(i, j) + factor * matrix.get(i, j))
    }
  }
  return total
}
