import { sum } from '../arithmetic/sum.ts'
import type { Nearness } from './agreement-weights.ts'
import type { Agreement } from './chance-corrected.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { RatingStudy } from './rater-agreement.ts'

/**
 * How much better do raters agree than if they chose every category equally often?
 * Assumes: the list of categories is fixed beforehand; each unused category added to it raises the coefficient.
 * Reference: Brennan & Prediger 1981; weighted: Gwet 2014, ch. 4.
 */
export function brennanPrediger(study: RatingStudy): Agreement {
  return raterAgreement('Brennan-Prediger', study, (counts, nearness) => {
    const byChance = allNearness(study.categories.length, nearness) / study.categories.length ** 2
    return { byChance, chanceOf: counts.map(() => byChance) }
  })
}

/** The sum of the weights over all pairs of categories, each with itself included. */
export function allNearness(categories: number, nearness: Nearness): number {
  const places = Array.from({ length: categories }, (_, place) => place)
  return sum(places.flatMap((k) => places.map((l) => nearness(k, l))))
}
