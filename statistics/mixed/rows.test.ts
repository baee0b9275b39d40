import fc from 'fast-check'
import { inverse, Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { asMatrix, positiveInverse, product, rowsOf, traceOfProduct, transposed } from './rows.ts'

const flat = (matrix: Matrix) => matrix.to1DArray()

// [[2, 1], [1, 2]]: determinant 3.
test('it matches the hand case', () => {
  const { inverse: inverted, logDeterminant } = positiveInverse(rowsOf(new Matrix([[2, 1], [1, 2]])))!
  expect(logDeterminant).toBeCloseTo(Math.log(3), 12)
  flat(asMatrix(inverted)).forEach((value, k) => expect(3 * value).toBeCloseTo([2, -1, -1, 2][k]!, 12))
})
test('it says when a matrix is not positive', () => {
  expect(positiveInverse(rowsOf(new Matrix([[1, 2], [2, 1]])))).toBeNull()
  expect(positiveInverse(rowsOf(new Matrix([[Number.NaN]])))).toBeNull()
})
test('it agrees with the library, whatever the matrix', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (values) => {
    const some = new Matrix(values)
    const positive = some.mmul(some.transpose()).add(Matrix.eye(3))
    const [rows, others] = [rowsOf(positive), rowsOf(some)]
    flat(asMatrix(positiveInverse(rows)!.inverse)).forEach((value, k) => expect(value).toBeCloseTo(flat(inverse(positive))[k]!, 8))
    expect(flat(asMatrix(product(rows, others)))).toEqual(flat(positive.mmul(some)))
    expect(flat(asMatrix(transposed(others)))).toEqual(flat(some.transpose()))
    expect(traceOfProduct(rows, others)).toBeCloseTo(positive.mmul(some).trace(), 9)
  }))
})
