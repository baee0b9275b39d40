import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import values from '../references/distributions.json' with { type: 'json' }
import { normalAbove, normalBelow, normalQuantile, normalReach, normalTwoSided } from './normal.ts'

test('it knows the 95 of a hundred within 1.96', () => {
  expect(normalReach(0.95)).toBeCloseTo(1.959963984540054, 14)
  expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 14)
})

test.each(values['normalBelow [z]'])('it agrees with 40-digit arithmetic below %s', (z, value) => {
  expect(Math.abs(normalBelow(z!) / value! - 1)).toBeLessThan(1e-12)
  expect(normalAbove(-z!)).toBe(normalBelow(z!))
})

test.each(values['normalQuantile [p]'])('it agrees with 40-digit arithmetic for the quantile of %s', (p, value) => {
  expect(Math.abs(normalQuantile(p!) / value! - 1)).toBeLessThan(1e-12)
})

test('it finds the way back from a quantile', () => {
  fc.assert(fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (p) => {
    expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 12)
  }))
})
