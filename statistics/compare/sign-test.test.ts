import { expect, test } from 'vitest'
import { pairedValues } from './paired-values.ts'
import { signTest } from './sign-test.ts'

// Nine up, none down: 2 / 512.
test('it matches the hand case', () => {
  const before = Array.from({ length: 10 }, () => 1)
  expect(signTest(pairedValues(before, [1, ...before.slice(1).map(() => 2)]))).toMatchObject({ positives: 9, n: 9, p: expect.closeTo(2 / 512, 12) })
})
test('it is the same up or down, and never above 1', () => {
  expect(signTest(pairedValues([0, 0, 0], [1, 1, -1]))).toMatchObject({ p: 1, value: 2 / 3 })
  expect(signTest(pairedValues([0, 0, 0], [-1, -1, 1]))).toMatchObject({ p: 1, value: 1 / 3 })
})
test('it has no value when nobody changed', () => expect(signTest(pairedValues([1], [1]))).toMatchObject({ kind: 'not-computable' }))
