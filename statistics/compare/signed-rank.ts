import { sum } from '../arithmetic/sum.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { midRanks } from './mid-ranks.ts'
import type { PairedValues } from './paired-values.ts'
import { signFlips } from './sign-flips.ts'

/** "dropped": people without a change do not count. "ranked" (Pratt): they take the lowest places, then leave. */
export type Zeros = 'dropped' | 'ranked'

export type SignedRanks = { signed: number[], squares: number, positive: number }

/** The places of the changes by size, each with the sign of its change; people without a change are gone. */
export function signedRanks(differences: readonly number[], zeros: Zeros): SignedRanks {
  const ranked = zeros === 'dropped' ? differences.filter((difference) => difference !== 0) : differences
  const ranks = midRanks(ranked.map(Math.abs))
  const signed = ranked.map((difference, i) => Math.sign(difference) * ranks[i]!).filter((rank) => rank !== 0)
  return { signed, squares: sum(signed.map((rank) => rank ** 2)), positive: sum(signed.filter((rank) => rank > 0)) }
}

/**
 * Did people change in one direction, larger changes counting more?
 * Assumes: without an effect, up and down by the same amount are equally likely for each person.
 * Convention: equal changes share the mean place; exact over all 2^n signs of the places that are left; V is the sum of the
 * places of increases, z the same in standard errors.
 * Reference: Wilcoxon 1945; zeros ranked: Pratt 1959, JASA 54:655-667.
 */
export function signedRank({ differences, missing }: PairedValues, zeros: Zeros = 'dropped'): Result<{ p: number, pGreater: number, z: number }> {
  const method = `signed-rank test, zeros ${zeros}`
  const { signed, squares, positive } = signedRanks(differences, zeros)
  const n = signed.length
  if (n === 0) return notComputable({ method, n: differences.length, missing, reason: 'nobody changed' })
  const tails = signFlips(signed)
  if (!tails) return notComputable({ method, n, missing, reason: `2^${n} arrangements are too many to list` })
  return found({
    value: positive, n, missing, method,
    p: tails.twoSided, pGreater: tails.atLeast, z: sum(signed) / Math.sqrt(squares),
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}
