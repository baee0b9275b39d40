import { covariance } from '../arithmetic/covariance.ts'
import { variance } from '../arithmetic/variance.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'

/**
 * Do people who stood high before also stand high after?
 * Assumes: a straight-line relation. Convention: Pearson's r.
 */
export function correlation({ before, after, missing }: PairedValues): Result {
  const method = 'Pearson correlation'
  const n = before.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'pairs' })
  const spread = Math.sqrt(variance(before) * variance(after))
  if (spread === 0) return notComputable({ method, n, missing, reason: 'all values before or all values after are equal' })
  return found({ value: covariance(before, after) / spread, n, missing, method, cautions: missing > 0 ? ['missing-values'] : [] })
}
