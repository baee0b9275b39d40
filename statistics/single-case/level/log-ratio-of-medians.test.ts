import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { logRatioOfMedians } from './log-ratio-of-medians.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'

const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 })
const up: Reading = { improvement: 'increase' }

test('it takes medians and order statistics, by hand', () => {
  // A 1, 2, 4: median 2; B 6, 8, 12: median 8; ln 4.
  // n = 3: place 1, coverage 1/8, quantile 1.1503; errors ln 4 and ln 2 over 2.3007
  const result = logRatioOfMedians([4, 1, 2], [8, 12, 6], up) as { value: number, se: number }
  expect(result.value).toBeCloseTo(Math.log(4), 12)
  expect(result.se).toBeCloseTo(Math.hypot(Math.log(4), Math.log(2)) / (2 * 1.1503493803760083), 10)
})

test.each(storedCases('01_ab_effect_sizes').filter((one) => 'LRM' in one.expected))('it agrees with the stored figures of $id', (one) => {
  const result = logRatioOfMedians(one.inputs['A'] as number[], one.inputs['B'] as number[], one.options as Reading)
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'LRM.est'))).toBe(true)
  expect(agreesWithStored(result.kind === 'found' ? result.se : null, storedFigure(one, 'LRM.se'))).toBe(true)
})

test('it does not mind order or unit, and turns its sign when the phases change places', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: 2, max: 9 }), (A, B, unit) => {
    const one = logRatioOfMedians(A, B, up), turned = logRatioOfMedians([...B].reverse().map((value) => value * unit), A.map((value) => value * unit), up)
    expect(one.kind === 'found' && turned.kind === 'found' && Math.abs(one.value + turned.value) < 1e-10).toBe(true)
  }))
})

test('it has no answer with a zero, and no error with one point', () => {
  expect(logRatioOfMedians([0, 2], [3, 4], up)).toMatchObject({ kind: 'not-computable', reason: 'the logarithm needs values above zero' })
  expect(logRatioOfMedians([2], [3, 4], up)).toMatchObject({ kind: 'found', se: null })
  expect(logRatioOfMedians([], [3, 4], up)).toMatchObject({ kind: 'too-few' })
})
