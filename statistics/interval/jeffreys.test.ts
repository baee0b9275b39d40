import { expect, test } from 'vitest'
import { betaBelow } from '../distributions/beta.ts'
import { jeffreys } from './jeffreys.ts'

test('it leaves half of the rest above its upper bound', () => {
  const three = jeffreys(3, 10, 0.9)
  expect(three.kind === 'found' && betaBelow(three.interval!.upper, 3.5, 7.5)).toBeCloseTo(0.95, 10)
})
