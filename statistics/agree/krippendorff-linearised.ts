import { mean } from '../arithmetic/mean.ts'
import { sum } from '../arithmetic/sum.ts'
import { tooFew } from '../result.ts'
import { agreementWeights, categoryPositions } from './agreement-weights.ts'
import type { Nearness } from './agreement-weights.ts'
import { chanceCorrected } from './chance-corrected.ts'
import type { Agreement, AgreementParts } from './chance-corrected.ts'
import { pairAgreement } from './observed-agreement.ts'
import type { RatingStudy } from './rater-agreement.ts'
import { ratingCounts } from './rating-counts.ts'

/**
 * How far is Krippendorff's alpha likely to be from its value for all such persons?
 * Assumes: persons are a sample; only persons with two ratings or more count.
 * Convention: alpha by agreement weights; Gwet's standard error, which leaves the correction for the finite sample aside, with
 * degrees of freedom from all persons rated. The weights "ordinal" count pairs of categories and are another thing than
 * Krippendorff's rank metric, see `krippendorffAlpha`.
 * Reference: Krippendorff 1970; Gwet 2011, "On Krippendorff's alpha coefficient"; Gwet 2014, ch. 5.
 */
export function krippendorffLinearised(study: RatingStudy): Agreement {
  const { ratings, categories, weights = 'identity', confidence = 0.95 } = study
  const { counts, missing } = ratingCounts(ratings, categories)
  const paired = counts.filter((count) => sum(count) >= 2)
  const method = `Krippendorff alpha, ${weights} weights`
  if (paired.length < 2) return tooFew({ method, n: paired.length, missing, needed: 2, of: 'persons with two ratings' })
  const nearness = agreementWeights(weights, categoryPositions(categories))
  return chanceCorrected({ method, missing, persons: counts.length, ...alphaParts(paired, nearness) }, confidence)
}

function alphaParts(counts: readonly (readonly number[])[], nearness: Nearness): Omit<AgreementParts, 'method' | 'missing'> {
  const ratersOf = counts.map(sum)
  const usual = mean(ratersOf)
  const excess = ratersOf.map((raters) => (raters - usual) / usual)

  // Every rating counts the same here, so a person with more ratings counts more; (1 - e)p + e corrects for the finite sample.
  const agreementOf = counts.map((count, i) => (pairAgreement(count, nearness) * ratersOf[i]!) / usual)
  const raw = mean(agreementOf)
  const finite = 1 / sum(ratersOf)

  const shares = counts[0]!.map((_, k) => mean(counts.map((count) => count[k]! / usual)))
  const nearShares = shares.map((_, k) => sum(shares.map((share, l) => nearness(k, l) * share)))
  const byChance = sum(shares.map((share, k) => share * nearShares[k]!))
  return {
    observed: (1 - finite) * raw + finite,
    byChance,
    observedOf: agreementOf.map((own, i) => own - raw * excess[i]!),
    chanceOf: counts.map((count, i) => sum(count.map((raters, k) => (raters * nearShares[k]!) / usual)) - byChance * excess[i]!),
    weightOf: counts.map(() => 1),
  }
}
