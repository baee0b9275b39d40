import { sum } from '../arithmetic/sum.ts'
import { wholeCount } from '../compare/four-cells.ts'
import { wrongInput } from '../result.ts'

export type RoundedTable = { rounded: number[][], rowTotals: number[], columnTotals: number[], grandTotal: number }

/**
 * How does a table look when every count is rounded to the same base?
 * Convention: to the nearest multiple, halves up; margins are rounded from the true margins, so rows need not add up. Rounding to
 * 5 alone does not hide that a cell is 0, 1 or 2: use it beside suppression, not instead.
 * Reference: Hundepool et al. 2012, Statistical Disclosure Control, section 5.3.
 */
export function roundToBase(table: readonly (readonly unknown[])[], base: number): RoundedTable {
  if (!Number.isInteger(base) || base < 1) throw wrongInput('base', `${base} was given where a whole number from 1 belongs`)
  const columns = table[0]?.length ?? 0
  const counts = table.map((row, i) => {
    if (row.length !== columns) throw wrongInput(`table, row ${i + 1}`, `${row.length} cells where the first row has ${columns}`)
    return row.map((count, j) => wholeCount(count, `table, row ${i + 1}, column ${j + 1}`))
  })
  const round = (count: number) => Math.floor(count / base + 0.5) * base
  return {
    rounded: counts.map((row) => row.map(round)),
    rowTotals: counts.map((row) => round(sum(row))),
    columnTotals: Array.from({ length: columns }, (_, j) => round(sum(counts.map((row) => row[j]!)))),
    grandTotal: round(sum(counts.flat())),
  }
}
