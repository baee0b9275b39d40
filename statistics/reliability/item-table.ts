import { covariance } from '../arithmetic/covariance.ts'
import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

export type ItemTable = {
  persons: number
  items: number
  /** Persons left out because an answer is missing. */
  missing: number
  /** Columns: the answers to each item. */
  answers: number[][]
  covariances: number[][]
}

/** Answers of persons (rows) to items (columns) with how items go together; persons with a missing answer (null) are left out and counted. */
export function itemTable(rows: readonly (readonly unknown[])[]): ItemTable {
  const items = rows[0]?.length ?? 0
  const read = rows.map((row, i) => {
    if (row.length !== items) throw wrongInput(`items, row ${i + 1}`, `${row.length} answers where the first row has ${items}`)
    return row.map((answer, j) => (answer === null ? null : finite(answer, `items, row ${i + 1}, place ${j + 1}`)))
  })
  const complete = read.filter((row): row is number[] => row.every((answer) => answer !== null))
  const answers = Array.from({ length: items }, (_, j) => complete.map((row) => row[j]!))
  const covariances = complete.length < 2 ? [] : answers.map((one) => answers.map((other) => covariance(one, other)))
  return { persons: complete.length, items, missing: rows.length - complete.length, answers, covariances }
}
