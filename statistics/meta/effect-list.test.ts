import { expect, test } from 'vitest'
import { effectList } from './effect-list.ts'

test('it leaves out and counts effects without a value or a variance', () => {
  expect(effectList([1, null, 3], [0.1, 0.2, null])).toEqual({ y: [1], v: [0.1], missing: 2 })
})
test('it refuses a variance of zero, a text, and lists of unequal length', () => {
  expect(() => effectList([1, 2], [0.1, 0])).toThrow('vi, place 2: 0')
  expect(() => effectList(['x'], [0.1])).toThrow('yi, place 1')
  expect(() => effectList([1], [])).toThrow('0 variances where yi has 1')
})
test('it refuses variances that cannot be weighed together', () => {
  expect(() => effectList([1, 2], [0.1, 1e-20])).toThrow('vi, place 2: 1e-20 is too small beside 0.1')
})
