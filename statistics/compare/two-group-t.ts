import { mean } from '../arithmetic/mean.ts'
import { variance } from '../arithmetic/variance.ts'
import { studentTReach, studentTTwoSided } from '../distributions/student-t.ts'
import { found, notComputable } from '../result.ts'
import type { TTest } from './paired-t.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * By how much do two groups differ on average (first - second), and how sure is that?
 * Assumes: values follow the normal curve in each group; "pooled" also: with the same spread in both.
 * Convention: two-sided; "unequal" is Welch's test with Satterthwaite's degrees of freedom.
 * Reference: Student 1908; Welch 1947, Biometrika 34:28-35.
 */
export function twoGroupT(groups: TwoGroups, spreads: 'unequal' | 'pooled', confidence = 0.95): TTest {
  const method = spreads === 'unequal' ? 'Welch t' : 'Student t, pooled spread'
  const refusal = smallGroup(groups, method, 2)
  if (refusal) return refusal
  const { se, df } = spreads === 'unequal' ? unequal(groups) : pooled(groups)
  const told = { n: groups.n, missing: groups.missing, method }
  if (!(se > 0)) return notComputable({ ...told, reason: 'neither group has any spread' })
  const value = mean(groups.first) - mean(groups.second)
  const reach = se * studentTReach(confidence, df)
  return found({
    ...told, value, exact: false, se, t: value / se, df, p: studentTTwoSided(value / se, df),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 't' },
    cautions: groups.missing > 0 ? ['missing-values'] : [],
  })
}

function unequal({ first, second }: TwoGroups): { se: number, df: number } {
  const [one, other] = [variance(first) / first.length, variance(second) / second.length]
  return {
    se: Math.sqrt(one + other),
    df: (one + other) ** 2 / (one ** 2 / (first.length - 1) + other ** 2 / (second.length - 1)),
  }
}

function pooled(groups: TwoGroups): { se: number, df: number } {
  const { first, second, n } = groups
  return { se: Math.sqrt(pooledVariance(groups) * (1 / first.length + 1 / second.length)), df: n - 2 }
}

/** The mean of both variances, each weighed by its degrees of freedom. */
export function pooledVariance({ first, second, n }: TwoGroups): number {
  return ((first.length - 1) * variance(first) + (second.length - 1) * variance(second)) / (n - 2)
}
