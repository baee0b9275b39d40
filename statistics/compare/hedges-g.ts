import { mean } from '../arithmetic/mean.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { noncentralInterval } from './noncentral-interval.ts'
import { smallSampleCorrection } from './small-sample-correction.ts'
import { pooledVariance } from './two-group-t.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * How far apart are two groups (first - second), in standard deviations?
 * Assumes: values follow the normal curve with the same spread in both groups.
 * Convention: pooled spread; exact J; interval by the non-central t, times J; se = sqrt((m + n)/(mn) + g^2/(2(m + n))).
 * Reference: Hedges 1981; Borenstein et al. 2009, ch. 4.
 */
export function hedgesG(groups: TwoGroups, confidence = 0.95): Result<{ d: number, j: number, se: number, uncorrectedInterval: { lower: number, upper: number } }> {
  const method = 'Hedges g'
  const refusal = smallGroup(groups, method, 2)
  if (refusal) return refusal
  const { first, second, n, missing } = groups
  const spread = Math.sqrt(pooledVariance(groups))
  if (!(spread > 0)) return notComputable({ method, n, missing, reason: 'neither group has any spread to measure the difference by' })

  const d = (mean(first) - mean(second)) / spread
  const j = smallSampleCorrection(n - 2)
  const scale = Math.sqrt(1 / first.length + 1 / second.length)
  const shift = noncentralInterval(d / scale, n - 2, confidence)
  const [lower, upper] = [shift.lower * scale, shift.upper * scale]
  return found({
    value: d * j, n, missing, method, exact: false, d, j,
    se: Math.sqrt(scale ** 2 + (d * j) ** 2 / (2 * n)),
    uncorrectedInterval: { lower, upper },
    interval: { lower: j * lower, upper: j * upper, confidence, method: 'non-central t' },
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}
