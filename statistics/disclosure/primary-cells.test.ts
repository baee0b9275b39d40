import { expect, test } from 'vitest'
import { countTable } from './count-table.ts'
import { primaryCells } from './primary-cells.ts'

test('it takes counts from 1 to below the threshold, not zeros', () => {
  expect(primaryCells(countTable([[0, 1], [4, 5]], [1, 9], [4, 6], 10), 5)).toEqual([{ row: 0, column: 1 }, { row: 1, column: 0 }])
})
