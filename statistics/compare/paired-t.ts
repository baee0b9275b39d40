import { mean } from '../arithmetic/mean.ts'
import { variance } from '../arithmetic/variance.ts'
import { studentTReach, studentTTwoSided } from '../distributions/student-t.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'

export type TTest = Result<{ t: number, df: number, p: number, se: number }>

/**
 * By how much did people change on average, and how sure is that?
 * Assumes: the changes are a sample of changes that follow the normal curve; with few people this cannot be checked.
 * Convention: two-sided.
 * Reference: Student 1908.
 */
export function pairedT({ differences, missing }: PairedValues, confidence = 0.95): TTest {
  const method = 'paired t'
  const n = differences.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'pairs' })
  const se = Math.sqrt(variance(differences) / n)
  if (se === 0) return notComputable({ method, n, missing, reason: 'everybody changed by the same amount, so there is no spread to judge it by' })
  const value = mean(differences)
  const reach = se * studentTReach(confidence, n - 1)
  return found({
    value, n, missing, method, exact: false, se, t: value / se, df: n - 1, p: studentTTwoSided(value / se, n - 1),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 't' },
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}
