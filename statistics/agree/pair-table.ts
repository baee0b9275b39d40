import { sum } from '../arithmetic/sum.ts'
import { wrongInput } from '../result.ts'

export type PairTable = {
  /** Rows: the first rater's category; columns: the second's; counts of persons. */
  table: number[][]
  n: number
  /** Persons whom one of the two did not rate; they are left out. */
  missing: number
}

/** How did two raters sort the same persons? Place i of one list is the same person as place i of the other. */
export function pairTable(first: readonly (string | number | null)[], second: readonly (string | number | null)[], categories: readonly (string | number)[]): PairTable {
  if (first.length !== second.length) throw wrongInput('rater2', `${second.length} ratings where rater1 has ${first.length}`)
  const table = categories.map(() => categories.map(() => 0))
  first.forEach((one, person) => {
    const other = second[person]!
    const row = placeOf(one, categories, `rater1, place ${person + 1}`)
    const column = placeOf(other, categories, `rater2, place ${person + 1}`)
    if (row !== null && column !== null) table[row]![column]! += 1
  })
  const n = sum(table.flat())
  return { table, n, missing: first.length - n }
}

function placeOf(rating: string | number | null, categories: readonly (string | number)[], place: string): number | null {
  if (rating === null) return null
  const found = categories.indexOf(rating)
  if (found < 0) throw wrongInput(place, `${JSON.stringify(rating)} is not among the categories`)
  return found
}
