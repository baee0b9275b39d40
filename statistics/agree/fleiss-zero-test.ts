import { sum } from '../arithmetic/sum.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { agreementWeights } from './agreement-weights.ts'
import { categoryShares } from './category-shares.ts'
import { observedAgreement } from './observed-agreement.ts'
import { ratingCounts } from './rating-counts.ts'
import type { Ratings } from './rating-counts.ts'

/**
 * Could several raters agree as well as this if all drew categories from one and the same urn?
 * Assumes: every person has the same number of raters; many persons (normal curve).
 * Convention: two-sided; a person with a missing rating is left out here, as the variance is for equal numbers of raters.
 * Reference: Fleiss, Nee & Landis 1979, Psychological Bulletin 86:974-977.
 */
export function fleissZeroTest(ratings: Ratings, categories: readonly (string | number)[]): Result<{ z: number, p: number }> {
  const method = 'test of Fleiss kappa = 0'
  const complete = ratings.filter((row) => row.every((rating) => rating !== null))
  const raters = complete[0]?.length ?? 0
  const missing = ratings.length - complete.length
  if (complete.length < 2 || raters < 2) return tooFew({ method, n: complete.length, missing, needed: 2, of: 'persons rated by two or more' })

  const { counts } = ratingCounts(complete, categories)
  const shares = categoryShares(counts)
  const mixed = sum(shares.map((share) => share * (1 - share)))
  if (mixed < 1e-12) return notComputable({ method, n: complete.length, missing, reason: 'all ratings are in one category' })

  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const variance = (2 * (mixed ** 2 - skew)) / (complete.length * raters * (raters - 1) * mixed ** 2)
  const value = 1 - (1 - observedAgreement(counts, agreementWeights('identity', [])).observed) / mixed
  const z = value / Math.sqrt(variance)
  return found({ value, n: complete.length, missing, method, exact: false, z, p: normalTwoSided(z), cautions: missing > 0 ? ['missing-values'] : [] })
}
