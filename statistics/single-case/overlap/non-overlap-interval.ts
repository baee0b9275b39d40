import { normalReach } from '../../distributions/normal.ts'
import { findRoot } from '../../interval/find-root.ts'

/**
 * Which true shares of non-overlap would make the observed one no surprise?
 *
 * Assumes independent points. Solves m n (NAP - x)^2 (2 - x)(1 + x) = z^2 x (1 - x) [2 + h + (1 + 2h) x (1 - x)] with h = (m + n)/2 - 1
 * to the last digits. At NAP = 1 (or 0) one root is 1 (or 0) itself; the other is found after dividing that one out, so the interval
 * never collapses to a point however complete the separation.
 * Reference: Newcombe 2006, Statistics in Medicine 25, 559-573, method 5; Mee 1990.
 */
export function nonOverlapInterval(value: number, m: number, n: number, confidence: number): { lower: number, upper: number } {
  const z2 = normalReach(confidence) ** 2
  const h = (m + n) / 2 - 1
  const allowed = (x: number): number => z2 * (2 + h + (1 + 2 * h) * x * (1 - x))
  const weight = (x: number): number => m * n * (2 - x) * (1 + x)

  if (value === 1) return { lower: findRoot((x) => weight(x) * (1 - x) - x * allowed(x), 0, 1), upper: 1 }
  if (value === 0) return { lower: 0, upper: findRoot((x) => weight(x) * x - (1 - x) * allowed(x), 0, 1) }

  const excess = (x: number): number => weight(x) * (value - x) ** 2 - x * (1 - x) * allowed(x)
  return { lower: findRoot(excess, 0, value), upper: findRoot(excess, value, 1) }
}
