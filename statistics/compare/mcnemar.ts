import { binomialAt, binomialAtLeast } from '../distributions/binomial.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { wholeCount } from './four-cells.ts'

/**
 * Did more people change from "yes" to "no" than from "no" to "yes"?
 * Assumes: people are independent; those who did not change say nothing.
 * Convention: exact two-sided = twice the smaller tail, at most 1; mid-p counts the observed split by half (1 when both ways are equal).
 * Reference: McNemar 1947; mid-p: Fagerland, Lydersen & Laake 2013, BMC Medical Research Methodology 13:91.
 */
export function mcnemar(oneWay: unknown, otherWay: unknown): Result<{ p: number, midP: number }> {
  const method = 'McNemar, exact'
  const [b, c] = [wholeCount(oneWay, 'b'), wholeCount(otherWay, 'c')]
  const n = b + c
  if (n === 0) return notComputable({ method, n, reason: 'nobody changed' })
  const twice = 2 * binomialAtLeast(Math.max(b, c), n, 0.5)
  return found({ value: b / n, n, method, p: Math.min(1, twice), midP: Math.min(1, twice - binomialAt(b, n, 0.5)) })
}
