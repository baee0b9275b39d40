import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { theilSen } from './theil-sen.ts'

test('it takes the median of all slopes, by hand', () => {
  // 1, 2, 6 at 1, 2, 3: slopes 1, 2.5, 4; median 2.5; remainders -1.5, -3, -1.5
  expect(theilSen([1, 2, 6], [1, 2, 3])).toEqual({ slope: 2.5, intercept: -1.5 })
})

test('it agrees with a stored baseline', () => {
  // McKissick, period 1 (SingleCaseES 0.7.4): slope 1.07, intercept 12.55
  const line = theilSen([13.62, 12.57, 15.76], [1, 2, 3])
  expect(line.slope).toBeCloseTo(1.07, 12)
  expect(line.intercept).toBeCloseTo(12.55, 12)
})

test('it runs through a straight line, and one odd point does not move it', () => {
  fc.assert(fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (slope, intercept) => {
    const values = [1, 2, 3, 4, 5, 6].map((time) => intercept + slope * time)
    values[3] = 1000
    expect(theilSen(values, [1, 2, 3, 4, 5, 6])).toMatchObject({ slope, intercept })
  }))
})
