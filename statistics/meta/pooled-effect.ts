import { sum } from '../arithmetic/sum.ts'
import type { Caution } from '../cautions.ts'
import { chiSquaredAbove } from '../distributions/chi-squared.ts'
import { normalReach, normalTwoSided } from '../distributions/normal.ts'
import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { betweenVariance } from './between-variance.ts'
import type { EffectList } from './effect-list.ts'
import { weightedFit } from './random-effects.ts'
import type { Estimator } from './random-effects.ts'

export type PooledEffect = Result<{
  se: number, z: number, p: number
  /** Differences between the effects: weighted squares, their p, the variance between true effects with its standard error. */
  q: number, qP: number, tau2: number, tau2Se: number | null
  /** The share of the spread (per cent) that is not chance, and total spread over chance. */
  i2: number, h2: number
  weightsPercent: number[]
}>

/**
 * What is the effect on average over cases or sites, and how much do they differ?
 * Assumes: effects are independent and about normal, their variances known; with few effects the variance between them is a
 * guess (below three it cannot be told from chance: a caution says so). "FE" (common effect) assumes that all true effects are one.
 * Convention: weights 1 / (v + tau2); z interval (see `hartungKnapp` for few effects); I2 by the typical variance, for FE by Q.
 * Reference: Borenstein et al. 2009; Higgins & Thompson 2002; Viechtbauer 2010, Journal of Statistical Software 36(3).
 */
export function pooledEffect({ y, v, missing }: EffectList, estimator: Estimator, confidence = 0.95): PooledEffect {
  const method = `pooled effect, ${estimator}`
  const n = y.length
  if (n < 1) return tooFew({ method, n, missing, needed: 1, of: 'effects' })
  const effects = { y, v, x: y.map(() => [1]) }
  const between = estimator === 'FE' ? { tau2: 0, se: null } : betweenVariance(effects, estimator)
  const weights = v.map((own) => 1 / (own + between.tau2))
  const value = sum(y.map((own, i) => own * weights[i]!)) / sum(weights)
  const se = 1 / Math.sqrt(sum(weights))
  const { q } = weightedFit(effects, 0)
  const reach = se * normalReach(confidence)
  return found({
    value, n, missing, method, exact: false, se, z: value / se, p: normalTwoSided(value / se),
    q, qP: n > 1 ? chiSquaredAbove(q, n - 1) : 1, tau2: between.tau2, tau2Se: between.se,
    ...inconsistency(v, q, estimator, between.tau2),
    weightsPercent: weights.map((weight) => (100 * weight) / sum(weights)),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 'normal' },
    cautions: cautionsOf(n, missing, estimator),
  })
}

function inconsistency(v: readonly number[], q: number, estimator: Estimator, tau2: number): { i2: number, h2: number } {
  const df = v.length - 1
  if (df === 0) return { i2: 0, h2: 1 }
  if (estimator === 'FE') return { i2: q > df ? (100 * (q - df)) / q : 0, h2: q / df }
  const fixed = v.map((own) => 1 / own)
  const typical = (df * sum(fixed)) / (sum(fixed) ** 2 - sum(fixed.map((weight) => weight ** 2)))
  return { i2: (100 * tau2) / (tau2 + typical), h2: tau2 / typical + 1 }
}

function cautionsOf(n: number, missing: number, estimator: Estimator): Caution[] {
  return [
    ...(missing > 0 ? ['missing-values' as const] : []),
    ...(n < 3 && estimator !== 'FE' ? ['few-effects' as const] : []),
  ]
}
