import { sum } from '../arithmetic/sum.ts'
import { agreementWeights } from './agreement-weights.ts'
import type { Nearness, WeightKind } from './agreement-weights.ts'

/** Everything that Cohen's kappa and its two standard errors are made of. */
export type WeightedShares = {
  nearness: Nearness
  /** Share of the persons in each cell. */
  cell: number[][]
  rowShare: number[]
  columnShare: number[]
  observed: number
  byChance: number
  /** How near, on average by chance, the second rater comes to a row, and the first to a column. */
  nearRow: number[]
  nearColumn: number[]
}

/** What do two raters agree on, and what would their own habits bring by chance? Near misses weigh by the rank of the category. */
export function weightedShares(table: readonly (readonly number[])[], weights: WeightKind): WeightedShares {
  const nearness = agreementWeights(weights, table.map((_, rank) => rank))
  const n = sum(table.flat())
  const cell = table.map((row) => row.map((count) => count / n))
  const rowShare = cell.map(sum)
  const columnShare = table.map((_, j) => sum(cell.map((row) => row[j]!)))
  const nearRow = rowShare.map((_, i) => sum(columnShare.map((share, j) => share * nearness(i, j))))
  return {
    nearness, cell, rowShare, columnShare, nearRow,
    nearColumn: columnShare.map((_, j) => sum(rowShare.map((share, i) => share * nearness(i, j)))),
    observed: overCells(table.length, (i, j) => cell[i]![j]! * nearness(i, j)),
    byChance: sum(rowShare.map((share, i) => share * nearRow[i]!)),
  }
}

/** The total over all cells of a square table. */
export function overCells(size: number, of: (row: number, column: number) => number): number {
  let total = 0
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) total += of(i, j)
  return total
}
