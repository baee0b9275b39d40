import { confidenceLevel } from '../../describe/observed.ts'
import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { nonOverlap } from '../overlap/non-overlap-of-all-pairs.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { phases, towards } from '../phases.ts'
import type { Phases, Values } from '../phases.ts'

/**
 * By how much do the better pairs outweigh the worse ones, as a share of all pairs?
 *
 * Assumes independent points; a trend in A is not removed.
 * Convention: 2 NAP - 1, with its standard error doubled and its interval moved along; not corrected for ties (the name "Tau" stands for several things, see the README).
 * Reference: Parker, Vannest, Davis & Sauber 2011, "Tau (non-overlap)".
 */
export function tau(A: Values, B: Values, { improvement, confidence = 0.95 }: Reading): Result<{ se: number | null }> {
  return tauOf(towards(improvement, phases(A, B)), confidenceLevel(confidence), 'Tau (non-overlap), not corrected for ties')
}

/** The same on phases that are already turned so that higher is better. */
export function tauOf(turned: Phases, confidence: number, method: string): Result<{ se: number | null }> {
  const share = nonOverlap(turned, confidence)
  if (share.kind !== 'found') return { ...share, method }
  const { value, se, n, missing, cautions, interval } = share
  return found({
    method, n, missing, cautions,
    value: 2 * value - 1,
    se: se === null ? null : 2 * se,
    interval: interval && { ...interval, lower: 2 * interval.lower - 1, upper: 2 * interval.upper - 1 },
  })
}
