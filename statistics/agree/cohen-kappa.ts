import { normalReach } from '../distributions/normal.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { WeightKind } from './agreement-weights.ts'
import type { PairTable } from './pair-table.ts'
import { overCells, weightedShares } from './weighted-shares.ts'
import type { WeightedShares } from './weighted-shares.ts'

export type Kappa = Result<{ se: number, observed: number, byChance: number }>

/**
 * How much better do two raters agree than their own habits would bring by chance?
 * Assumes: persons are independent; each rater keeps to habits of their own. Low where one category is very common.
 * Convention: linear and quadratic weights by the rank of the category; standard error for the interval, not for the test
 * (see `kappaZeroTest`), after Fleiss, Cohen & Everitt; normal interval, cut at the ends of the scale.
 * Reference: Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323-327.
 */
export function cohenKappa({ table, n, missing }: PairTable, weights: WeightKind = 'identity', confidence = 0.95): Kappa {
  const method = `Cohen kappa, ${weights} weights`
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons rated by both' })
  const shares = weightedShares(table, weights)
  const { observed, byChance } = shares
  if (1 - byChance < 1e-12) return notComputable({ method, n, missing, reason: 'both raters used one and the same category only, so chance alone would bring full agreement' })

  const value = (observed - byChance) / (1 - byChance)
  const se = errorAwayFromZero(shares, n)
  const reach = se * normalReach(confidence)
  return found({
    value, n, missing, method, exact: false, se, observed, byChance,
    interval: { lower: Math.max(-1, value - reach), upper: Math.min(1, value + reach), confidence, method: 'normal, cut at -1 and 1' },
    cautions: [...(missing > 0 ? ['missing-values' as const] : []), ...(se === 0 ? ['no-spread' as const] : [])],
  })
}

function errorAwayFromZero({ nearness, cell, observed, byChance, nearRow, nearColumn }: WeightedShares, n: number): number {
  const spread = overCells(cell.length, (i, j) =>
    cell[i]![j]! * (nearness(i, j) * (1 - byChance) - (nearRow[i]! + nearColumn[j]!) * (1 - observed)) ** 2)
  const variance = (spread - (observed * byChance - 2 * byChance + observed) ** 2) / (n * (1 - byChance) ** 4)
  // Rounding can leave some 1e-17 of either sign where there is no spread at all.
  return variance < 1e-15 ? 0 : Math.sqrt(variance)
}
