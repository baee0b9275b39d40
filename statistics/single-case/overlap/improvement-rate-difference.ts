import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { mostKept } from './percentage-of-all-non-overlapping-data.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

/**
 * How much larger is the share of improved points in B than in A?
 *
 * Convention: the robust form, computed from PAND as if the points to be removed were shared out evenly: [(m+n)^2 PAND - m^2 - n^2] / (2 m n). No standard error.
 * Reference: Parker, Vannest & Brown 2009; Parker, Vannest & Davis 2011 (robust IRD).
 */
export function improvementRateDifference(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result {
  const turned = towards(improvement, phases(A, B))
  const method = 'robust IRD, from PAND'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const m = turned.A.length, n = turned.B.length
  const value = ((m + n) * mostKept(turned) - m * m - n * n) / (2 * m * n)
  return found({ method, value, n: turned.n, missing: turned.missing, cautions: phaseCautions(turned) })
}
