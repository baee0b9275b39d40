import { inverse, Matrix } from 'ml-matrix'
import { sum } from '../arithmetic/sum.ts'
import { notComputable, found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { alphaOf } from './cronbach-alpha.ts'
import type { ItemTable } from './item-table.ts'

export type ItemAnalysis = Result<{
  meanCorrelation: number
  /** Null where an item follows exactly from the others. */
  lambda6: number | null
  /** Alpha without each item in turn; null with two items, as one item has no alpha. */
  alphaWithout: (number | null)[]
  /** How each item goes with the sum of the others; null where that sum does not vary. */
  itemRest: (number | null)[]
}>

/**
 * Do the items of a scale belong together, and which does not?
 * Assumes: as Cronbach's alpha.
 * Convention: `value` is the standardised alpha (from correlations); lambda 6 is Guttman's, by squared multiple correlations;
 * each item is set against the sum of the others, never of all.
 * Reference: Guttman 1945, Psychometrika 10:255-282; Nunnally & Bernstein 1994, ch. 8.
 */
export function itemAnalysis({ persons: n, items, missing, covariances }: ItemTable): ItemAnalysis {
  const method = 'standardised alpha'
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons who answered every item' })
  if (items < 2) return tooFew({ method, n: items, missing, needed: 2, of: 'items' })
  const spreads = covariances.map((row, i) => Math.sqrt(row[i]!))
  if (spreads.some((spread) => spread === 0)) return notComputable({ method, n, missing, reason: 'an item has the same answer from everybody' })
  const correlations = covariances.map((row, i) => row.map((value, j) => value / (spreads[i]! * spreads[j]!)))
  const all = sum(correlations.flat())
  if (!(all > 1e-12)) return notComputable({ method, n, missing, reason: 'the items cancel each other out' })
  return found({
    value: alphaOf(correlations), n, missing, method,
    meanCorrelation: (all - items) / (items * (items - 1)),
    lambda6: lambda6(correlations),
    alphaWithout: covariances.map((_, item) => (items === 2 ? null : alphaOf(without(covariances, item)))),
    itemRest: covariances.map((row, item) => {
      const rest = sum(row) - row[item]!
      const spread = Math.sqrt(sum(without(covariances, item).flat()))
      return spread === 0 ? null : rest / (spreads[item]! * spread)
    }),
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}

function without(square: readonly (readonly number[])[], place: number): number[][] {
  return square.filter((_, i) => i !== place).map((row) => row.filter((_, j) => j !== place))
}

// 1 / diagonal of the inverse correlation matrix is the part of each item that the others do not tell.
function lambda6(correlations: readonly (readonly number[])[]): number | null {
  const matrix = new Matrix(correlations.map((row) => [...row]))
  try {
    const unexplained = inverse(matrix).diagonal().map((value) => 1 / value)
    return unexplained.every((part) => part > 1e-9 && part <= 1 + 1e-9) ? 1 - sum(unexplained) / sum(correlations.flat()) : null
  } catch (error) {
    if (error instanceof Error && error.message.includes('singular')) return null
    throw error
  }
}
