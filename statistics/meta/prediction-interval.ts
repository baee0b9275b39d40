import { normalReach } from '../distributions/normal.ts'
import { studentTReach } from '../distributions/student-t.ts'
import { found } from '../result.ts'
import type { Result } from '../result.ts'
import type { EffectList } from './effect-list.ts'
import { hartungKnapp } from './hartung-knapp.ts'
import { pooledEffect } from './pooled-effect.ts'
import type { Estimator } from './random-effects.ts'

/**
 * Where would the true effect in one more case or site lie?
 * Assumes: true effects follow the normal curve. With few effects the variance between them is itself a guess.
 * Convention: sqrt(tau2 + se^2); by the normal curve, or by t with k - 1 degrees of freedom beside Hartung-Knapp's standard error.
 * Reference: Higgins, Thompson & Spiegelhalter 2009; IntHout et al. 2016.
 */
export function predictionInterval(list: EffectList, estimator: Exclude<Estimator, 'FE'>, width: 'normal' | 'hartung-knapp', confidence = 0.95): Result {
  const pooled = pooledEffect(list, estimator, confidence)
  const careful = width === 'normal' ? pooled : hartungKnapp(list, estimator, confidence)
  if (pooled.kind !== 'found') return pooled
  if (careful.kind !== 'found') return careful
  const reach = Math.sqrt(pooled.tau2 + careful.se ** 2) * (width === 'normal' ? normalReach(confidence) : studentTReach(confidence, pooled.n - 1))
  const method = `prediction interval, ${estimator}, ${width}`
  return found({ ...careful, method, interval: { lower: pooled.value - reach, upper: pooled.value + reach, confidence, method: width }, cautions: pooled.cautions })
}
