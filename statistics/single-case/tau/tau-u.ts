import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { dominance } from '../overlap/dominance.ts'
import { kendallScore } from './kendall-score.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

/**
 * By how much do the better pairs outweigh the worse ones, once the trend within A is taken off?
 *
 * Assumes that A would have gone on as it was going. Has no standard error of its own.
 * Convention: (S_AB - S_A) / (m n), "A vs B minus trend A" with m n alone below the line, so the index can leave -1 to 1.
 * Several tools give this name to other things: the method is always stored with the figure.
 * Reference: Parker, Vannest, Davis & Sauber 2011; as in SingleCaseES.
 */
export function tauU(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result {
  const turned = towards(improvement, phases(A, B))
  const method = 'Tau-U, A vs B minus trend A, denominator m n'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const pairs = dominance(turned.A, turned.B)
  const value = (pairs.above - pairs.below - kendallScore(turned.A)) / (turned.A.length * turned.B.length)
  return found({
    method, value, n: turned.n, missing: turned.missing,
    cautions: Math.abs(value) > 1 ? [...phaseCautions(turned, 'taken-off'), 'out-of-bounds'] : phaseCautions(turned, 'taken-off'),
  })
}
