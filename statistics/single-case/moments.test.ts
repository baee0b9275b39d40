import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { moments } from './moments.ts'

test('it takes mean and sample variance, by hand', () => {
  // 2, 4, 9: mean 5; squares 9 + 1 + 16 = 26, over 2
  expect(moments([2, 4, 9])).toEqual({ n: 3, mean: 5, variance: 13 })
})

test('it has no variance for one point, which is not a variance of zero', () => {
  expect(moments([7])).toEqual({ n: 1, mean: 7, variance: null })
})

test('it has exactly no variance where all are equal, however the value rounds', () => {
  fc.assert(fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: 2, max: 20 }), (value, n) => {
    expect(moments(Array.from({ length: n }, () => value)).variance).toBe(0)
  }))
})
