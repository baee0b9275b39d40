import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { median } from './median.ts'
import { quantile } from './quantile.ts'

test('it lies between neighbours, by hand', () => {
  // places 0, 1, 2, 3: a share of 0.25 is at place 0.75
  expect(quantile([10, 20, 40, 80], 0.25)).toBe(17.5)
  expect(quantile([80, 10, 40, 20], 1)).toBe(80)
  expect(quantile([7], 0.9)).toBe(7)
})

test('it is the median at one half', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), (values) => {
    expect(quantile(values, 0.5)).toBeCloseTo(median(values), 10)
  }))
})

test('it has no answer for no values', () => {
  expect(() => quantile([], 0.5)).toThrow('not defined')
})
