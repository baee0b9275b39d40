import { expect, test } from 'vitest'
import { fourCells, tablesWithSameMargins, wholeCount } from './four-cells.ts'

test('it reads two rows of two counts', () => expect(fourCells([[1, 2], [3, 4]])).toEqual({ a: 1, b: 2, c: 3, d: 4, n: 10 }))
test('it lists the tables with the same margins: 1, 4 and 1 of 6 ways', () => {
  const { from, chances } = tablesWithSameMargins({ a: 1, b: 1, c: 1, d: 1, n: 4 })
  expect(from).toBe(0)
  expect(chances.map((chance) => Math.round(chance * 6))).toEqual([1, 4, 1])
})
test('it begins where the margins force the first cell to begin', () => {
  expect(tablesWithSameMargins({ a: 3, b: 1, c: 2, d: 0, n: 6 }).from).toBe(3)
})
test('it refuses what is no count', () => expect(() => wholeCount(2.5, 'b')).toThrow('b: 2.5'))
