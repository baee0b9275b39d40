import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { addUp, crossProducts, lowRankTotals } from './case-totals.ts'
import type { CaseTotals } from './case-totals.ts'
import { casesAlike, interceptTotals } from './intercept-totals.ts'

const numbers = (totals: CaseTotals) => [totals.n, totals.logDeterminant, ...totals.s.to1DArray(), ...totals.h.flatMap((one) => one.to1DArray()), ...totals.q.flat().flatMap((one) => one.to1DArray()), ...totals.trace, ...totals.traces.flat()]

// One case of two sessions, 1 and 3, between 1, within 1: V = [[2, 1], [1, 2]], its inverse [[2, -1], [-1, 2]] / 3; 1'V^-1 1 = 2/3, y'V^-1 y = (2 - 6 + 18) / 3.
test('it matches the hand case', () => {
  const [alike] = casesAlike([{ y: [1, 3], x: [[1], [1]] }])
  const totals = interceptTotals(alike!, { between: 1, within: 1 }, true)!
  expect(totals.s.get(0, 0)).toBeCloseTo(2 / 3, 12)
  expect(totals.s.get(1, 1)).toBeCloseTo(14 / 3, 12)
  expect(totals.logDeterminant).toBeCloseTo(Math.log(3), 12)
})
test('it comes to the same as case by case, however many cases are alike', () => {
  const sessions = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 4 })
  fc.assert(fc.property(fc.array(sessions, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }), (all, between, within) => {
    const cases = all.map((rows) => ({ y: rows.map(([y]) => y), x: rows.map(([, phase]) => [1, phase]) }))
    const [b, w] = [between / 10, within / 10]
    const together = numbers(addUp(casesAlike(cases).map((alike) => interceptTotals(alike, { between: b, within: w }, true)!)))
    const single = numbers(addUp(cases.map((one) => lowRankTotals(crossProducts(one, one.y.map(() => [1])), new Matrix([[b]]), [new Matrix([[1]])], w)!)))
    together.forEach((figure, i) => expect(Math.abs(figure - single[i]!) / Math.max(1, Math.abs(single[i]!))).toBeLessThan(1e-9))
  }))
})
test('it refuses a spread of nothing', () => {
  expect(interceptTotals(casesAlike([{ y: [1, 2], x: [[1], [1]] }])[0]!, { between: 1, within: 0 }, true)).toBeNull()
})
