import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { fittedAt, leastSquares } from './least-squares.ts'

const ones = (n: number): number[] => Array.from({ length: n }, () => 1)

test('it lays a line through three points by hand', () => {
  // 1, 2, 6 at 0, 1, 2: slope 2.5, intercept 0.5, residuals 0.5, -1, 0.5; X'X = [3 3; 3 5], inverse [5 -3; -3 3] / 6
  const fit = leastSquares([ones(3), [0, 1, 2]], [1, 2, 6])!
  expect(fit.coefficients[0]).toBeCloseTo(0.5, 12)
  expect(fit.coefficients[1]).toBeCloseTo(2.5, 12)
  expect(fit.left).toBeCloseTo(1.5, 12)
  expect(fit.df).toBe(1)
  expect(fit.unscaled.flat().map((entry) => Math.round(entry * 6 * 1e9) / 1e9)).toEqual([5, -3, -3, 3])
  expect(fittedAt(fit.coefficients, [1, 4])).toBeCloseTo(10.5, 12)
})

test('it leaves residuals that no column can explain further', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 12 }), (values) => {
    const columns = [ones(values.length), values.map((_, i) => i), values.map((_, i) => i * i)]
    const fit = leastSquares(columns, values)!
    for (const column of columns) expect(column.reduce((sum, entry, i) => sum + entry * fit.residuals[i]!, 0)).toBeCloseTo(0, 7)
  }))
})

test('it has no answer where columns say the same, or rows are too few', () => {
  expect(leastSquares([ones(3), [2, 2, 2]], [1, 2, 3])).toBeNull()
  expect(leastSquares([ones(1), [2]], [1])).toBeNull()
})
