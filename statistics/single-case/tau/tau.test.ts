import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { tau } from './tau.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 })

test('it is (better - worse) / pairs by hand', () => {
  // three pairs better, two worse, one tie, of six
  expect(tau([2, 3], [3, 1, 5], { improvement: 'increase' })).toMatchObject({ value: (2 * 3.5) / 6 - 1 })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figures of $id', (one) => {
  const result = tau(one.inputs['A'] as number[], one.inputs['B'] as number[], one.options as Reading)
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.value, storedFigure(one, 'Tau.est'))).toBe(true)
  expect(agreesWithStored(result.se, storedFigure(one, 'Tau.se'))).toBe(true)
  expect(agreesWithStored(result.interval?.lower, storedFigure(one, 'Tau.ciLower'))).toBe(true)
})

test('it changes only its sign when the phases change places', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = tau(A, B, { improvement: 'increase' }), other = tau(B, A, { improvement: 'increase' })
    if (one.kind !== 'found' || other.kind !== 'found') throw new Error('both have an answer')
    expect(one.value).toBeCloseTo(-other.value, 12)
    expect(one.se).toBeCloseTo(other.se!, 12)
  }))
})

test('it keeps its own name where there is too little', () => {
  expect(tau([], [1], { improvement: 'increase' })).toMatchObject({ kind: 'too-few', method: 'Tau (non-overlap), not corrected for ties' })
})
