import { expect, test } from 'vitest'
import { startPointStatistics as of } from './start-point-statistics.ts'

const A = [2, 4, 6], B = [8, 10]

test('it compares two phases in each way, by hand', () => {
  expect(of['Mean B-A'](A, B)).toBe(5)
  expect(of['Mean A-B'](A, B)).toBe(-5)
  expect(of['Mean |A-B|'](B, A)).toBe(5)
  expect(of['Median B-A'](A, B)).toBe(5)
  expect(of['Median A-B'](A, B)).toBe(-5)
  expect(of['Median |A-B|'](A, B)).toBe(5)
  expect(of['NAP'](A, [3, 8])).toBeCloseTo(100 * 4 / 6, 12)
  expect(of['NAP decreasing'](A, [3, 8])).toBeCloseTo(100 * 2 / 6, 12)
  expect(of['W-test'](A, [3, 8])).toBe(2)
  expect(of['T-test'](A, B)).toBeCloseTo(5 / Math.sqrt(4 / 3 + 2 / 2), 12)
  expect(of['SMD glass'](A, B)).toBe(2.5)
  expect(of['SMD hedges'](A, B)).toBeCloseTo(5 / Math.sqrt(10 / 3) * 2 / 2.75 * Math.sqrt(3 / 5), 12)
})

test('it has no number for a spread of one point', () => {
  expect(of['T-test']([1], B)).toBeNaN()
  expect(of['SMD glass']([1], B)).toBeNaN()
})
