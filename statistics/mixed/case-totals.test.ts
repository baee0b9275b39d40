import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { addUp, crossProducts, denseTotals, lowRankTotals } from './case-totals.ts'
import { rowsOf } from './rows.ts'
import type { CaseTotals } from './case-totals.ts'

const numbers = (totals: CaseTotals) => [totals.n, totals.logDeterminant, ...totals.s.to1DArray(), ...totals.h.flatMap((one) => one.to1DArray()), ...totals.q.flat().flatMap((one) => one.to1DArray()), ...totals.trace, ...totals.traces.flat()]

// One session with outcome 3 and design 1, variance 2: everything is a single number.
test('it matches the hand case', () => {
  const totals = denseTotals({ y: [3], x: [[1]] }, rowsOf(new Matrix([[2]])), [rowsOf(new Matrix([[1]]))])!
  expect(totals.s.to2DArray()).toEqual([[expect.closeTo(0.5, 12), expect.closeTo(1.5, 12)], [expect.closeTo(1.5, 12), expect.closeTo(4.5, 12)]])
  expect(totals.h[0]!.get(1, 1)).toBeCloseTo(9 / 4, 12)
  expect(totals.q[0]![0]!.get(1, 1)).toBeCloseTo(9 / 8, 12)
  expect([totals.trace[0], totals.traces[0]![0], totals.logDeterminant]).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.25, 12), expect.closeTo(Math.log(2), 12)])
})
test('it comes to the same the short way (from cross products) and the long way', () => {
  const value = fc.integer({ min: -5, max: 5 })
  fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 6 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }), (rows, within, cross) => {
    const data = { y: rows.map(([y]) => y), x: rows.map(([, x]) => [1, x]) }
    const z = new Matrix(rows.map(([, x]) => [1, x]))
    const amounts = new Matrix([[4, cross / 2], [cross / 2, 1]])
    const slopes = [[[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]]].map((one) => new Matrix(one))
    const long = denseTotals(data, rowsOf(z.mmul(amounts).mmul(z.transpose()).add(Matrix.eye(rows.length).mul(within))), [...slopes.map((one) => z.mmul(one).mmul(z.transpose())), Matrix.eye(rows.length)].map(rowsOf))!
    const short = lowRankTotals(crossProducts(data, z.to2DArray()), amounts, slopes, within)!
    numbers(short).forEach((figure, i) => expect(figure).toBeCloseTo(numbers(long)[i]!, 8))
  }), { numRuns: 40 })
})
test('it refuses a covariance that is not positive', () => {
  expect(denseTotals({ y: [1], x: [[1]] }, rowsOf(new Matrix([[-1]])), [])).toBeNull()
  expect(lowRankTotals(crossProducts({ y: [1], x: [[1]] }, [[1]]), new Matrix([[1]]), [], 0)).toBeNull()
})
test('it adds cases up', () => {
  const one = denseTotals({ y: [3], x: [[1]] }, rowsOf(new Matrix([[2]])), [])!
  expect(addUp([one, one]).n).toBe(2)
  expect(() => addUp([])).toThrow('no cases')
})
