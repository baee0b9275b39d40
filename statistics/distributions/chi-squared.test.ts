import { expect, test } from 'vitest'
import values from '../references/distributions.json' with { type: 'json' }
import { chiSquaredAbove, chiSquaredBelow, chiSquaredQuantile } from './chi-squared.ts'

test('it is the exponential distribution with two degrees of freedom', () => {
  expect(chiSquaredAbove(3, 2)).toBeCloseTo(Math.exp(-1.5), 14)
  expect(chiSquaredBelow(3, 2)).toBeCloseTo(1 - Math.exp(-1.5), 14)
})

test.each(values['chiSquaredAbove [x, df]'])('it agrees with 40-digit arithmetic above %s with %s degrees of freedom', (x, df, value) => {
  expect(Math.abs(chiSquaredAbove(x!, df!) / value! - 1)).toBeLessThan(1e-12)
})

test.each(values['chiSquaredQuantile [p, df]'])('it agrees with 40-digit arithmetic for the quantile of %s with %s degrees of freedom', (p, df, value) => {
  expect(Math.abs(chiSquaredQuantile(p!, df!) / value! - 1)).toBeLessThan(1e-12)
})

test('it has everything above zero', () => {
  expect(chiSquaredAbove(0, 3)).toBe(1)
  expect(chiSquaredBelow(0, 3)).toBe(0)
})
