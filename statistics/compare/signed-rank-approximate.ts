import { sum } from '../arithmetic/sum.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'
import { signedRanks } from './signed-rank.ts'

/**
 * The signed-rank test by the normal curve: how far from it does a report land that did not use the exact test?
 * Assumes: many changes; doubtful below about twenty.
 * Convention: zeros dropped, ties corrected, continuity correction of half a place.
 * Reference: Hollander, Wolfe & Chicken 2014, Nonparametric Statistical Methods, section 3.1.
 */
export function signedRankApproximate({ differences, missing }: PairedValues): Result<{ p: number, z: number }> {
  const method = 'signed-rank test, normal curve'
  const { signed, squares, positive } = signedRanks(differences, 'dropped')
  if (signed.length === 0) return notComputable({ method, n: differences.length, missing, reason: 'nobody changed' })
  const away = positive - sum(signed.map(Math.abs)) / 2
  const z = (away - 0.5 * Math.sign(away)) / (Math.sqrt(squares) / 2)
  return found({ value: positive, n: signed.length, missing, method, exact: false, z, p: normalTwoSided(z), cautions: missing > 0 ? ['missing-values'] : [] })
}
