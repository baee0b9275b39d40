import type { Caution } from '../../cautions.ts'
import { found, notComputable, wrongInput } from '../../result.ts'
import type { Result } from '../../result.ts'
import { moments } from '../moments.ts'
import type { Moments } from '../moments.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { normalInterval } from '../normal-interval.ts'
import { ceilingOf, resolution, truncated } from './outcome-scale.ts'
import type { Measured } from './outcome-scale.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Values } from '../phases.ts'

/**
 * By which factor did the odds change from A to B (as a logarithm)? For outcomes that are a share of a whole.
 *
 * Assumes no trend and independent points. Convention: bias-corrected by (2M - 1)V / (2 n M^2 (1-M)^2) per phase unless `corrected: false`; means are kept away from
 * 0 and 1 by half a part of all observations together; the sign turns for 'decrease'; normal interval.
 * Reference: Pustejovsky 2015; as in SingleCaseES.
 */
export function logOddsRatio(A: Values, B: Values, reading: Reading & Measured & { corrected?: boolean }): Result<{ se: number | null }> {
  const { scale, improvement, corrected = true, confidence = 0.95 } = reading
  const given = phases(A, B)
  const { n, missing } = given
  const method = `LOR, log odds ratio${corrected ? ', bias-corrected' : ''}`
  const top = ceilingOf(scale)
  if (top === null) throw wrongInput('scale', 'an odds ratio needs a proportion or a percentage')
  const lacking = tooFewPoints(method, given, { A: 1, B: 1 })
  if (lacking) return lacking
  if ([...given.A, ...given.B].some((value) => value < 0 || value > top)) return notComputable({ method, n, missing, reason: `a value lies outside 0 to ${top}` })

  const D = resolution(reading) * top
  const before = within(moments(given.A.map((value) => value / top)), D), after = within(moments(given.B.map((value) => value / top)), D)
  if ([before, after].some(({ mean }) => mean === 0 || mean === 1)) return notComputable({ method, n, missing, reason: 'a phase has a mean of nothing or of everything, which has no odds' })

  const from = logOdds(before, corrected), to = logOdds(after, corrected)
  if (from === null || to === null) return notComputable({ method, n, missing, reason: 'a phase has one point only, so the correction for bias is not known' })

  const value = improvement === 'increase' ? to - from : from - to
  const se = standardError(before, after)
  const cautions: Caution[] = se === null ? [...phaseCautions(given), 'one-point-phase'] : phaseCautions(given)
  return found({ method, value, n, missing, se, cautions, exact: false, interval: normalInterval(value, se, confidence) })
}

function within(given: Moments, D: number): Moments {
  const kept = truncated(given, D)
  return { ...kept, mean: Math.min(kept.mean, D === Infinity ? 1 : 1 - 1 / (2 * D * given.n)) }
}

function logOdds({ n, mean, variance }: Moments, corrected: boolean): number | null {
  const odds = Math.log(mean / (1 - mean))
  if (!corrected) return odds
  return variance === null ? null : odds - (2 * mean - 1) * variance / (2 * n * mean ** 2 * (1 - mean) ** 2)
}

function standardError(before: Moments, after: Moments): number | null {
  if (before.variance === null || after.variance === null) return null
  return Math.sqrt([before, after].reduce((sum, { n, mean, variance }) => sum + variance! / (n * mean ** 2 * (1 - mean) ** 2), 0))
}
