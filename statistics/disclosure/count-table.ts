import { sum } from '../arithmetic/sum.ts'
import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

/** A table of counts with its margins. A cell that is not published is null. */
export type CountTable = { cells: (number | null)[][], rowTotals: number[], columnTotals: number[], grandTotal: number }
/** A cell by its place; rows and columns count from 0. */
export type Cell = { row: number, column: number }

export function countTable(cells: readonly (readonly unknown[])[], rowTotals: readonly unknown[], columnTotals: readonly unknown[], grandTotal: unknown): CountTable {
  const columns = columnTotals.length
  if (cells.length !== rowTotals.length) throw wrongInput('rowTotals', `${rowTotals.length} totals where the table has ${cells.length} rows`)
  return {
    cells: cells.map((row, i) => {
      if (row.length !== columns) throw wrongInput(`table, row ${i + 1}`, `${row.length} cells where there are ${columns} column totals`)
      return row.map((cell, j) => (cell === null ? null : count(cell, `table, row ${i + 1}, column ${j + 1}`)))
    }),
    rowTotals: rowTotals.map((total, i) => count(total, `rowTotals, place ${i + 1}`)),
    columnTotals: columnTotals.map((total, j) => count(total, `columnTotals, place ${j + 1}`)),
    grandTotal: count(grandTotal, 'grandTotal'),
  }
}

/** What about the margins does not add up? A sentence, or null when all is well; rows with hidden cells are left to the audit. */
export function marginFault({ cells, rowTotals, columnTotals, grandTotal }: CountTable): string | null {
  const columns = columnTotals.map((_, j) => cells.map((row) => row[j]!))
  const wrongRow = cells.findIndex((row, i) => isWrong(row, rowTotals[i]!))
  if (wrongRow >= 0) return `row ${wrongRow + 1} does not add up to its total`
  const wrongColumn = columns.findIndex((column, j) => isWrong(column, columnTotals[j]!))
  if (wrongColumn >= 0) return `column ${wrongColumn + 1} does not add up to its total`
  if (sum(rowTotals) !== grandTotal) return 'the row totals do not add up to the grand total'
  return sum(columnTotals) === grandTotal ? null : 'the column totals do not add up to the grand total'
}

function isWrong(line: readonly (number | null)[], total: number): boolean {
  const known = sum(line.map((cell) => cell ?? 0))
  return line.includes(null) ? known > total : known !== total
}

function count(value: unknown, place: string): number {
  const whole = finite(value, place)
  if (Number.isInteger(whole) && whole >= 0) return whole
  throw wrongInput(place, `${whole} was given where a count (0, 1, 2, …) belongs`)
}
