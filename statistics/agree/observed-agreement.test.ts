import { expect, test } from 'vitest'
import { agreementWeights } from './agreement-weights.ts'
import { observedAgreement, pairAgreement } from './observed-agreement.ts'

const identity = agreementWeights('identity', [])

// Three raters, two say the first category: 2 of the 6 ordered pairs agree.
test('it counts ordered pairs of raters that agree', () => expect(pairAgreement([2, 1], identity)).toBeCloseTo(1 / 3, 12))
test('it leaves a person with one rating out of the mean', () => {
  const seen = observedAgreement([[2, 0], [1, 1], [1, 0]], identity)
  expect(seen.observed).toBe(0.5)
  expect(seen.pairedPersons).toBe(2)
  expect(seen.weightOf).toEqual([1.5, 1.5, 0])
})
