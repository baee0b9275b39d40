import { sum } from '../arithmetic/sum.ts'
import { fQuantile } from '../distributions/fisher-f.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { ItemTable } from './item-table.ts'

/**
 * How much of the spread of a sum score would come back with other items of the same kind?
 * Assumes: items measure one thing equally well (otherwise alpha is a lower bound); errors are independent.
 * Convention: raw alpha by covariances; interval after Feldt; `standardError` of a person's score = SD of the sum * sqrt(1 - alpha).
 * Reference: Cronbach 1951, Psychometrika 16:297-334; Feldt 1965, Psychometrika 30:357-370.
 */
export function cronbachAlpha(table: ItemTable, confidence = 0.95): Result<{ standardError: number | null }> {
  const method = 'Cronbach alpha'
  const { persons: n, items, missing, covariances } = table
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons who answered every item' })
  if (items < 2) return tooFew({ method, n: items, missing, needed: 2, of: 'items' })
  const ofSum = sum(covariances.flat())
  if (!(ofSum > 1e-12 * sum(covariances.map((row, i) => row[i]!)))) return notComputable({ method, n, missing, reason: 'the sum score is the same for everybody' })

  const value = alphaOf(covariances)
  const tail = (1 - confidence) / 2
  const bound = (p: number) => 1 - (1 - value) * fQuantile(p, n - 1, (n - 1) * (items - 1))
  return found({
    value, n, missing, method, exact: false,
    standardError: value <= 1 ? Math.sqrt(ofSum * (1 - value)) : null,
    interval: { lower: bound(1 - tail), upper: bound(tail), confidence, method: 'Feldt' },
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}

/** Alpha of any set of items from their covariances (or correlations: then the standardised alpha). */
export function alphaOf(covariances: readonly (readonly number[])[]): number {
  const items = covariances.length
  const own = sum(covariances.map((row, i) => row[i]!))
  return (items / (items - 1)) * (1 - own / sum(covariances.flat()))
}
