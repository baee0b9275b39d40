import type { Chance } from '../chance/seeded-generator.ts'
import { confidenceLevel, observed } from '../describe/observed.ts'
import { quantileOfSorted } from '../describe/quantile.ts'
import { found, notComputable, tooFew, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'

export type Bootstrap = { draws: number, seed: number }
export type Resampling = { chance: Chance, draws?: number, confidence?: number }

/**
 * Between which bounds would this figure lie if we had met other people like these?
 *
 * Assumes people who do not depend on one another, and that these few stand for the rest: with fewer than about ten the interval is too narrow, and no number of draws helps.
 * Convention: values drawn again with replacement, bounds are percentiles of the figure. Always approximate; the seed is in the result.
 * Reference: Efron & Tibshirani 1993.
 */
export function percentileBootstrap(given: readonly (number | null)[], figure: (values: readonly number[]) => number, { chance, draws = 9_999, confidence = 0.95 }: Resampling): Result<Bootstrap> {
  const { values, missing } = observed(given, 'values')
  const level = confidenceLevel(confidence)
  const method = 'percentile bootstrap'
  const n = values.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2 })
  if (!Number.isSafeInteger(draws) || draws < 100 || draws > 1_000_000) throw wrongInput('draws', `${draws} was given where a whole number from 100 to a million belongs`)

  const figures = redrawn(values, figure, draws, chance)
  const value = figure(values)
  if (!Number.isFinite(value) || !figures.every(Number.isFinite)) return notComputable({ method, n, missing, reason: 'the figure has no value in some of the draws' })

  const [lower, upper] = [(1 - level) / 2, (1 + level) / 2].map((share) => quantileOfSorted(figures, share)) as [number, number]
  return found({ method, value, n, missing, exact: false, draws, seed: chance.seed, interval: { lower, upper, confidence, method }, cautions: missing > 0 ? ['missing-values', 'sampled'] : ['sampled'] })
}

function redrawn(values: readonly number[], figure: (values: readonly number[]) => number, draws: number, chance: Chance): Float64Array {
  const again = [...values]
  return Float64Array.from({ length: draws }, () => {
    for (let i = 0; i < again.length; i++) again[i] = values[chance.below(values.length)]!
    return figure(again)
  }).sort()
}
