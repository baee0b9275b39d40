import { expect, test } from 'vitest'
import { groupPermutation } from './group-permutation.ts'
import { twoGroups } from './two-groups.ts'

test('it matches the hand case: 2 of 20 draws are as far apart', () => {
  expect(groupPermutation(twoGroups([1, 2, 3], [4, 5, 6]))).toMatchObject({ value: -3, p: expect.closeTo(0.1, 12), arrangements: 20 })
})
test('it is 1 when all are equal', () => expect(groupPermutation(twoGroups([1], [1, 1]))).toMatchObject({ p: 1 }))
test('it asks for a person in each group', () => expect(groupPermutation(twoGroups([], [1]))).toMatchObject({ kind: 'too-few' }))
