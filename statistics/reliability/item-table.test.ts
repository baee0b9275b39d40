import { expect, test } from 'vitest'
import { itemTable } from './item-table.ts'

test('it turns rows into columns and leaves out who missed an answer', () => {
  expect(itemTable([[1, 2], [null, 3], [3, 6]])).toEqual({ persons: 2, items: 2, missing: 1, answers: [[1, 3], [2, 6]], covariances: [[2, 4], [4, 8]] })
})
test('it has no covariances of one person', () => expect(itemTable([[1, 2]]).covariances).toEqual([]))
test('it names the place of a text and of a short row', () => {
  expect(() => itemTable([[1, 2], [1, 'x']])).toThrow('items, row 2, place 2')
  expect(() => itemTable([[1, 2], [1]])).toThrow('items, row 2: 1 answers')
})
