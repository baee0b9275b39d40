import { expect, test } from 'vitest'
import { pairedValues } from './paired-values.ts'
import { rankBiserial } from './rank-biserial.ts'

// Places 2 and 3 up, 1 down: (5 - 1) / 6.
test('it matches the hand case', () => expect(rankBiserial(pairedValues([0, 0, 0], [-1, 2, 4]))).toMatchObject({ value: 4 / 6 }))
test('it is 1 when all go up', () => expect(rankBiserial(pairedValues([0, 0], [1, 4]))).toMatchObject({ value: 1 }))
test('it has no value when nobody changed', () => expect(rankBiserial(pairedValues([2], [2]))).toMatchObject({ kind: 'not-computable' }))
