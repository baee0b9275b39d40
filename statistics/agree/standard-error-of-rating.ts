import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { TwoWayTable } from './two-way-table.ts'

/**
 * How far, in points of the scale, does one rating stray from the person's mean over all such raters?
 * Assumes: the same spread for every person.
 * Convention: "agreement" counts a rater's strictness as error, "consistency" does not.
 * Reference: Weir 2005, Journal of Strength and Conditioning Research 19:231-240.
 */
export function standardErrorOfRating(table: TwoWayTable, kind: 'agreement' | 'consistency'): Result {
  const method = `standard error of one rating, ${kind}`
  const { persons: n, raters, missing, betweenRaters, rest } = table
  if (n < 2 || raters < 2) return tooFew({ method, n: Math.min(n, raters), missing, needed: 2, of: 'persons and raters' })
  const ofRaters = kind === 'agreement' ? (betweenRaters - rest) / n : 0
  return found({ value: Math.sqrt(ofRaters + rest), n, missing, method, cautions: missing > 0 ? ['missing-values'] : [] })
}
