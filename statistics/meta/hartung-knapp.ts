import { sum } from '../arithmetic/sum.ts'
import { studentTReach, studentTTwoSided } from '../distributions/student-t.ts'
import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { betweenVariance } from './between-variance.ts'
import type { EffectList } from './effect-list.ts'
import type { Estimator } from './random-effects.ts'

/**
 * How sure is the average effect, when there are only a few cases or sites?
 * Assumes: as `pooledEffect`. Holds its level with few effects, where the z interval is too narrow.
 * Convention: the weighted scatter of the effects themselves makes the standard error; t with k - 1 degrees of freedom; no ad-hoc
 * floor, so with effects that happen to agree it can be narrower than the z interval: give both.
 * Where all effects are the same, the scatter is 0 and so is the standard error: a caution says that this is not certainty.
 * Reference: Hartung & Knapp 2001; Sidik & Jonkman 2002; IntHout, Ioannidis & Borm 2014.
 */
export function hartungKnapp({ y, v, missing }: EffectList, estimator: Exclude<Estimator, 'FE'>, confidence = 0.95): Result<{ se: number, t: number | null, df: number, p: number }> {
  const method = `pooled effect, ${estimator}, Hartung-Knapp`
  const n = y.length
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'effects' })
  const { tau2 } = betweenVariance({ y, v, x: y.map(() => [1]) }, estimator)
  const weights = v.map((own) => 1 / (own + tau2))
  const value = sum(y.map((own, i) => own * weights[i]!)) / sum(weights)
  const raw = Math.sqrt(sum(y.map((own, i) => weights[i]! * (own - value) ** 2)) / ((n - 1) * sum(weights)))
  // Equal effects leave a crumb of rounding.
  const se = raw > 1e-14 * Math.max(...y.map(Math.abs)) ? raw : 0
  const reach = se * studentTReach(confidence, n - 1)
  return found({
    value, n, missing, method, exact: false, se, t: se > 0 ? value / se : null, df: n - 1,
    p: se > 0 ? studentTTwoSided(value / se, n - 1) : Number(value === 0),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 't' },
    cautions: [...(missing > 0 ? ['missing-values' as const] : []), ...(se > 0 ? [] : ['no-spread' as const])],
  })
}
