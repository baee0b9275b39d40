import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { median } from './median.ts'

test('it takes the middle, or the mean of the two in the middle', () => {
  expect(median([7, 1, 3])).toBe(3)
  expect(median([7, 1, 3, 4])).toBe(3.5)
  expect(median([5])).toBe(5)
})

test('it does not mind the order and leaves the list as it was', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
  fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), (list) => {
    expect(median([...list].reverse())).toBe(median(list))
  }))
})

test('it moves with what is added to every value', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), fc.integer({ min: -50, max: 50 }), (list, shift) => {
    expect(median(list.map((value) => value + shift))).toBe(median(list) + shift)
  }))
})

test('it has no answer for no values', () => {
  expect(() => median([])).toThrow('the median of no numbers is not defined')
})
