import { normalTwoSided } from '../distributions/normal.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { placesOf } from './mann-whitney.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * The Mann-Whitney test by the normal curve: where does a report land that did not use the exact test?
 * Assumes: both groups larger than about ten.
 * Convention: ties corrected, continuity correction of half a pair.
 * Reference: Hollander, Wolfe & Chicken 2014, section 4.1.
 */
export function mannWhitneyApproximate(groups: TwoGroups): Result<{ p: number, z: number }> {
  const method = 'Mann-Whitney, normal curve'
  const refusal = smallGroup(groups, method, 1)
  if (refusal) return refusal
  const { w, expected, spread } = placesOf(groups)
  const told = { n: groups.n, missing: groups.missing, method }
  if (spread === 0) return notComputable({ ...told, reason: 'all values are equal' })
  const z = (w - expected - 0.5 * Math.sign(w - expected)) / spread
  return found({ ...told, value: w, exact: false, z, p: normalTwoSided(z), cautions: groups.missing > 0 ? ['missing-values'] : [] })
}
