import { sum } from '../arithmetic/sum.ts'
import { finite } from '../describe/observed.ts'
import { logChoose } from '../distributions/log-gamma.ts'
import { wrongInput } from '../result.ts'

/** Two groups (rows: a b, c d) by yes and no (columns). */
export type FourCells = { a: number, b: number, c: number, d: number, n: number }

/** A table of two rows and two columns of counts, or an error that names the place. */
export function fourCells(table: readonly (readonly unknown[])[]): FourCells {
  if (table.length !== 2 || table.some((row) => !Array.isArray(row) || row.length !== 2)) throw wrongInput('table', 'two rows of two counts belong here')
  const [a, b, c, d] = table.flatMap((row, i) => row.map((count, j) => wholeCount(count, `table, row ${i + 1}, column ${j + 1}`))) as [number, number, number, number]
  return { a, b, c, d, n: a + b + c + d }
}

export function wholeCount(value: unknown, place: string): number {
  const count = finite(value, place)
  if (count > 1e9) throw wrongInput(place, `${count} is more than there are people to count`)
  if (Number.isInteger(count) && count >= 0) return count
  throw wrongInput(place, `${count} was given where a count (0, 1, 2, …) belongs`)
}

/** More than a list of tables should hold; nobody needs an exact test of so many people. */
const MOST_TABLES = 100_000

/** Every table with the same margins: its first cell goes from `from` up by one, and `chances` says how likely each is without an effect. */
export function tablesWithSameMargins({ a, b, c, d }: FourCells): { from: number, chances: number[] } {
  const [firstRow, secondRow, firstColumn] = [a + b, c + d, a + c]
  const from = Math.max(0, firstColumn - secondRow)
  const to = Math.min(firstRow, firstColumn)
  if (to - from >= MOST_TABLES) throw wrongInput('table', `counts this large have more than ${MOST_TABLES} tables with the same margins; the exact test is for small numbers`)
  const logs = Array.from({ length: to - from + 1 }, (_, i) => logChoose(firstRow, from + i) + logChoose(secondRow, firstColumn - from - i))
  const highest = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - highest))
  const total = sum(weights)
  return { from, chances: weights.map((weight) => weight / total) }
}
