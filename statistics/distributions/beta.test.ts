import { expect, test } from 'vitest'
import values from '../references/distributions.json' with { type: 'json' }
import { betaBelow, betaQuantile } from './beta.ts'

test('it is even from 0 to 1 when both shapes are 1', () => {
  expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 14)
})

test.each(values['betaQuantile [p, a, b]'])('it agrees with 40-digit arithmetic for the quantile of %s with shapes %s and %s', (p, a, b, value) => {
  expect(Math.abs(betaQuantile(p!, a!, b!) / value! - 1)).toBeLessThan(1e-12)
})

test('it ends at 0 and 1', () => {
  expect(betaBelow(0, 2, 3)).toBe(0)
  expect(betaBelow(1, 2, 3)).toBe(1)
})
