import { expect, test } from 'vitest'
import { found, notComputable, tooFew } from '../result.ts'
import { absent, bounds, estimate, only, part, reasonOf } from './telling.ts'

const whole = found({ value: 0.5, n: 8, method: 'share', se: 0.1, interval: { lower: 0.3, upper: 0.7, confidence: 0.95, method: 'normal' } })
const lame = found({ value: 1, n: 4, method: 'share', se: null, cautions: ['one-point-phase'] })
const none = notComputable({ method: 'share', n: 4, reason: 'all values are equal' })

test('it tells estimate, error and interval', () => {
  expect(estimate(whole)).toEqual({ est: 0.5, se: 0.1, ciLower: 0.3, ciUpper: 0.7 })
  expect(only(whole)).toEqual({ est: 0.5 })
  expect(bounds(whole)).toEqual({ ciLower: 0.3, ciUpper: 0.7 })
})

test('it says why a part is not there, at its place', () => {
  const why = 'not computable: a phase has one point only, so there is no standard error'
  expect(estimate(lame)).toEqual({ est: 1, se: why, ciLower: why, ciUpper: why })
  expect(part(whole, Infinity)).toBe('not computable: no value here')
})

test('it says why nothing is there, at every place', () => {
  expect(estimate(none)).toEqual({ status: reasonOf(none), est: reasonOf(none), se: reasonOf(none), ciLower: reasonOf(none), ciUpper: reasonOf(none) })
  expect(only(none)).toEqual({ status: 'not computable: all values are equal', est: 'not computable: all values are equal' })
  expect(absent(tooFew({ method: 'share', n: 1, needed: 2 }), ['T'])).toMatchObject({ T: 'not computable: 1 values where at least 2 are needed' })
})
