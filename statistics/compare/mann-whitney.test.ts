import { expect, test } from 'vitest'
import { mannWhitney } from './mann-whitney.ts'
import { twoGroups } from './two-groups.ts'

// 1, 2, 3 against 4, 5, 6: one of twenty draws is as low, two as far away.
test('it matches the hand case', () => {
  expect(mannWhitney(twoGroups([1, 2, 3], [4, 5, 6]))).toMatchObject({ value: 0, p: expect.closeTo(0.1, 12), pLess: expect.closeTo(0.05, 12), arrangements: 20 })
})
test('it counts ties half, with unequal groups', () => expect(mannWhitney(twoGroups([2], [1, 2, 2]))).toMatchObject({ value: 2 }))
test('it has no value when all are equal', () => expect(mannWhitney(twoGroups([1, 1], [1]))).toMatchObject({ kind: 'not-computable' }))
test('it asks for a person in each group', () => expect(mannWhitney(twoGroups([], [1]))).toMatchObject({ kind: 'too-few' }))
