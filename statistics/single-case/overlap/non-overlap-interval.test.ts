import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { normalReach } from '../../distributions/normal.ts'
import { nonOverlapInterval } from './non-overlap-interval.ts'

test('it solves its own equation', () => {
  // both bounds put into m n (NAP - x)^2 (2 - x)(1 + x) = z^2 x (1 - x) [2 + h + (1 + 2h) x (1 - x)], with m = 4, n = 6, h = 4
  const { lower, upper } = nonOverlapInterval(0.7, 4, 6, 0.95)
  for (const x of [lower, upper]) {
    const left = 24 * (0.7 - x) ** 2 * (2 - x) * (1 + x)
    const right = normalReach(0.95) ** 2 * x * (1 - x) * (6 + 9 * x * (1 - x))
    expect(left).toBeCloseTo(right, 12)
  }
})

test('it does not collapse to a point at the ends', () => {
  expect(nonOverlapInterval(1, 3, 7, 0.95)).toMatchObject({ upper: 1 })
  expect(nonOverlapInterval(1, 3, 7, 0.95).lower).toBeCloseTo(0.600108247581233, 12)
  expect(nonOverlapInterval(0, 3, 7, 0.95).upper).toBeCloseTo(1 - 0.600108247581233, 12)
})

test('it always holds the estimate and stays within 0 and 1', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.nat(), (m, n, any) => {
    const value = (any % (2 * m * n + 1)) / (2 * m * n)
    const { lower, upper } = nonOverlapInterval(value, m, n, 0.95)
    expect(lower).toBeGreaterThanOrEqual(0)
    expect(upper).toBeLessThanOrEqual(1)
    expect(lower <= value && value <= upper && lower < upper).toBe(true)
  }))
})

test('it grows with the confidence', () => {
  expect(nonOverlapInterval(0.6, 5, 5, 0.99).lower).toBeLessThan(nonOverlapInterval(0.6, 5, 5, 0.9).lower)
})
