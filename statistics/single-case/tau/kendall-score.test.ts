import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { kendallScore } from './kendall-score.ts'

test('it counts rises less falls by hand', () => {
  // 2 3 1 3: rises 2-3, 2-3, 1-3; falls 2-1, 3-1; one tie
  expect(kendallScore([2, 3, 1, 3])).toBe(1)
  expect(kendallScore([5])).toBe(0)
  expect(kendallScore([4, 4, 4])).toBe(0)
})

test('it turns round when time does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (series) => {
    expect(kendallScore([...series].reverse()) + kendallScore(series)).toBe(0)
  }))
})
