import { expect, test } from 'vitest'
import { gwetAc } from './gwet-ac.ts'

// Shares 1/2 and 1/2: chance 2 (1/4 + 1/4) / 2 = 1/2, observed 1/2.
test('it matches the hand case', () => {
  expect(gwetAc({ ratings: [['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']], categories: ['a', 'b'] })).toMatchObject({ kind: 'found', value: 0, n: 4, missing: 0 })
})

// 1 of 4 persons not agreed, shares 7/8 and 1/8: chance 2 * 7/64, AC1 = (3/4 - 7/32) / (1 - 7/32) = 17/25.
test('it stays high where one category is common', () => {
  expect(gwetAc({ ratings: [[1, 1], [1, 1], [1, 1], [1, 2]], categories: [1, 2] })).toMatchObject({ value: expect.closeTo(0.68, 12), method: 'Gwet AC1, identity weights' })
})
