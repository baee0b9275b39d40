import type { Caution } from '../../cautions.ts'
import { confidenceLevel } from '../../describe/observed.ts'
import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { dominance } from './dominance.ts'
import { nonOverlapInterval } from './non-overlap-interval.ts'
import { nonOverlapStandardErrors } from './non-overlap-standard-errors.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Phases, Values } from '../phases.ts'

export type NonOverlap = { se: number | null, seHanley: number, seNull: number }
export type Reading = { improvement: Improvement, confidence?: number }

/**
 * If we take one point from each phase at random, how often is the one from B the better?
 *
 * Assumes that the points do not depend on one another; a series with autocorrelation makes the interval too narrow. A trend in A is not removed.
 * Convention: a tie counts half; the standard error is the unbiased one, and the interval is the score-type one, which is not symmetric and never leaves 0 to 1.
 * Reference: Parker & Vannest 2009 (NAP); Sen 1967, Mee 1990 for the variance; Newcombe 2006, method 5, for the interval.
 */
export function nonOverlapOfAllPairs(A: Values, B: Values, { improvement, confidence = 0.95 }: Reading): Result<NonOverlap> {
  return nonOverlap(towards(improvement, phases(A, B)), confidenceLevel(confidence))
}

/** The same on phases that are already turned so that higher is better. */
export function nonOverlap(turned: Phases, confidence: number): Result<NonOverlap> {
  const method = 'NAP, non-overlap of all pairs'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const { A, B, n, missing } = turned
  const pairs = dominance(A, B)
  const value = (pairs.above + pairs.tied / 2) / (A.length * B.length)
  const errors = nonOverlapStandardErrors(pairs, value)
  return found({
    method, value, n, missing,
    interval: { ...nonOverlapInterval(value, A.length, B.length, confidence), confidence, method: 'score-type, Newcombe method 5' },
    cautions: [...phaseCautions(turned), ...ofPairs(turned, pairs.tied)],
    ...errors,
  })
}

function ofPairs({ A, B }: Phases, tied: number): Caution[] {
  const cautions: Caution[] = []
  if (A.length < 2 || B.length < 2) cautions.push('one-point-phase')
  if (tied === A.length * B.length) cautions.push('all-tied')
  return cautions
}
