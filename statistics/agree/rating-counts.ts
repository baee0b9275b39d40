import { wrongInput } from '../result.ts'

/** Rows are the people rated, columns the raters; null is a rating not given. */
export type Ratings = readonly (readonly (string | number | null)[])[]
export type RatingCounts = {
  /** One row for each person with at least one rating: how many raters chose each category. */
  counts: number[][]
  /** How many raters rated each of these people. */
  ratersOf: number[]
  /** Ratings not given. */
  missing: number
}

/** Who was put into which category by how many raters? People whom nobody rated are left out. A rating outside the list is an error, as is a row of another length. */
export function ratingCounts(ratings: Ratings, categories: readonly (string | number)[]): RatingCounts {
  const raters = ratings[0]?.length ?? 0
  const counts = ratings.map((row, person) => {
    if (row.length !== raters) throw wrongInput(`ratings, row ${person + 1}`, `${row.length} ratings where the first row has ${raters}`)
    const count = categories.map(() => 0)
    row.forEach((rating, rater) => {
      if (rating !== null) count[placeOf(rating, categories, person, rater)]! += 1
    })
    return count
  })
  const rated = counts.filter((count) => count.some((chosen) => chosen > 0))
  return {
    counts: rated,
    ratersOf: rated.map((count) => count.reduce((total, chosen) => total + chosen, 0)),
    missing: ratings.flat().filter((rating) => rating === null).length,
  }
}

function placeOf(rating: string | number, categories: readonly (string | number)[], person: number, rater: number): number {
  const place = categories.indexOf(rating)
  if (place < 0) throw wrongInput(`ratings, row ${person + 1}, place ${rater + 1}`, `${JSON.stringify(rating)} is not among the categories`)
  return place
}
