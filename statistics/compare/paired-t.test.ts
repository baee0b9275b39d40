import { expect, test } from 'vitest'
import { pairedT } from './paired-t.ts'
import { pairedValues } from './paired-values.ts'

// Changes 1, 2, 3: mean 2, standard error 1 / sqrt(3).
test('it matches the hand case', () => {
  expect(pairedT(pairedValues([0, 0, 0], [1, 2, 3]))).toMatchObject({ value: 2, t: expect.closeTo(2 * Math.sqrt(3), 12), df: 2 })
})
// Student's sleep data: t = 4.0621, p = 0.0028.
test('it matches the published case', () => {
  const sleep = pairedValues([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
  expect(pairedT(sleep)).toMatchObject({ t: expect.closeTo(4.0621, 4), p: expect.closeTo(0.00283, 5) })
})
test('it turns over when before and after change places', () => {
  expect(pairedT(pairedValues([1, 2, 5], [0, 0, 0]))).toMatchObject({ value: expect.closeTo(-8 / 3, 12) })
})
test('it has no value when all changed by the same amount', () => {
  expect(pairedT(pairedValues([0.1, 0.2, 0.7], [0.4, 0.5, 1]))).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two pairs', () => expect(pairedT(pairedValues([1], [2]))).toMatchObject({ kind: 'too-few', needed: 2 }))
