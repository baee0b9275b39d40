import { expect, test } from 'vitest'
import { fleissKappa } from './fleiss-kappa.ts'

// Shares 1/2 and 1/2: chance 1/2, observed 1/2.
test('it matches the hand case', () => {
  expect(fleissKappa({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ kind: 'found', value: 0, n: 4, missing: 0 })
})
