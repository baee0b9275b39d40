import { expect, test } from 'vitest'
import { pairedValues } from './paired-values.ts'
import { signedRankApproximate } from './signed-rank-approximate.ts'

// V = 5, expected 3, variance (1 + 4 + 9) / 4: z = 1.5 / sqrt(3.5).
test('it matches the hand case', () => {
  expect(signedRankApproximate(pairedValues([0, 0, 0], [-1, 2, 4]))).toMatchObject({ value: 5, z: expect.closeTo(1.5 / Math.sqrt(3.5), 12), exact: false })
})
test('it is 1 right in the middle', () => expect(signedRankApproximate(pairedValues([0, 0], [1, -1]))).toMatchObject({ z: 0, p: 1 }))
test('it has no value when nobody changed', () => expect(signedRankApproximate(pairedValues([1], [1]))).toMatchObject({ kind: 'not-computable' }))
