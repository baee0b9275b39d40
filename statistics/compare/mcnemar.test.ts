import { expect, test } from 'vitest'
import { mcnemar } from './mcnemar.ts'

// One of seven: 2 (1 + 7) / 128; by half 2 (1 + 7/2) / 128.
test('it matches the hand case', () => {
  expect(mcnemar(1, 6)).toMatchObject({ p: expect.closeTo(0.125, 12), midP: expect.closeTo(9 / 128, 12), n: 7 })
})
test('it is the same both ways round', () => expect(mcnemar(6, 1)).toMatchObject({ p: expect.closeTo(0.125, 12) }))
test('it is 1 where as many go one way as the other', () => expect(mcnemar(3, 3)).toMatchObject({ p: 1, midP: expect.closeTo(1, 12) }))
test('it has no value when nobody changed', () => expect(mcnemar(0, 0)).toMatchObject({ kind: 'not-computable' }))
test('it refuses half a person', () => expect(() => mcnemar(1.5, 2)).toThrow('b: 1.5'))
