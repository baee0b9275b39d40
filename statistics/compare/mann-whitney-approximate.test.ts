import { expect, test } from 'vitest'
import { mannWhitneyApproximate } from './mann-whitney-approximate.ts'
import { twoGroups } from './two-groups.ts'

// W = 0, expected 4.5, variance 9 * 7 / 12: z = -4 / sqrt(5.25).
test('it matches the hand case', () => {
  expect(mannWhitneyApproximate(twoGroups([1, 2, 3], [4, 5, 6]))).toMatchObject({ z: expect.closeTo(-4 / Math.sqrt(5.25), 12) })
})
test('it has no value when all are equal', () => expect(mannWhitneyApproximate(twoGroups([1, 1], [1]))).toMatchObject({ kind: 'not-computable' }))
