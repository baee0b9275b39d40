import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementWeights, categoryPositions } from './agreement-weights.ts'

const all = ['identity', 'linear', 'quadratic', 'ordinal'] as const

test('it gives linear weights by distance over the widest distance', () => {
  expect(agreementWeights('linear', [1, 2, 3, 4, 6])(3, 4)).toBeCloseTo(1 - 2 / 5, 12)
})
test('it squares the distance for quadratic weights', () => {
  expect(agreementWeights('quadratic', [0, 1, 2])(0, 1)).toBe(0.75)
})
// Neighbours among 4 categories: one pair of them out of six.
test('it counts the pairs between for ordinal weights', () => {
  expect(agreementWeights('ordinal', [0, 1, 2, 3])(1, 2)).toBeCloseTo(1 - 1 / 6, 12)
})
test('it gives half agreement to nobody under identity', () => {
  expect(agreementWeights('identity', [0, 1, 2])(0, 1)).toBe(0)
})
test('it is 1 on the diagonal, 0 at the ends, and the same both ways', () => {
  fc.assert(fc.property(fc.constantFrom(...all), fc.integer({ min: 2, max: 7 }), fc.nat(6), fc.nat(6), (kind, count, a, b) => {
    const near = agreementWeights(kind, Array.from({ length: count }, (_, rank) => rank))
    expect(near(a % count, a % count)).toBe(1)
    expect(near(0, count - 1)).toBeCloseTo(0, 12)
    expect(near(a % count, b % count)).toBe(near(b % count, a % count))
  }))
})
test('it does not divide by nothing when there is one category', () => {
  expect(agreementWeights('quadratic', [3])(0, 0)).toBe(1)
})
test('it takes numbers as positions and words by rank', () => {
  expect(categoryPositions([1, 2, 6])).toEqual([1, 2, 6])
  expect(categoryPositions(['low', 'high'])).toEqual([0, 1])
})
