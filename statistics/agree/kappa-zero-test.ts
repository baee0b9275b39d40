import { normalTwoSided } from '../distributions/normal.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { WeightKind } from './agreement-weights.ts'
import type { PairTable } from './pair-table.ts'
import { overCells, weightedShares } from './weighted-shares.ts'

/**
 * Could two raters agree as well as this if each only followed habits of their own?
 * Assumes: persons are independent; many persons (the test is by the normal curve, doubtful below about twenty).
 * Convention: the standard error under the hypothesis of no agreement beyond chance; two-sided.
 * Reference: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323-327.
 */
export function kappaZeroTest({ table, n, missing }: PairTable, weights: WeightKind = 'identity'): Result<{ z: number, p: number }> {
  const method = `test of kappa = 0, ${weights} weights`
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons rated by both' })
  const { nearness, rowShare, columnShare, nearRow, nearColumn, observed, byChance } = weightedShares(table, weights)

  const spread = overCells(table.length, (i, j) => rowShare[i]! * columnShare[j]! * (nearness(i, j) - nearRow[i]! - nearColumn[j]!) ** 2)
  const variance = (spread - byChance ** 2) / (n * (1 - byChance) ** 2)
  // Also when chance brings full agreement: 0/0.
  if (!(variance > 1e-15)) return notComputable({ method, n, missing, reason: 'a rater used one category only, so agreement by chance has no spread' })

  const value = (observed - byChance) / (1 - byChance)
  const z = value / Math.sqrt(variance)
  return found({ value, n, missing, method, exact: false, z, p: normalTwoSided(z), cautions: missing > 0 ? ['missing-values'] : [] })
}
