import { sum } from '../arithmetic/sum.ts'
import type { Nearness } from './agreement-weights.ts'

export type ObservedAgreement = {
  /** Mean over the persons with at least two ratings. */
  observed: number
  /** Each person's own agreement times the weight; its mean over all persons is `observed`. */
  observedOf: number[]
  /** Persons with at least two ratings weigh more, as those with one rating say nothing about agreement. */
  weightOf: number[]
  /** How many persons have at least two ratings. */
  pairedPersons: number
}

/**
 * How often do two raters, drawn at random for one person, agree?
 * Convention: a person with one rating does not count here; with r ratings, r(r - 1) ordered pairs, near misses by their weight.
 * Reference: Fleiss 1971; Gwet 2014, ch. 2.
 */
export function observedAgreement(counts: readonly (readonly number[])[], nearness: Nearness): ObservedAgreement {
  const ratersOf = counts.map(sum)
  const pairedPersons = ratersOf.filter((raters) => raters >= 2).length
  const weightOf = ratersOf.map((raters) => (raters >= 2 ? counts.length / pairedPersons : 0))
  const observedOf = counts.map((count, i) => (ratersOf[i]! >= 2 ? weightOf[i]! * pairAgreement(count, nearness) : 0))
  return { observed: sum(observedOf) / counts.length, observedOf, weightOf, pairedPersons }
}

/** The share of ordered pairs of raters of one person that agree. */
export function pairAgreement(count: readonly number[], nearness: Nearness): number {
  const raters = sum(count)
  const agreeing = count.map((own, k) => own * (sum(count.map((other, l) => nearness(k, l) * other)) - 1))
  return sum(agreeing) / (raters * (raters - 1))
}
