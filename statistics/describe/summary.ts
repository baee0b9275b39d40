import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { middleOfSorted } from './median.ts'
import { observed } from './observed.ts'
import { quantileOfSorted } from './quantile.ts'

export type Described = { lowest: number, highest: number, lowerQuarter: number, upperQuarter: number, mean: number, sd: number | null, shareMissing: number }

/**
 * What do these values look like, and how many are missing?
 *
 * Assumes nothing. The value is the median; quarters as in `quantile`; the standard deviation is the sample's (n - 1), null for one value.
 */
export function summary(given: readonly (number | null)[]): Result<Described> {
  const { values, missing } = observed(given, 'values')
  const method = 'median, quarters, mean and spread'
  const n = values.length
  if (n === 0) return tooFew({ method, n, missing, needed: 1 })

  const sorted = values.toSorted((a, b) => a - b)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return found({
    method, n, missing, mean,
    value: middleOfSorted(sorted),
    lowest: sorted[0]!,
    highest: sorted[n - 1]!,
    lowerQuarter: quantileOfSorted(sorted, 0.25),
    upperQuarter: quantileOfSorted(sorted, 0.75),
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    shareMissing: missing / given.length,
    cautions: missing > 0 ? ['missing-values'] : [],
  })
}
