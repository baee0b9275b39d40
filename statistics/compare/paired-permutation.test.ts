import { expect, test } from 'vitest'
import { seededGenerator } from '../chance/seeded-generator.ts'
import { pairedPermutation } from './paired-permutation.ts'
import { pairedValues } from './paired-values.ts'

// All five up: only all-up and all-down reach as far, 2 of 32.
test('it matches the hand case', () => {
  expect(pairedPermutation(pairedValues([10, 12, 9, 14, 11], [15, 16, 12, 20, 13]))).toMatchObject({ value: 4, p: 1 / 16, pGreater: 1 / 32, arrangements: 32, exact: true })
})
test('it does not change when a constant is added to both', () => {
  const here = pairedPermutation(pairedValues([1, 5, 2], [2, 3, 6]))
  expect(pairedPermutation(pairedValues([11, 15, 12], [12, 13, 16]))).toEqual(here)
})
test('it is 1 when nobody changed', () => expect(pairedPermutation(pairedValues([1, 2], [1, 2]))).toMatchObject({ value: 0, p: 1 }))
test('it counts people left out', () => expect(pairedPermutation(pairedValues([1, null], [2, 3]))).toMatchObject({ n: 1, missing: 1, cautions: ['missing-values'] }))
test('it asks for a pair', () => expect(pairedPermutation(pairedValues([null], [1]))).toMatchObject({ kind: 'too-few' }))
test('it says when there are too many arrangements to list', () => {
  const before = Array.from({ length: 30 }, (_, i) => Math.sqrt(i + 1))
  expect(pairedPermutation(pairedValues(before, before.map((value) => value ** 1.5)))).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('2^30') })
})
test('it tells the seed and that it was sampled', () => {
  const before = Array.from({ length: 30 }, (_, i) => Math.sqrt(i + 1))
  const sampled = pairedPermutation(pairedValues(before, before.map((value) => value ** 1.5)), { chance: seededGenerator(11), draws: 999 })
  expect(sampled).toMatchObject({ exact: false, seed: 11, sampled: 999, cautions: ['sampled'], p: 0.001 })
})
