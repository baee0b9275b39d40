import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { Ratings } from './rating-counts.ts'

/** On what share of the persons do all raters agree? Persons with a missing rating are left out. Falls with every rater added. */
export function allAgree(ratings: Ratings): Result {
  const method = 'share on whom all agree'
  const complete = ratings.filter((row) => row.length > 1 && row.every((rating) => rating !== null))
  const missing = ratings.length - complete.length
  if (complete.length === 0) return tooFew({ method, n: 0, missing, needed: 1, of: 'persons rated by all' })
  const agreed = complete.filter((row) => row.every((rating) => rating === row[0])).length
  return found({ value: agreed / complete.length, n: complete.length, missing, method, cautions: missing > 0 ? ['missing-values'] : [] })
}
