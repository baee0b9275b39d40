import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { autocorrelatedTotals, ordered } from './autocorrelated-totals.ts'
import type { MemoryParameters, TimedCase } from './autocorrelated-totals.ts'
import { denseTotals } from './case-totals.ts'
import type { CaseTotals } from './case-totals.ts'
import { rowsOf } from './rows.ts'

const numbers = (totals: CaseTotals) => [totals.n, totals.logDeterminant, ...totals.s.to1DArray(), ...totals.h.flatMap((one) => one.to1DArray()), ...totals.q.flat().flatMap((one) => one.to1DArray()), ...totals.trace, ...totals.traces.flat()]

/** The long way: the whole covariance and its derivatives, multiplied out. */
function longWay(data: TimedCase, { between, within, memory }: MemoryParameters): CaseTotals {
  const each = (of: (distance: number) => number) => rowsOf(new Matrix(data.time.map((one) => data.time.map((other) => of(Math.abs(one - other))))))
  return denseTotals(data, each((d) => between + within * memory ** d), [each(() => 1), each((d) => memory ** d), each((d) => (d === 0 ? 0 : within * d * memory ** (d - 1)))])!
}

// Two sessions one step apart, memory 0.5, within 1, nothing between: V = [[1, .5], [.5, 1]], its determinant 0.75, and 1'V^-1 1 = 2 (1 - .5) / .75.
test('it matches the hand case', () => {
  const totals = autocorrelatedTotals(ordered({ y: [1, 3], x: [[1], [1]], time: [1, 2] }), { between: 0, within: 1, memory: 0.5 }, true)!
  expect(totals.logDeterminant).toBeCloseTo(Math.log(0.75), 12)
  expect(totals.s.get(0, 0)).toBeCloseTo(4 / 3, 12)
  // y'V^-1 y = (1 - 2 * .5 * 3 + 9) / .75
  expect(totals.s.get(1, 1)).toBeCloseTo(7 / 0.75, 12)
})

test('it comes to the same as the long way, whatever the times, their order and the parameters', () => {
  const step = fc.integer({ min: 1, max: 4 })
  fc.assert(fc.property(fc.array(fc.tuple(step, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 9 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: -90, max: 95 }), (sessions, between, within, memory) => {
    let at = 0
    const data = { y: sessions.map(([, y]) => y), x: sessions.map(([, , phase]) => [1, phase]), time: sessions.map(([gap]) => (at += gap)) }
    const turned = { y: data.y.toReversed(), x: data.x.toReversed(), time: data.time.toReversed() }
    const parameters = { between: between / 10, within: within / 10, memory: memory / 100 }
    const long = numbers(longWay(data, parameters))
    for (const one of [data, turned]) {
      numbers(autocorrelatedTotals(ordered(one), parameters, true)!).forEach((figure, i) => expect(Math.abs(figure - long[i]!) / Math.max(1, Math.abs(long[i]!))).toBeLessThan(1e-8))
    }
  }), { numRuns: 200 })
})

test('it bears parts of a step where the memory is positive', () => {
  const data = { y: [1, 4, 2, 8], x: [[1, 0], [1, 0], [1, 1], [1, 1]], time: [0, 0.5, 2, 2.25] }
  const parameters = { between: 2, within: 3, memory: 0.3 }
  const long = numbers(longWay(data, parameters))
  numbers(autocorrelatedTotals(ordered(data), parameters, true)!).forEach((figure, i) => expect(figure).toBeCloseTo(long[i]!, 8))
})

test('it refuses two sessions at one time, and a spread of nothing', () => {
  expect(autocorrelatedTotals(ordered({ y: [1, 2], x: [[1], [1]], time: [3, 3] }), { between: 1, within: 1, memory: 0.2 }, true)).toBeNull()
  expect(autocorrelatedTotals(ordered({ y: [1, 2], x: [[1], [1]], time: [3, 4] }), { between: 1, within: 0, memory: 0.2 }, true)).toBeNull()
})
