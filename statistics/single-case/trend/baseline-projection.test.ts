import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { baselineProjection } from './baseline-projection.ts'

test('it carries the line on, by hand', () => {
  // 1, 2, 6 at 1, 2, 3: slope 2.5, intercept -2; residual variance 1.5; error at 4: sqrt(1.5 (1/3 + 4/2))
  const line = baselineProjection([1, 2, 6])!
  expect(line.slope).toBeCloseTo(2.5, 12)
  expect(line.at(4)).toBeCloseTo(8, 12)
  expect(line.sigma).toBeCloseTo(Math.sqrt(1.5), 12)
  expect(line.errorAt(4)).toBeCloseTo(Math.sqrt(1.5 * (1 / 3 + 2)), 12)
})

test('it goes on exactly along a straight line', () => {
  fc.assert(fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (slope, intercept) => {
    expect(baselineProjection([1, 2, 3, 4].map((time) => intercept + slope * time))!.at(9)).toBeCloseTo(intercept + 9 * slope, 9)
  }))
})

test('it has no error with two points, and no line with one', () => {
  expect(baselineProjection([4, 6])).toMatchObject({ sigma: null })
  expect(baselineProjection([4, 6])!.errorAt(3)).toBeNull()
  expect(baselineProjection([4])).toBeNull()
})
