import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { seriesTrend } from './series-trend.ts'

test('it counts time from 0, by hand', () => {
  // 1, 2, 6: slope 2.5, intercept 0.5; beta 2.5 x 1 / sqrt(7)
  const result = seriesTrend([1, 2, 6]) as { value: number, intercept: number, beta: number }
  expect(result.value).toBeCloseTo(2.5, 12)
  expect(result.intercept).toBeCloseTo(0.5, 12)
  expect(result.beta).toBeCloseTo(2.5 / Math.sqrt(7), 12)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = seriesTrend(one.inputs['A'] as number[])
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.value, storedFigure(one, 'trend.A.b'))).toBe(true)
  expect(agreesWithStored(result.intercept, storedFigure(one, 'trend.A.intercept'))).toBe(true)
  expect(agreesWithStored(result.beta, storedFigure(one, 'trend.A.beta'))).toBe(true)
})

test('it turns round when time does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 }), (series) => {
    const one = seriesTrend(series), back = seriesTrend([...series].reverse())
    expect(one.kind === 'found' && back.kind === 'found' && Math.abs(one.value + back.value) < 1e-10).toBe(true)
  }))
})

test('it is flat without a beta where all are equal, and none with one point', () => {
  expect(seriesTrend([3, 3, 3])).toMatchObject({ beta: null, cautions: ['all-equal'] })
  expect(seriesTrend([3, null])).toMatchObject({ kind: 'too-few', n: 1, missing: 1 })
})
