import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { findMaximum } from './find-maximum.ts'

test('it finds the top of a parabola', () => {
  expect(findMaximum((x) => 3 - (x - 0.25) ** 2, -1, 1)).toBeCloseTo(0.25, 7)
})

test('it finds any top, and a top at the edge', () => {
  fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (top) => {
    expect(findMaximum((x) => -((x - top) ** 2), -1, 1)).toBeCloseTo(top, 7)
  }))
})

test('it is not caught by the lower of two tops', () => {
  // tops at about -0.7 (height 1) and 0.6 (height 2)
  const curve = (x: number): number => Math.exp(-80 * (x + 0.7) ** 2) + 2 * Math.exp(-80 * (x - 0.6) ** 2)
  expect(findMaximum(curve, -1, 1)).toBeCloseTo(0.6, 7)
})
