import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { concordance } from './kendall-tau-b.ts'
import { kendallVariance, kendallVarianceUntied } from './kendall-variance.ts'

test('it is the spread of S over all orders, counted out', () => {
  // all 24 orders of y against x, both with a tie: the definition itself
  const x = [1, 2, 2, 3], y = [1, 1, 2, 4]
  const scores = orders(y).map((order) => concordance(x, order).score)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const spread = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length
  expect(kendallVariance(x, y)).toBeCloseTo(spread, 12)
})

test('it is the simple formula without ties', () => {
  expect(kendallVariance([1, 2, 3, 4], [4, 3, 1, 2])).toBeCloseTo(kendallVarianceUntied(4), 12)
  expect(kendallVarianceUntied(4)).toBeCloseTo(4 * 3 * 13 / 18, 12)
})

test('it is zero where nothing can vary', () => {
  expect(kendallVariance([1], [2])).toBe(0)
  expect(kendallVariance([1, 2, 3], [5, 5, 5])).toBe(0)
})

test('it is the same whichever list comes first', () => {
  const list = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 })
  fc.assert(fc.property(list, list, (x, y) => {
    expect(kendallVariance(x, y)).toBeCloseTo(kendallVariance(y, x), 10)
  }))
})

function orders(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((first, i) => orders(list.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}
