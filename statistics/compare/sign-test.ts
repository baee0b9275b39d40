import { binomialAtLeast } from '../distributions/binomial.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'

/**
 * Did more people go up than down?
 * Assumes: without an effect, up and down are equally likely.
 * Convention: people without a change do not count; two-sided = twice the smaller tail, at most 1.
 * Reference: Arbuthnot 1710; Conover 1999, Practical Nonparametric Statistics, section 3.4.
 */
export function signTest({ differences, missing }: PairedValues): Result<{ p: number, positives: number }> {
  const method = 'sign test'
  const changed = differences.filter((difference) => difference !== 0)
  const n = changed.length
  if (n === 0) return notComputable({ method, n: differences.length, missing, reason: 'nobody changed' })
  const positives = changed.filter((difference) => difference > 0).length
  const p = Math.min(1, 2 * binomialAtLeast(Math.max(positives, n - positives), n, 0.5))
  return found({ value: positives / n, n, missing, method, p, positives, cautions: missing > 0 ? ['missing-values'] : [] })
}
