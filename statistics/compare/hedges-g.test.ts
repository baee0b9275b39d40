import { expect, test } from 'vitest'
import { hedgesG } from './hedges-g.ts'
import { twoGroups } from './two-groups.ts'

// Means 2 and 4, pooled variance 2, df 2: d = -sqrt(2), J = 1 / sqrt(pi).
test('it matches the hand case', () => {
  const g = -Math.sqrt(2 / Math.PI)
  expect(hedgesG(twoGroups([1, 3], [3, 5]))).toMatchObject({ d: expect.closeTo(-Math.SQRT2, 12), value: expect.closeTo(g, 12), se: expect.closeTo(Math.sqrt(1 + g ** 2 / 8), 12) })
})
test('it has no value without any spread', () => expect(hedgesG(twoGroups([1, 1], [2, 2, 2]))).toMatchObject({ kind: 'not-computable' }))
test('it asks for two people in each group', () => expect(hedgesG(twoGroups([1], [2, 3]))).toMatchObject({ kind: 'too-few' }))
