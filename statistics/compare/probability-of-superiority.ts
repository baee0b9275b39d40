import { found } from '../result.ts'
import type { Result } from '../result.ts'
import { placesOf } from './mann-whitney.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * How likely does a person of the first group stand higher than a person of the second, both drawn at random?
 * Convention: ties count half. Cliff's delta is twice this less one.
 * Reference: Vargha & Delaney 2000; Cliff 1993, Psychological Bulletin 114:494-509.
 */
export function probabilityOfSuperiority(groups: TwoGroups): Result<{ cliffsDelta: number }> {
  const method = 'probability of superiority'
  const refusal = smallGroup(groups, method, 1)
  if (refusal) return refusal
  const value = placesOf(groups).w / (groups.first.length * groups.second.length)
  return found({ value, n: groups.n, missing: groups.missing, method, cliffsDelta: 2 * value - 1, cautions: groups.missing > 0 ? ['missing-values'] : [] })
}
