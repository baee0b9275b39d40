import { expect, test } from 'vitest'
import { correlation } from './correlation.ts'
import { pairedValues } from './paired-values.ts'

test('it is 1 on a rising line and -1 on a falling one', () => {
  expect(correlation(pairedValues([1, 2, 3], [2, 4, 6]))).toMatchObject({ value: expect.closeTo(1, 12) })
  expect(correlation(pairedValues([1, 2, 3], [3, 2, 1]))).toMatchObject({ value: expect.closeTo(-1, 12) })
})
// Covariance (1 + 0 + 0) / 2 over spreads 1 and 1.
test('it matches the hand case', () => expect(correlation(pairedValues([1, 2, 3], [1, 3, 2]))).toMatchObject({ value: expect.closeTo(0.5, 12) }))
test('it has no value without spread', () => expect(correlation(pairedValues([1, 1], [1, 2]))).toMatchObject({ kind: 'not-computable' }))
test('it asks for two pairs', () => expect(correlation(pairedValues([1], [2]))).toMatchObject({ kind: 'too-few' }))
