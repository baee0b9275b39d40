import { expect, test } from 'vitest'
import { chiSquaredQuantile } from '../distributions/chi-squared.ts'
import { betweenVarianceInterval } from './between-variance-interval.ts'

// Q = 2 / (1/2 + tau2): the upper bound makes it the 2.5 % quantile.
test('it matches the hand case', () => {
  expect(betweenVarianceInterval({ y: [0, 2], v: [0.5, 0.5], missing: 0 }, 'REML')).toMatchObject({
    value: expect.closeTo(1.5, 9), interval: { lower: 0, upper: expect.closeTo(2 / chiSquaredQuantile(0.025, 1) - 0.5, 6) },
  })
})
test('it is 0 to 0 where effects are too much alike', () => {
  expect(betweenVarianceInterval({ y: [1, 1, 1], v: [1, 1, 1], missing: 0 }, 'REML')).toMatchObject({ interval: { lower: 0, upper: 0 } })
})
test('it asks for two effects', () => expect(betweenVarianceInterval({ y: [1], v: [1], missing: 0 }, 'DL')).toMatchObject({ kind: 'too-few' }))
