import { mean } from '../arithmetic/mean.ts'
import { notComputable } from '../result.ts'
import { groupDraws } from './group-draws.ts'
import { permutationAnswer } from './paired-permutation.ts'
import type { PermutationTest } from './paired-permutation.ts'
import type { Sampling } from './sign-flips.ts'
import { smallGroup } from './two-groups.ts'
import type { TwoGroups } from './two-groups.ts'

/**
 * Do two groups differ on average (first - second), if the label of the group meant nothing?
 * Assumes: without an effect, all people could as well be in the other group.
 * Convention: all draws of the first group; two-sided = a difference as large as seen, either way; the smallest p there can be
 * is about 1 / arrangements. Finely graded values with more than three million draws are sampled, where `sampling` is given.
 * Reference: Fisher 1935; Edgington & Onghena 2007.
 */
export function groupPermutation(groups: TwoGroups, sampling?: Sampling): PermutationTest {
  const method = 'permutation of groups, mean difference'
  const refusal = smallGroup(groups, method, 1)
  if (refusal) return refusal
  const { first, second, n, missing } = groups
  const tails = groupDraws(first, second, sampling)
  if (!tails) return notComputable({ method, n, missing, reason: 'too many draws of finely graded values to list' })
  return permutationAnswer({ value: mean(first) - mean(second), n, missing, method }, tails, sampling)
}
