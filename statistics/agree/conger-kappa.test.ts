import { expect, test } from 'vitest'
import { congerKappa } from './conger-kappa.ts'

// Both raters use each category for half: chance 1/2, observed 1/2.
test('it matches the hand case', () => {
  expect(congerKappa({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ kind: 'found', value: 0, n: 4, missing: 0 })
})

// Rater one says a, a, b (2/3, 1/3), rater two a, b, b (1/3, 2/3): chance 4/9, observed 2/3, kappa (2/9) / (5/9).
test('it uses the habits of each rater', () => {
  expect(congerKappa({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ value: expect.closeTo(0.4, 12) })
})
test('it leaves out a rater who rated nobody', () => {
  const two = congerKappa({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'b']], categories: ['a', 'b'] })
  const withIdle = congerKappa({ ratings: [['a', null, 'a'], ['a', null, 'b'], ['b', null, 'b']], categories: ['a', 'b'] })
  expect(withIdle.kind === 'found' && two.kind === 'found' && Math.abs(withIdle.value - two.value) < 1e-12).toBe(true)
})
