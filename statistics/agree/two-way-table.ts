import { mean } from '../arithmetic/mean.ts'
import { sum } from '../arithmetic/sum.ts'
import { wrongInput } from '../result.ts'

export type TwoWayTable = {
  persons: number
  raters: number
  /** Persons left out because a rating is missing. */
  missing: number
  /** Mean squares: between persons, between raters, within persons, and the rest after persons and raters. */
  betweenPersons: number
  betweenRaters: number
  withinPersons: number
  rest: number
}

/** How much of the spread of ratings lies between persons, how much between raters, and how much in neither? Rows are persons. */
export function twoWayTable(ratings: readonly (readonly (number | null)[])[]): TwoWayTable {
  refuseUnequalRows(ratings)
  const rows = ratings.map((row) => row.filter((rating) => rating !== null)).filter((row, i) => row.length === ratings[i]!.length)
  const persons = rows.length
  const raters = rows[0]?.length ?? 0
  if (persons < 2 || raters < 2) return { persons, raters, missing: ratings.length - persons, betweenPersons: 0, betweenRaters: 0, withinPersons: 0, rest: 0 }

  const centre = mean(rows.flat())
  const squares = sum(rows.flat().map((rating) => (rating - centre) ** 2))
  const ofPersons = leftOver(raters * sum(rows.map((row) => (mean(row) - centre) ** 2)), squares)
  const ofRaters = leftOver(persons * sum(rows[0]!.map((_, g) => (mean(rows.map((row) => row[g]!)) - centre) ** 2)), squares)
  return {
    persons, raters,
    missing: ratings.length - persons,
    betweenPersons: ofPersons / (persons - 1),
    betweenRaters: ofRaters / (raters - 1),
    withinPersons: leftOver(squares - ofPersons, squares) / (persons * (raters - 1)),
    rest: leftOver(squares - ofPersons - ofRaters, squares) / ((persons - 1) * (raters - 1)),
  }
}

// A difference of sums leaves some 1e-15 where nothing is left.
function leftOver(squares: number, ofAll: number): number {
  return squares < 1e-13 * ofAll ? 0 : squares
}

function refuseUnequalRows(ratings: readonly (readonly (number | null)[])[]): void {
  ratings.forEach((row, i) => {
    if (row.length !== ratings[0]!.length) throw wrongInput(`ratings, row ${i + 1}`, `${row.length} ratings where the first row has ${ratings[0]!.length}`)
    row.forEach((rating, g) => {
      if (rating !== null && !Number.isFinite(rating)) throw wrongInput(`ratings, row ${i + 1}, place ${g + 1}`, 'a finite number belongs here')
    })
  })
}
