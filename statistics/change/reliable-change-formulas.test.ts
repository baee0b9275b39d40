import { expect, test } from 'vitest'
import { formulaOf, reliabilityOfDifference } from './reliable-change-formulas.ts'
import type { RciMethod } from './reliable-change-formulas.ts'

// SD 10, r 0.75: error of measurement 5, of a difference 7.0711, of prediction 10 x sqrt(0.4375) = 6.6144
const group = { meanPre: 40, sdPre: 10, meanPost: 36, sdPost: 12, reliability: 0.75, reliabilityPost: 0.84, rDd: 0.64 }

test.each([
  // from 50 to 38; expected after regression 47.5 (towards 40), or 43.5 (with the level of 36)
  ['JT', -12 / (5 * Math.SQRT2)],
  ['EN', -9.5 / 5],
  ['GLN', -9.5 / (10 * Math.sqrt(1 - 0.5625))],
  ['HLL', -5.5 / (10 * Math.sqrt(1 - 0.5625))],
  ['NK', -9.5 / Math.sqrt(0.5625 * 100 * 0.25 + 100 * 0.16)],
  ['HA', (-12 * 0.64 - 4 * 0.36) / (0.8 * 5 * Math.SQRT2)],
] as [RciMethod, number][])('it follows the formula of %s by hand', (method, expected) => {
  expect(formulaOf(method, group)({ pre: 50, post: 38 })).toBeCloseTo(expected, 12)
})

test('it gives the sign of the difference to everybody at the mean', () => {
  for (const method of ['JT', 'EN', 'GLN', 'NK'] as const) expect(formulaOf(method, group)({ pre: 40, post: 45 })).toBeGreaterThan(0)
})

test('it finds what of the differences is not error, by hand', () => {
  // differences 0, 2, 10: variance 28; error 2 x 3.5^2 = 24.5
  const whole = [{ pre: 1, post: 1 }, { pre: 1, post: 3 }, { pre: 1, post: 11 }]
  expect(reliabilityOfDifference(whole, 3.5)).toBeCloseTo(1 - 24.5 / 28, 12)
  expect(reliabilityOfDifference([{ pre: 1, post: 2 }, { pre: 3, post: 4 }], 1)).toBeNull()
  expect(reliabilityOfDifference([{ pre: 1, post: 2 }], 1)).toBeNull()
})
