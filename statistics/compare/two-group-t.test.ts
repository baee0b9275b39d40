import { expect, test } from 'vitest'
import { pooledVariance, twoGroupT } from './two-group-t.ts'
import { twoGroups } from './two-groups.ts'

const groups = twoGroups([1, 3], [2, 4, 6])

// Means 2 and 4, variances 2 and 4: pooled (2 + 8) / 3, unequal 2/2 + 4/3 with df (7/3)^2 / (1 + (4/3)^2 / 2).
test('it matches the hand case, with unequal groups', () => {
  expect(twoGroupT(groups, 'pooled')).toMatchObject({ value: -2, df: 3, se: expect.closeTo(Math.sqrt((10 / 3) * (5 / 6)), 12) })
  expect(twoGroupT(groups, 'unequal')).toMatchObject({ value: -2, df: expect.closeTo((49 / 9) / (1 + 8 / 9), 12), se: expect.closeTo(Math.sqrt(7 / 3), 12) })
})
test('it weighs variances by degrees of freedom', () => expect(pooledVariance(groups)).toBeCloseTo(10 / 3, 12))
test('it has no value without any spread', () => expect(twoGroupT(twoGroups([1, 1], [2, 2]), 'unequal')).toMatchObject({ kind: 'not-computable' }))
test('it asks for two people in each group', () => expect(twoGroupT(twoGroups([1], [2, 3]), 'pooled')).toMatchObject({ kind: 'too-few', n: 1 }))
