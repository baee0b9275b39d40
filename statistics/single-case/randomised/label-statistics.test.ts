import { expect, test } from 'vitest'
import { asLabelStatistic, labelStatistic } from './label-statistics.ts'

const values = Float64Array.of(1, 3, 8, 5, 9, 9)

test('it takes means of conditions by hand', () => {
  // A 1, 3, 5: 3; B 8, 9, 9: 26/3
  const labels = [0, 0, 1, 0, 1, 1]
  expect(labelStatistic('B-A', values, 2)(labels)).toBeCloseTo(26 / 3 - 3, 12)
  expect(labelStatistic('A-B', values, 2)(labels)).toBeCloseTo(3 - 26 / 3, 12)
  expect(labelStatistic('|A-B|', values, 2)(labels)).toBeCloseTo(26 / 3 - 3, 12)
})

test('it takes means of phases by hand', () => {
  // A1 1, 3 (2); B1 8; A2 5; B2 9, 9 (9): A 3.5, B 8.5
  expect(labelStatistic('PA-PB', values, 4)([0, 0, 1, 2, 3, 3])).toBeCloseTo(-5, 12)
  expect(labelStatistic('PB-PA', values, 4)([0, 0, 1, 2, 3, 3])).toBeCloseTo(5, 12)
  expect(labelStatistic('|PA-PB|', values, 3)([0, 0, 1, 1, 2, 2])).toBeCloseTo(Math.abs((2 + 9) / 2 - 6.5), 12)
})

test('it leaves a missing point out, and has no number for an empty condition', () => {
  expect(labelStatistic('B-A', Float64Array.of(1, NaN, 8), 2)([0, 0, 1])).toBe(7)
  expect(labelStatistic('B-A', Float64Array.of(1, 2, NaN), 2)([0, 0, 1])).toBeNaN()
})

test('it knows its names', () => {
  expect(asLabelStatistic('PA-PB')).toBe('PA-PB')
  expect(() => asLabelStatistic('A*B')).toThrow('statistic: one of A-B')
})
