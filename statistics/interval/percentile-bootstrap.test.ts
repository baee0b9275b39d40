import { expect, test } from 'vitest'
import { mean } from '../arithmetic/mean.ts'
import { seededGenerator } from '../chance/seeded-generator.ts'
import { percentileBootstrap } from './percentile-bootstrap.ts'

test('it finds the bounds of two values by hand', () => {
  // of 0 and 10 the mean is 0, 5 or 10 with chances 1/4, 1/2, 1/4: both ends are within reach at 95 %
  const result = percentileBootstrap([0, 10], mean, { chance: seededGenerator(1) })
  expect(result).toMatchObject({ value: 5, interval: { lower: 0, upper: 10 }, exact: false, seed: 1, draws: 9_999, cautions: ['sampled'] })
})

test('it comes near the normal interval of a mean of many', () => {
  const values = Array.from({ length: 400 }, (_, i) => i % 20)
  const result = percentileBootstrap(values, mean, { chance: seededGenerator(2) })
  if (result.kind !== 'found') throw new Error(result.reason)
  const reach = 1.96 * Math.sqrt(33.333 / 400)
  expect(result.interval!.lower).toBeCloseTo(9.5 - reach, 1)
  expect(result.interval!.upper).toBeCloseTo(9.5 + reach, 1)
})

test('it gives the same bounds for the same seed', () => {
  const drawn = (): unknown => percentileBootstrap([1, 5, 2, 8], mean, { chance: seededGenerator(7), draws: 500 })
  expect(drawn()).toEqual(drawn())
})

test('it is a point where all are equal, and no answer for one', () => {
  expect(percentileBootstrap([4, 4, null, 4], mean, { chance: seededGenerator(1), draws: 200 })).toMatchObject({ interval: { lower: 4, upper: 4 }, missing: 1 })
  expect(percentileBootstrap([4], mean, { chance: seededGenerator(1) })).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(percentileBootstrap([4, 5], () => NaN, { chance: seededGenerator(1) })).toMatchObject({ kind: 'not-computable' })
  expect(() => percentileBootstrap([4, 5], mean, { chance: seededGenerator(1), draws: 1 })).toThrow('draws: 1')
})
