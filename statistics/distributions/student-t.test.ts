import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import values from '../references/distributions.json' with { type: 'json' }
import { studentTAbove, studentTBelow, studentTQuantile, studentTReach, studentTTwoSided } from './student-t.ts'

test('it is the Cauchy distribution with one degree of freedom', () => {
  // P(T <= 1) = 1/2 + atan(1)/pi = 3/4
  expect(studentTBelow(1, 1)).toBeCloseTo(0.75, 14)
  expect(studentTTwoSided(1, 1)).toBeCloseTo(0.5, 14)
})

test.each(values['studentTBelow [t, df]'])('it agrees with 40-digit arithmetic below %s with %s degrees of freedom', (t, df, value) => {
  expect(Math.abs(studentTBelow(t!, df!) / value! - 1)).toBeLessThan(1e-12)
  expect(studentTAbove(-t!, df!)).toBe(studentTBelow(t!, df!))
})

test.each(values['studentTQuantile [p, df]'])('it agrees with 40-digit arithmetic for the quantile of %s with %s degrees of freedom', (p, df, value) => {
  expect(Math.abs(studentTQuantile(p!, df!) / value! - 1)).toBeLessThan(1e-12)
})

test('it is the same on both sides of zero', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), fc.double({ min: 0.5, max: 200, noNaN: true }), (t, df) => {
    expect(studentTBelow(-t, df) + studentTBelow(t, df)).toBeCloseTo(1, 12)
  }))
})

test('it is at its middle at zero and without reach beyond', () => {
  expect(studentTQuantile(0.5, 3)).toBe(0)
  expect(studentTTwoSided(Infinity, 3)).toBe(0)
  expect(studentTReach(0.95, 16)).toBeCloseTo(2.119905299, 8)
})
