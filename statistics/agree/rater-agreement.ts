import { tooFew } from '../result.ts'
import { agreementWeights, categoryPositions } from './agreement-weights.ts'
import type { Nearness, WeightKind } from './agreement-weights.ts'
import { chanceCorrected } from './chance-corrected.ts'
import type { Agreement } from './chance-corrected.ts'
import { observedAgreement } from './observed-agreement.ts'
import { ratingCounts } from './rating-counts.ts'
import type { Ratings } from './rating-counts.ts'

/** What was rated by whom, in which categories; near misses count by `weights` (identity unless told). */
export type RatingStudy = {
  ratings: Ratings
  categories: readonly (string | number)[]
  weights?: WeightKind
  confidence?: number
}

/** Agreement that chance would bring, overall and through each person. */
export type ChanceAgreement = { byChance: number, chanceOf: number[] }
export type ChanceModel = (counts: readonly (readonly number[])[], nearness: Nearness) => ChanceAgreement

/** The common way of the whole family (Gwet, Fleiss, Conger, Brennan-Prediger): they differ in what they take chance to be. */
export function raterAgreement(method: string, study: RatingStudy, chance: ChanceModel): Agreement {
  const { ratings, categories, weights = 'identity', confidence = 0.95 } = study
  const nearness = agreementWeights(weights, categoryPositions(categories))
  const { counts, missing } = ratingCounts(ratings, categories)
  const seen = observedAgreement(counts, nearness)
  const name = `${method}, ${weights} weights`
  if (seen.pairedPersons < 1) return tooFew({ method: name, n: 0, missing, needed: 2, of: 'persons with two ratings' })
  return chanceCorrected({ method: name, missing, ...seen, ...chance(counts, nearness) }, confidence)
}
