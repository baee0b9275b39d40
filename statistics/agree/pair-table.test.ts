import { expect, test } from 'vitest'
import { pairTable } from './pair-table.ts'

test('it puts the first rater into rows and the second into columns', () => {
  expect(pairTable(['a', 'a', 'b'], ['a', 'b', 'b'], ['a', 'b'])).toEqual({ table: [[1, 1], [0, 1]], n: 3, missing: 0 })
})
test('it leaves out and counts a person not rated by both', () => {
  expect(pairTable(['a', null, 'b'], ['a', 'b', null], ['a', 'b'])).toMatchObject({ n: 1, missing: 2 })
})
test('it names the place of an unknown category', () => {
  expect(() => pairTable(['a', 'x'], ['a', 'a'], ['a'])).toThrow('rater1, place 2: "x"')
})
test('it refuses lists of unequal length', () => {
  expect(() => pairTable(['a'], [], ['a'])).toThrow('0 ratings where rater1 has 1')
})
