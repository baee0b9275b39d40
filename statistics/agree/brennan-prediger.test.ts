import { expect, test } from 'vitest'
import { brennanPrediger } from './brennan-prediger.ts'

// Observed 1/2, chance 1/2.
test('it matches the hand case', () => {
  expect(brennanPrediger({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ kind: 'found', value: 0, n: 4, missing: 0 })
})
