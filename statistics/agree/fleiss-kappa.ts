import { sum } from '../arithmetic/sum.ts'
import type { Nearness } from './agreement-weights.ts'
import { categoryShares } from './category-shares.ts'
import type { Agreement } from './chance-corrected.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { ChanceAgreement, RatingStudy } from './rater-agreement.ts'

/**
 * How much better do raters agree than if each drew categories as often as all raters together do?
 * Assumes: the raters are interchangeable; persons may have different raters, and not all the same number.
 * Convention: with two raters and no gap this is Scott's pi.
 * Reference: Scott 1955; Fleiss 1971; missing ratings and weights: Gwet 2014, ch. 2, 4, 5.
 */
export function fleissKappa(study: RatingStudy): Agreement {
  return raterAgreement('Fleiss kappa', study, chanceByShares)
}

function chanceByShares(counts: readonly (readonly number[])[], nearness: Nearness): ChanceAgreement {
  const shares = categoryShares(counts)
  const nearShares = shares.map((_, k) => sum(shares.map((share, l) => nearness(k, l) * share)))
  return {
    byChance: sum(shares.map((share, k) => share * nearShares[k]!)),
    chanceOf: counts.map((count) => sum(count.map((raters, k) => raters * nearShares[k]!)) / sum(count)),
  }
}
