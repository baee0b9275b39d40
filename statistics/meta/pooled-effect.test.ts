import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pooledEffect } from './pooled-effect.ts'

const list = (y: number[], v: number[]) => ({ y, v, missing: 0 })

// Weights 1 and 1/3: (0 + 1) / (4/3) = 3/4, se sqrt(3/4); Q = 9/16 + 1/3 * (9/4)^2 = 9/4.
test('it matches the hand case', () => {
  expect(pooledEffect(list([0, 3], [1, 3]), 'FE')).toMatchObject({
    value: expect.closeTo(0.75, 12), se: expect.closeTo(Math.sqrt(0.75), 12), q: expect.closeTo(2.25, 12), h2: expect.closeTo(2.25, 12),
    i2: expect.closeTo((100 * 1.25) / 2.25, 10), weightsPercent: [expect.closeTo(75, 10), expect.closeTo(25, 10)],
  })
})
// The thirteen vaccine trials (Colditz et al. 1994), log risk ratios: DL 0.3088 between, pooled -0.7141 (0.1787).
test('it matches the published example', () => {
  const y = [-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.012, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173]
  const v = [0.3256, 0.1946, 0.4154, 0.02, 0.0512, 0.0069, 0.223, 0.004, 0.0564, 0.073, 0.0124, 0.5325, 0.0714]
  expect(pooledEffect(list(y, v), 'DL')).toMatchObject({ value: expect.closeTo(-0.714, 2), tau2: expect.closeTo(0.309, 2) })
})
test('it does not depend on the order, and turns over with the effects', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 7 }), fc.constantFrom('FE', 'DL', 'REML', 'PM', 'ML'), (pairs, estimator) => {
    const here = pooledEffect(list(pairs.map(([y]) => y), pairs.map(([, v]) => v)), estimator)
    const turned = pooledEffect(list(pairs.map(([y]) => -y).toReversed(), pairs.map(([, v]) => v).toReversed()), estimator)
    if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('there is an effect')
    expect(turned.value).toBeCloseTo(-here.value, 7)
    expect(turned.se).toBeCloseTo(here.se, 7)
  }))
})
test('it is the effect itself when there is one, with a caution', () => {
  expect(pooledEffect(list([0.4], [0.05]), 'REML')).toMatchObject({ value: expect.closeTo(0.4, 12), i2: 0, h2: 1, tau2Se: null, cautions: ['few-effects'] })
})
test('it asks for an effect', () => expect(pooledEffect(list([], []), 'REML')).toMatchObject({ kind: 'too-few' }))
