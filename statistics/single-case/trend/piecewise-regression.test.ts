import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { piecewiseRegression } from './piecewise-regression.ts'
import type { Series } from './piecewise-columns.ts'

const time = [1, 2, 3, 4, 5, 6, 7, 8], phaseB = [0, 0, 0, 0, 1, 1, 1, 1]
const outcomes = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 })

test('it finds the jump and the new slope of two straight lines, by hand', () => {
  // A 1, 2, 3, 4 would go on at 5; B 8, 10, 12, 14 jumps by 3 and rises by 1 more. No residual: no tests
  const result = piecewiseRegression({ time, phaseB, outcome: [1, 2, 3, 4, 8, 10, 12, 14] })
  if (result.kind !== 'found') throw new Error(result.reason)
  expect([result.intercept.b, result.trend.b, result.level.b, result.slope.b].map((b) => Math.round(b * 1e9) / 1e9)).toEqual([1, 1, 3, 1])
  expect(result).toMatchObject({ F: null, durbinWatson: null, level: { p: null }, cautions: ['no-degrees-of-freedom'] })
})

test.each(storedCases('02b_piecewise_regression'))('it agrees with the stored figures of $id', (one) => {
  const result = piecewiseRegression(one.inputs as Series)
  if (result.kind !== 'found') throw new Error(result.reason)
  for (const name of ['intercept', 'trend', 'level', 'slope'] as const) {
    for (const key of ['b', 'se', 't', 'p'] as const) expect(agreesWithStored(result[name][key], storedFigure(one, `${name}.${key}`))).toBe(true)
    expect(agreesWithStored(result[name].interval?.lower, storedFigure(one, `${name}.ciLower`))).toBe(true)
  }
  for (const key of ['rSquared', 'sigma', 'F', 'AIC', 'durbinWatson', 'acf1'] as const) expect(agreesWithStored(result[key], storedFigure(one, key))).toBe(true)
})

test('it does not mind when the calendar begins, nor a constant added', () => {
  fc.assert(fc.property(outcomes, fc.integer({ min: -50, max: 50 }), (outcome, shift) => {
    const one = piecewiseRegression({ time, phaseB, outcome }), moved = piecewiseRegression({ time: time.map((t) => t + 2000), phaseB, outcome: outcome.map((value) => value + shift) })
    expect(one.kind === 'found' && moved.kind === 'found' && Math.abs(one.level.b - moved.level.b) < 1e-8).toBe(true)
  }))
})

test('it needs more points than it has weights, and two in each phase', () => {
  expect(piecewiseRegression({ time: [1, 2, 3], phaseB: [0, 0, 1], outcome: [1, 2, 3] })).toMatchObject({ kind: 'too-few', needed: 5 })
  expect(piecewiseRegression({ time: [1, 2, 3, 4, 5], phaseB: [0, 0, 0, 0, 1], outcome: [1, 2, 4, 3, 9] })).toMatchObject({ kind: 'not-computable' })
})

test('it has lines but no share explained where all are equal', () => {
  expect(piecewiseRegression({ time, phaseB, outcome: [5, 5, 5, 5, 5, 5, 5, 5] })).toMatchObject({ kind: 'found', rSquared: null, F: null })
})
