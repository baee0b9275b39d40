import { sum } from '../arithmetic/sum.ts'
import { allNearness } from './brennan-prediger.ts'
import { categoryShares } from './category-shares.ts'
import type { Agreement } from './chance-corrected.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { RatingStudy } from './rater-agreement.ts'

/**
 * How well do raters agree beyond chance, also where nearly everybody falls into one category?
 * Assumes: raters agree by chance only on persons hard to rate. Steadier than kappa under high prevalence.
 * Convention: AC1 with identity weights, AC2 with any other; categories in `categories` count even when unused.
 * Reference: Gwet 2008, BJMSP 61:29-48; AC2: Gwet 2014, ch. 4.
 */
export function gwetAc(study: RatingStudy): Agreement {
  const q = study.categories.length
  return raterAgreement(study.weights === undefined || study.weights === 'identity' ? 'Gwet AC1' : 'Gwet AC2', study, (counts, nearness) => {
    const shares = categoryShares(counts)
    const scale = allNearness(q, nearness) / (q * (q - 1))
    return {
      byChance: scale * sum(shares.map((share) => share * (1 - share))),
      chanceOf: counts.map((count) => (scale * sum(count.map((raters, k) => raters * (1 - shares[k]!)))) / sum(count)),
    }
  })
}
