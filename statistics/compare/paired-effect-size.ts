import { covariance } from '../arithmetic/covariance.ts'
import { mean } from '../arithmetic/mean.ts'
import { variance } from '../arithmetic/variance.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { NotComputable, Result, TooFew } from '../result.ts'
import { noncentralInterval } from './noncentral-interval.ts'
import type { PairedValues } from './paired-values.ts'
import { smallSampleCorrection } from './small-sample-correction.ts'

/** What the mean change is measured by: the spread of the changes; the mean spread before and after; the changes, put back on the scale of the measure; the spread before. */
export type Yardstick = 'changes' | 'average' | 'repeated-measures' | 'before'

const names: Record<Yardstick, string> = { changes: 'Cohen dz', average: 'Cohen dav', 'repeated-measures': 'Cohen drm', before: 'Glass delta, spread before' }

/**
 * How large is the mean change, in standard deviations?
 * Assumes: changes follow the normal curve. Different yardsticks give different figures: name the yardstick beside the figure.
 * Convention: "average" is the root of the mean of both variances; the interval (yardstick "changes" only) is by the
 * non-central t; `corrected` is the figure times Hedges' exact J with n - 1 degrees of freedom.
 * Reference: Lakens 2013, Frontiers in Psychology 4:863; Morris & DeShon 2002; Hedges 1981.
 */
export function pairedEffectSize(pairs: PairedValues, yardstick: Yardstick, confidence = 0.95): Result<{ corrected: number, j: number, correctedInterval: { lower: number, upper: number } | null }> {
  const method = names[yardstick]
  const { differences, missing } = pairs
  const n = differences.length
  const refusal = refused(pairs, method)
  if (refusal) return refusal

  const spread = spreadBy(pairs, yardstick)
  if (!(spread > 0)) return notComputable({ method, n, missing, reason: 'there is no spread to measure the change by' })
  const value = mean(differences) / spread
  const j = smallSampleCorrection(n - 1)
  const bounds = yardstick === 'changes' ? noncentralInterval(value * Math.sqrt(n), n - 1, confidence) : null
  const [lower, upper] = bounds ? [bounds.lower / Math.sqrt(n), bounds.upper / Math.sqrt(n)] : [0, 0]
  return found({
    value, n, missing, method, exact: false, j, corrected: value * j,
    correctedInterval: bounds && { lower: j * lower, upper: j * upper },
    interval: bounds && { lower, upper, confidence, method: 'non-central t' },
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}

function refused({ differences, missing }: PairedValues, method: string): TooFew | NotComputable | null {
  return differences.length < 3 ? tooFew({ method, n: differences.length, missing, needed: 3, of: 'pairs' }) : null
}

function spreadBy({ before, after, differences }: PairedValues, yardstick: Yardstick): number {
  const ofChanges = Math.sqrt(variance(differences))
  switch (yardstick) {
    case 'changes': return ofChanges
    case 'average': return Math.sqrt((variance(before) + variance(after)) / 2)
    case 'before': return Math.sqrt(variance(before))
    case 'repeated-measures': {
      const together = covariance(before, after) / Math.sqrt(variance(before) * variance(after))
      return ofChanges / Math.sqrt(2 * (1 - together))
    }
  }
}
