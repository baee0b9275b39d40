import { normalTwoSided } from '../distributions/normal.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { betweenVariance } from './between-variance.ts'
import type { EffectList } from './effect-list.ts'
import { weightedFit } from './random-effects.ts'
import type { Estimator } from './random-effects.ts'

/**
 * Do less precise effects come out larger (or smaller) than precise ones?
 * Assumes: as `pooledEffect`. Below about ten effects the test sees nothing; asymmetry has many causes beside unpublished work.
 * Convention: regression of the effects on their standard errors, with the variance between effects of the same estimator; z test.
 * Reference: Egger et al. 1997, BMJ 315:629-634; Sterne & Egger 2005.
 */
export function egger({ y, v, missing }: EffectList, estimator: Exclude<Estimator, 'FE'>): Result<{ z: number, p: number, se: number }> {
  const method = `Egger regression, ${estimator}`
  const n = y.length
  if (n < 3) return tooFew({ method, n, missing, needed: 3, of: 'effects' })
  if (Math.max(...v) - Math.min(...v) <= 1e-12 * Math.max(...v)) return notComputable({ method, n, missing, reason: 'all effects are equally precise' })
  const effects = { y, v, x: v.map((own) => [1, Math.sqrt(own)]) }
  const { coefficients, spread } = weightedFit(effects, betweenVariance(effects, estimator).tau2)
  const [value, se] = [coefficients[1]!, Math.sqrt(spread.get(1, 1))]
  return found({ value, n, missing, method, exact: false, se, z: value / se, p: normalTwoSided(value / se), cautions: n < 10 ? ['few-effects'] : [] })
}
