import { median } from '../../describe/median.ts'
import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

/**
 * Which share of the points in B is better than the middle of A?
 *
 * Not sensitive to how large the change is. No standard error.
 * Convention: a tie with the median counts half by default; `ties: 'nothing'` counts it as not better, as other software does. Reference: Ma 2006 (PEM).
 */
export function percentageExceedingMedian(A: Values, B: Values, { improvement, ties = 'half' }: { improvement: Improvement, ties?: 'half' | 'nothing' }): Result<{ above: number }> {
  const turned = towards(improvement, phases(A, B))
  const method = `PEM, share of B beyond the median of A, a tie counting ${ties}`
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const middle = median(turned.A)
  const above = turned.B.filter((value) => value > middle).length
  const tied = ties === 'half' ? turned.B.filter((value) => value === middle).length : 0
  return found({ method, value: (above + tied / 2) / turned.B.length, above, n: turned.n, missing: turned.missing, cautions: phaseCautions(turned) })
}
