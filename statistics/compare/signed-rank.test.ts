import { expect, test } from 'vitest'
import { pairedValues } from './paired-values.ts'
import { signedRank } from './signed-rank.ts'

const changes = (differences: number[]) => pairedValues(differences.map(() => 0), differences)

// Places 1, 2, 3 with the smallest down: V = 5; at least 5: {2,3} and {1,2,3}, 2 of 8, both sides 4 of 8.
test('it matches the hand case', () => {
  expect(signedRank(changes([-1, 2, 4]))).toMatchObject({ value: 5, p: 0.5, pGreater: 0.25, n: 3 })
})
test('it drops zeros or lets them take the lowest places', () => {
  expect(signedRank(changes([0, -1, 2]))).toMatchObject({ value: 2, n: 2 })
  expect(signedRank(changes([0, -1, 2]), 'ranked')).toMatchObject({ value: 3, n: 2, z: expect.closeTo(1 / Math.sqrt(13), 12) })
})
test('it shares places among equal changes', () => expect(signedRank(changes([1, 1, -1]))).toMatchObject({ value: 4 }))
test('it turns over with the changes', () => {
  const [here, turned] = [signedRank(changes([1, -3, 5, 2])), signedRank(changes([-1, 3, -5, -2]))]
  expect(here.kind === 'found' && turned.kind === 'found' && here.p === turned.p && here.z === -turned.z).toBe(true)
})
test('it has no value when nobody changed', () => expect(signedRank(changes([0, 0]))).toMatchObject({ kind: 'not-computable' }))
