import { expect, test } from 'vitest'
import { probabilityOfSuperiority } from './probability-of-superiority.ts'
import { twoGroups } from './two-groups.ts'

// Pairs 2>1, 2=2: 1.5 of 2.
test('it matches the hand case', () => expect(probabilityOfSuperiority(twoGroups([2], [1, 2]))).toMatchObject({ value: 0.75, cliffsDelta: 0.5 }))
test('it is a half when all are equal', () => expect(probabilityOfSuperiority(twoGroups([1], [1, 1]))).toMatchObject({ value: 0.5 }))
test('it asks for a person in each group', () => expect(probabilityOfSuperiority(twoGroups([], [1]))).toMatchObject({ kind: 'too-few' }))
