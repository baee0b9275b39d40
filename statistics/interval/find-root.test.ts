import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { findRoot } from './find-root.ts'

test('it finds the square root of two', () => {
  expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
})

test('it does not mind which end is above', () => {
  expect(findRoot((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
  expect(findRoot((x) => x - 1, 1, 3)).toBe(1)
  expect(findRoot((x) => x - 3, 1, 3)).toBe(3)
})

test('it finds any root of a steep curve', () => {
  fc.assert(fc.property(fc.double({ min: -0.99, max: 0.99, noNaN: true }), (place) => {
    expect(findRoot((x) => Math.tanh(50 * (x - place)), -1, 1)).toBeCloseTo(place, 12)
  }))
})

test('it refuses ends on the same side', () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('no root is bracketed')
})
