import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../references/stored-cases.ts'
import { autocorrelation } from './autocorrelation.ts'

test('it compares each point with the one before, by hand', () => {
  // 1, 2, 6: mean 3, rests -2, -1, 3; (2 - 3) / 14
  expect((autocorrelation([1, 2, 6], 1) as { value: number }).value).toBeCloseTo(-1 / 14, 12)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  for (const lag of [1, 2, 3]) {
    const result = autocorrelation(one.inputs['B'] as number[], lag)
    expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, `autocorr.B.Lag ${lag}`))).toBe(true)
  }
})

test('it does not mind the unit or the direction of time', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 9 }), (series) => {
    const one = autocorrelation(series, 1), other = autocorrelation([...series].reverse().map((value) => 7 * value - 3), 1)
    expect(one.kind).toBe(other.kind)
    if (one.kind === 'found' && other.kind === 'found') expect(one.value).toBeCloseTo(other.value, 9)
  }))
})

test('it has no answer where all are equal or the series is too short', () => {
  expect(autocorrelation([4, 4, 4], 1)).toMatchObject({ kind: 'not-computable', reason: 'all values are equal' })
  expect(autocorrelation([1, null, 2], 2)).toMatchObject({ kind: 'too-few', needed: 3, n: 2, missing: 1 })
})
