import { expect, test } from 'vitest'
import { percentAgreement } from './percent-agreement.ts'

// Two of four persons: half.
test('it matches the hand case', () => {
  expect(percentAgreement({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ kind: 'found', value: 0.5, n: 4, missing: 0 })
})
