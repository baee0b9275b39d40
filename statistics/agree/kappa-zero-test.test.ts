import { expect, test } from 'vitest'
import { kappaZeroTest } from './kappa-zero-test.ts'

// All margins 1/2: the variance of kappa under chance is 1/n, so z = -1 * sqrt(6).
test('it matches the hand case', () => {
  expect(kappaZeroTest({ table: [[0, 3], [3, 0]], n: 6, missing: 0 })).toMatchObject({ value: -1, z: expect.closeTo(-Math.sqrt(6), 12), exact: false })
})
test('it does not test where a rater used one category only', () => {
  expect(kappaZeroTest({ table: [[2, 0], [3, 0]], n: 5, missing: 0 })).toMatchObject({ kind: 'not-computable' })
  expect(kappaZeroTest({ table: [[5, 0], [0, 0]], n: 5, missing: 0 })).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two persons', () => expect(kappaZeroTest({ table: [[1]], n: 1, missing: 0 })).toMatchObject({ kind: 'too-few' }))
