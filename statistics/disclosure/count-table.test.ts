import { expect, test } from 'vitest'
import { countTable, marginFault } from './count-table.ts'

test('it finds no fault where margins add up', () => expect(marginFault(countTable([[1, 2], [3, 4]], [3, 7], [4, 6], 10))).toBeNull())
test('it names what does not add up', () => {
  expect(marginFault(countTable([[1, 2], [3, 4]], [3, 8], [4, 6], 10))).toBe('row 2 does not add up to its total')
  expect(marginFault(countTable([[1, 2], [3, 4]], [3, 7], [5, 6], 10))).toBe('column 1 does not add up to its total')
  expect(marginFault(countTable([[1, 2], [3, 4]], [3, 7], [4, 6], 11))).toContain('grand total')
  expect(marginFault(countTable([[5, null]], [4], [5, 0], 4))).toBe('row 1 does not add up to its total')
})
test('it names the place of what is no count or does not fit', () => {
  expect(() => countTable([[1, -2]], [3], [1, 2], 3)).toThrow('table, row 1, column 2')
  expect(() => countTable([[1]], [3], [1, 2], 3)).toThrow('table, row 1: 1 cells')
  expect(() => countTable([[1]], [1, 2], [1], 3)).toThrow('rowTotals')
  expect(() => countTable([[1]], [1], [1], 1.5)).toThrow('grandTotal')
})
