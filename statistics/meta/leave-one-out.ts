import type { EffectList } from './effect-list.ts'
import { pooledEffect } from './pooled-effect.ts'
import type { PooledEffect } from './pooled-effect.ts'
import type { Estimator } from './random-effects.ts'

/**
 * Does the average rest on one case? The pooled effect without each in turn.
 * Convention: everything is estimated anew each time. Reference: Viechtbauer & Cheung 2010.
 */
export function leaveOneOut({ y, v, missing }: EffectList, estimator: Estimator, confidence = 0.95): PooledEffect[] {
  return y.map((_, left) => pooledEffect({ y: y.filter((__, i) => i !== left), v: v.filter((__, i) => i !== left), missing }, estimator, confidence))
}
