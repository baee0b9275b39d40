import type { Cell, CountTable } from './count-table.ts'

/**
 * Which cells are too small to publish?
 * Convention: counts from 1 to threshold - 1. A zero is published: it says that there is nobody. (Where a zero itself tells
 * something about people, for example "nobody completed", that is for the evaluation to see.)
 */
export function primaryCells({ cells }: CountTable, threshold: number): Cell[] {
  return cells.flatMap((row, i) => row.flatMap((count, column) => (count !== null && count > 0 && count < threshold ? [{ row: i, column }] : [])))
}
