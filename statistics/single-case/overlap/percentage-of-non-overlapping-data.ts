import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

/**
 * Which share of the points in B is better than the best point of A?
 *
 * Rests on one point of A, the most extreme, and so falls as A grows longer. No standard error.
 * Convention: strictly better; a tie does not count. Reference: Scruggs, Mastropieri & Casto 1987 (PND).
 */
export function percentageOfNonOverlappingData(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result {
  const turned = towards(improvement, phases(A, B))
  const method = 'PND, share of B strictly beyond the best of A'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const best = Math.max(...turned.A)
  const beyond = turned.B.filter((value) => value > best).length
  return found({ method, value: beyond / turned.B.length, n: turned.n, missing: turned.missing, cautions: phaseCautions(turned) })
}
