import { found } from '../result.ts'
import type { Result } from '../result.ts'
import type { EffectList } from './effect-list.ts'
import { pooledEffect } from './pooled-effect.ts'
import type { Estimator } from './random-effects.ts'

/**
 * What is the best guess of each case's own effect, borrowing from the others?
 * Assumes: as `pooledEffect`. Convention: each effect is drawn towards the average by v / (v + tau2); `value` is the average.
 * Reference: Robinson 1991, "That BLUP is a good thing"; Raudenbush & Bryk 1985.
 */
export function shrunkenEffects(list: EffectList, estimator: Exclude<Estimator, 'FE'>): Result<{ effects: number[] }> {
  const pooled = pooledEffect(list, estimator)
  if (pooled.kind !== 'found') return pooled
  const { value, n, missing, tau2, cautions } = pooled
  const effects = list.y.map((own, i) => value + (tau2 / (tau2 + list.v[i]!)) * (own - value))
  return found({ value, n, missing, method: `shrunken effects, ${estimator}`, exact: false, effects, cautions })
}
