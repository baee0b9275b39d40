import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { summary } from './summary.ts'

test('it describes five values by hand', () => {
  // 1 2 4 8 10: median 4, quarters 2 and 8, mean 5, squares 16 + 9 + 1 + 9 + 25 = 60 over 4
  expect(summary([8, 1, 4, 10, 2])).toMatchObject({ value: 4, lowerQuarter: 2, upperQuarter: 8, mean: 5, sd: Math.sqrt(15), lowest: 1, highest: 10, shareMissing: 0 })
})

test('it agrees with numpy 2.4.6: percentile() and std(ddof=1)', () => {
  const result = summary([12, 15, 9, 22, 18, 30]) as { value: number, lowerQuarter: number, upperQuarter: number, sd: number }
  expect([result.value, result.lowerQuarter, result.upperQuarter]).toEqual([16.5, 12.75, 21])
  expect(result.sd).toBeCloseTo(7.554248, 6)
})

test('it does not mind the order, and moves with what is added', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2 }), fc.integer({ min: -50, max: 50 }), (values, shift) => {
    const one = summary(values), moved = summary(values.toReversed().map((value) => value + shift))
    expect(one.kind === 'found' && moved.kind === 'found' && Math.abs(moved.value - one.value - shift) < 1e-9 && Math.abs(moved.sd! - one.sd!) < 1e-9).toBe(true)
  }))
})

test('it tells what is missing, has no spread of one value, and no answer for none', () => {
  expect(summary([4, null, null, null])).toMatchObject({ value: 4, sd: null, n: 1, missing: 3, shareMissing: 0.75, cautions: ['missing-values'] })
  expect(summary([null])).toMatchObject({ kind: 'too-few', missing: 1 })
  expect(summary([3, 3])).toMatchObject({ value: 3, sd: 0 })
})
