import { variance } from '../arithmetic/variance.ts'
import type { Norms, Pairs } from './pre-post-pairs.ts'

export const rciMethods = ['JT', 'EN', 'GLN', 'HLL', 'NK', 'HA'] as const
export type RciMethod = typeof rciMethods[number]
export type Ingredients = Norms & { sdPre: number, reliability: number, reliabilityPost: number, rDd: number | null }
export type Formula = (pair: { pre: number, post: number }) => number

/**
 * The index of each school, in words of its own article. All measure the change in units of what unreliable measuring alone would do:
 *   JT   Jacobson & Truax 1991: the plain difference over the standard error of a difference
 *   EN   Edwards, Yarvis, Mueller, Zingale & Wagman 1978; Speer 1992: from the score expected after regression to the mean, over the error of measurement
 *   GLN  Gulliksen, Lord & Novick, in Hsu 1989: the same change over the error of prediction
 *   HLL  Hsu, Linn & Lord, in Hsu 1989: as GLN, with the level of the whole group after the programme as the expected one
 *   NK   Nunnally & Kotsch 1983: the same change as EN, with the reliability of each occasion
 *   HA   Hageman & Arrindell 1999: the difference drawn towards the group's, by the reliability of the difference; judged one-sided
 * Denominators of 0 (a perfect reliability) are the caller's business.
 */
export function formulaOf(method: RciMethod, { meanPre, meanPost, sdPre, reliability: r, reliabilityPost, rDd }: Ingredients): Formula {
  const sem = sdPre * Math.sqrt(1 - r)
  const sDiff = Math.SQRT2 * sem
  const beyondRegression: Formula = ({ pre, post }) => post - (r * (pre - meanPre) + meanPre)
  const predictionError = sdPre * Math.sqrt(1 - r * r)

  switch (method) {
    case 'JT': return ({ pre, post }) => (post - pre) / sDiff
    case 'EN': return (pair) => beyondRegression(pair) / sem
    case 'GLN': return (pair) => beyondRegression(pair) / predictionError
    case 'HLL': return ({ pre, post }) => (post - (r * (pre - meanPre) + meanPost)) / predictionError
    case 'NK': return (pair) => beyondRegression(pair) / Math.sqrt(r * r * sdPre * sdPre * (1 - r) + sdPre * sdPre * (1 - reliabilityPost))
    case 'HA': {
      const dd = rDd ?? NaN
      return ({ pre, post }) => ((post - pre) * dd + (meanPost - meanPre) * (1 - dd)) / (Math.sqrt(dd) * sDiff)
    }
  }
}

/**
 * Which share of the scatter of the differences is not mere error of measurement?
 * The variance of the differences less that of two errors of measurement, over the variance of the differences; null when the differences do not scatter.
 */
export function reliabilityOfDifference(whole: Pairs['whole'], sem: number): number | null {
  if (whole.length < 2) return null
  const scatter = variance(whole.map(({ pre, post }) => post - pre))
  return scatter > 0 ? 1 - 2 * sem * sem / scatter : null
}
