import { chiSquaredQuantile } from '../distributions/chi-squared.ts'
import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { atQ, betweenVariance } from './between-variance.ts'
import type { EffectList } from './effect-list.ts'
import type { Estimator } from './random-effects.ts'

/**
 * How large could the variance between true effects be?
 * Assumes: as `pooledEffect`. With few effects the interval is very wide, and that is the message.
 * Convention: Q-profile: the variances at which the weighted squares are nothing unusual; cut at 0 (0 to 0 where even no
 * variance makes the effects look too much alike).
 * Reference: Viechtbauer 2007, Statistics in Medicine 26:37-52.
 */
export function betweenVarianceInterval({ y, v, missing }: EffectList, estimator: Exclude<Estimator, 'FE'>, confidence = 0.95): Result {
  const method = `variance between effects, ${estimator}`
  const n = y.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'effects' })
  const effects = { y, v, x: y.map(() => [1]) }
  const tail = (1 - confidence) / 2
  const lower = atQ(effects, chiSquaredQuantile(1 - tail, n - 1))
  const upper = atQ(effects, chiSquaredQuantile(tail, n - 1))
  return found({ value: betweenVariance(effects, estimator).tau2, n, missing, method, exact: false, interval: { lower, upper, confidence, method: 'Q-profile' } })
}
