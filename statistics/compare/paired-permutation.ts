import { mean } from '../arithmetic/mean.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'
import { signFlips } from './sign-flips.ts'
import type { Sampling, Tails } from './sign-flips.ts'

/** `seed` where arrangements were drawn, so that the same report comes out again. */
export type PermutationTest = Result<{ p: number, pGreater: number, pLess: number, arrangements: number, sampled: number | null, seed: number | null }>

/**
 * Did people change on average, if each change might as well have gone the other way?
 * Assumes: without an effect, up and down by the same amount are equally likely for each person. Nothing about the shape.
 * Convention: all 2^n signs; the smallest p there can be is 2 / 2^n, so read `arrangements` beside it. Finely graded values of more
 * than 22 people are sampled, where `sampling` is given.
 * Reference: Fisher 1935, The Design of Experiments, section 21; Edgington & Onghena 2007.
 */
export function pairedPermutation({ differences, missing }: PairedValues, sampling?: Sampling): PermutationTest {
  const method = 'permutation of signs, mean change'
  const n = differences.length
  if (n < 1) return tooFew({ method, n, missing, needed: 1, of: 'pairs' })
  const tails = signFlips(differences, sampling)
  if (!tails) return notComputable({ method, n, missing, reason: `2^${n} arrangements of finely graded values are too many to list: give a generator to draw from them` })
  return permutationAnswer({ value: mean(differences), n, missing, method }, tails, sampling)
}

/** A permutation test's answer from its tails; drawn arrangements make it approximate, with the seed told. */
export function permutationAnswer(told: { value: number, n: number, missing: number, method: string }, tails: Tails, sampling?: Sampling): PermutationTest {
  const { twoSided: p, atLeast: pGreater, atMost: pLess, arrangements, sampled } = tails
  return found({
    ...told, exact: sampled === null, p, pGreater, pLess, arrangements, sampled,
    seed: sampled === null ? null : sampling?.chance.seed ?? null,
    cautions: [...(told.missing > 0 ? ['missing-values' as const] : []), ...(sampled === null ? [] : ['sampled' as const])],
  })
}
