import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineCorrectedTau } from '../tau/baseline-corrected-tau.ts'
import { logResponseRatio } from '../level/log-response-ratio.ts'
import { nonOverlapOfAllPairs } from '../overlap/non-overlap-of-all-pairs.ts'
import { percentageExceedingTrend } from '../overlap/percentage-exceeding-trend.ts'
import { standardisedMeanDifference } from '../level/standardised-mean-difference.ts'
import { tarlowTau } from '../tau/tarlow-tau.ts'
import { tau } from '../tau/tau.ts'
import { tauU } from '../tau/tau-u.ts'
import { hasBaselineTrend } from './has-baseline-trend.ts'

// Five points: S scatters with variance 5 * 4 * 15 / 18 = 16.67. S = 8 is 1.96 of it (p 0.05), S = 6 is 1.47 (p 0.14).
test('it matches the hand cases', () => {
  expect(hasBaselineTrend([1, 2, 3, 5, 4])).toBe(true)
  expect(hasBaselineTrend([1, 2, 4, 5, 3])).toBe(false)
  expect(hasBaselineTrend([5, 4, 3, 1, 2])).toBe(true)
})
// Four points: S = 6 is 2.04 (p 0.04), S = 4 is 1.36. Three: S = 3 is 1.57 (p 0.12).
test('it finds only an unbroken run in four points, and nothing in three', () => {
  expect([hasBaselineTrend([1, 2, 3, 4]), hasBaselineTrend([1, 2, 4, 3]), hasBaselineTrend([1, 2, 3]), hasBaselineTrend([]), hasBaselineTrend([2, 2, 2, 2])]).toEqual([true, false, false, false, false])
})
test('it does not mind a constant, the unit or the direction', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), (A) => {
    expect(hasBaselineTrend(A.map((value) => 7 - 2 * value))).toBe(hasBaselineTrend(A))
    expect(hasBaselineTrend(A.toReversed())).toBe(hasBaselineTrend(A))
  }))
})

const rising = [1, 2, 3, 4, 5, 6], level = [3, 2, 3, 4, 2, 3], B = [7, 8, 7, 9, 8]
const up = { improvement: 'increase' } as const
const cautioned = (result: { kind: string, cautions?: string[] }) => result.cautions?.includes('trend-in-baseline')

test('every index that takes the baseline for level says so, in either direction', () => {
  for (const A of [rising, rising.toReversed()]) {
    expect([nonOverlapOfAllPairs(A, B, up), tau(A, B, up), tau(A, B, { improvement: 'decrease' }), standardisedMeanDifference(A, B, { ...up, yardstick: 'pooled' }), logResponseRatio(A, B, { ...up, form: 'increasing', scale: 'other' })].map(cautioned)).toEqual([true, true, true, true, true])
  }
  expect([nonOverlapOfAllPairs(level, B, up), tau(level, B, up)].map(cautioned)).toEqual([false, false])
})
test('an index that takes the trend off does not', () => {
  expect([tauU(rising, B, up), baselineCorrectedTau(rising, B, up), tarlowTau(rising, B, up), percentageExceedingTrend(rising, B, up)].map(cautioned)).toEqual([false, false, false, false])
})
test('a missing value does not hide it', () => {
  expect(cautioned(tau([1, null, 2, 3, null, 4, 5], B, up))).toBe(true)
})
