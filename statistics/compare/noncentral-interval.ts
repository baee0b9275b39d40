import { noncentralTBelow } from '../distributions/noncentral-t.ts'
import { findRoot } from '../interval/find-root.ts'

/**
 * Between which true shifts would this t be nothing unusual?
 * Convention: the shifts that leave half of the rest beyond t on either side.
 * Reference: Steiger & Fouladi 1997.
 */
export function noncentralInterval(t: number, df: number, confidence: number): { lower: number, upper: number } {
  const tail = (1 - confidence) / 2
  const shiftWith = (below: number) => {
    const excess = (shift: number) => noncentralTBelow(t, df, shift) - below
    let [from, to] = [t - 2, t + 2]
    while (excess(from) < 0) from -= 2 * (t - from)
    while (excess(to) > 0) to += 2 * (to - t)
    return findRoot(excess, from, to)
  }
  return { lower: shiftWith(1 - tail), upper: shiftWith(tail) }
}
