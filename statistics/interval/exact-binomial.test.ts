import { expect, test } from 'vitest'
import { exactBinomial } from './exact-binomial.ts'

// None of five: the upper bound x makes (1 - x)^5 = 0.025.
test('it matches the hand case', () => {
  expect(exactBinomial(0, 5)).toMatchObject({ value: 0, interval: { lower: 0, upper: expect.closeTo(1 - 0.025 ** 0.2, 12) } })
})
