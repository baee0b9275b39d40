import { mean } from '../arithmetic/mean.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'
import { signFlips } from './sign-flips.ts'

export type PermutationTest = Result<{ p: number, pGreater: number, pLess: number, arrangements: number }>

/**
 * Did people change on average, if each change might as well have gone the other way?
 * Assumes: without an effect, up and down by the same amount are equally likely for each person. Nothing about the shape.
 * Convention: all 2^n signs; the smallest p there can be is 2 / 2^n, so read `arrangements` beside it.
 * Reference: Fisher 1935, The Design of Experiments, section 21; Edgington & Onghena 2007.
 */
export function pairedPermutation({ differences, missing }: PairedValues): PermutationTest {
  const method = 'permutation of signs, mean change'
  const n = differences.length
  if (n < 1) return tooFew({ method, n, missing, needed: 1, of: 'pairs' })
  const tails = signFlips(differences)
  if (!tails) return notComputable({ method, n, missing, reason: `2^${n} arrangements of finely graded values are too many to list` })
  return found({
    value: mean(differences), n, missing, method,
    p: tails.twoSided, pGreater: tails.atLeast, pLess: tails.atMost, arrangements: tails.arrangements,
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}
