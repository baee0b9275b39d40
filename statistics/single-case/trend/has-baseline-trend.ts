import { normalTwoSided } from '../../distributions/normal.ts'
import { kendallScore } from '../tau/kendall-score.ts'
import { kendallVariance } from '../tau/kendall-variance.ts'

/** A caution should come rather too often than too seldom. */
const seldom = 0.1

/**
 * Was the first phase already rising or falling by itself, so that what follows may be no more than its going on?
 *
 * Assumes points in their order, equally far apart. With a short baseline little can be found: of three points none, of four only a run without a step back.
 * Convention: Kendall's test of A over its places 1 to m, two-sided, variance corrected for ties, no continuity correction; a trend where p is at most 0.1.
 * Reference: Kendall 1970, ch. 4; Tarlow 2017 tests the same with 0.05 to decide on a correction, for which too seldom is the lesser harm.
 */
export function hasBaselineTrend(A: readonly number[]): boolean {
  const variance = kendallVariance(A, A.map((_, i) => i))
  return variance > 0 && normalTwoSided(kendallScore(A) / Math.sqrt(variance)) <= seldom
}
