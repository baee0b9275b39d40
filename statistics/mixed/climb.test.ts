import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { crossProducts, lowRankTotals } from './case-totals.ts'
import { climb } from './climb.ts'

const products = crossProducts({ y: [1, 2, 6], x: [[1], [1], [1]] }, [[1], [1], [1]])
const varianceOnly = ([within]: readonly number[]) => lowRankTotals(products, new Matrix([[0]]), [], within!)

// With no more than an error, REML gives the sample variance, (4 + 1 + 9) / 2, and ML the same over three.
test('it finds the variance', () => {
  expect(climb(varianceOnly, 'REML', [{ from: 0, to: Infinity }], [1])?.parameters[0]).toBeCloseTo(7, 8)
  expect(climb(varianceOnly, 'ML', [{ from: 0, to: Infinity }], [50])?.parameters[0]).toBeCloseTo(14 / 3, 8)
})
test('it stops at the end of a range and says that it settled there', () => {
  expect(climb(varianceOnly, 'REML', [{ from: 0, to: 2 }], [1])).toMatchObject({ parameters: [2], settled: true })
})
test('it has nowhere to begin where there is no covariance', () => {
  expect(climb(() => null, 'REML', [{ from: 0, to: 1 }], [1])).toBeNull()
})
