import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Caution } from '../../cautions.ts'
import { moments } from '../moments.ts'
import type { Moments } from '../moments.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { normalInterval } from '../normal-interval.ts'
import { ceilingOf, resolution, truncated } from './outcome-scale.ts'
import type { Measured } from './outcome-scale.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Improvement, Phases, Values } from '../phases.ts'

export type LogRatioReading = Reading & Measured & {
  /** 'increasing': a positive ratio is the improvement (LRRi); 'decreasing': a negative one (LRRd) */
  form: 'increasing' | 'decreasing'
  corrected?: boolean
}

/**
 * By which factor did the level change from A to B (as a logarithm)?
 *
 * Assumes a ratio scale, no trend, independent points, no negative value.
 * Convention: bias-corrected by V/(2 n M^2) per phase unless `corrected: false`; means and variances are kept above the floor of the scale; normal interval.
 * On a percentage or proportion the form that does not fit the wanted direction works on what is left to 100 (or 1); on other scales it only changes sign.
 * Reference: Pustejovsky 2015, 2018.
 */
export function logResponseRatio(A: Values, B: Values, reading: LogRatioReading): Result<{ se: number | null }> {
  const { form, corrected = true, confidence = 0.95, improvement, scale } = reading
  const given = phases(A, B)
  const { n, missing } = given
  const method = `LRR${form[0]}, log response ratio${corrected ? ', bias-corrected' : ''}`
  const lacking = tooFewPoints(method, given, { A: 1, B: 1 })
  if (lacking) return lacking
  if (lowest(given) < 0) return notComputable({ method, n, missing, reason: 'a value is negative, and a ratio needs a true zero' })

  const ceiling = mirrored(form, improvement) ? ceilingOf(scale) : null
  const turned = ceiling === null ? given : fromAbove(given, ceiling)
  if (lowest(turned) < 0) return notComputable({ method, n, missing, reason: 'a value lies above the top of the scale' })

  const D = resolution(reading)
  const before = truncated(moments(turned.A), D), after = truncated(moments(turned.B), D)
  if (before.mean === 0 || after.mean === 0) return notComputable({ method, n, missing, reason: 'a phase has a mean of zero, which has no logarithm' })

  const change = corrected ? minus(logMean(after), logMean(before)) : Math.log(after.mean) - Math.log(before.mean)
  if (change === null) return notComputable({ method, n, missing, reason: 'a phase has one point only, so the correction for bias is not known' })

  const value = change * signOf(form, improvement, scale)
  const se = standardError(before, after)
  const cautions: Caution[] = se === null ? [...phaseCautions(given), 'one-point-phase'] : phaseCautions(given)
  return found({ method, value, n, missing, se, cautions, exact: false, interval: normalInterval(value, se, confidence) })
}

function lowest({ A, B }: Phases): number {
  return Math.min(...A, ...B)
}

function mirrored(form: LogRatioReading['form'], improvement: Improvement): boolean {
  return form === 'increasing' ? improvement === 'decrease' : improvement === 'increase'
}

// After mirroring from the top of the scale the direction already fits; without a top, only the sign can make it fit.
function signOf(form: LogRatioReading['form'], improvement: Improvement, scale: Measured['scale']): 1 | -1 {
  return mirrored(form, improvement) && ceilingOf(scale) === null ? -1 : 1
}

function fromAbove(given: Phases, top: number): Phases {
  return { ...given, A: given.A.map((value) => top - value), B: given.B.map((value) => top - value) }
}

function logMean({ n, mean, variance }: Moments): number | null {
  return variance === null ? null : Math.log(mean) + variance / (2 * n * mean * mean)
}

function minus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}

function standardError(before: Moments, after: Moments): number | null {
  if (before.variance === null || after.variance === null) return null
  return Math.sqrt(before.variance / (before.n * before.mean ** 2) + after.variance / (after.n * after.mean ** 2))
}
