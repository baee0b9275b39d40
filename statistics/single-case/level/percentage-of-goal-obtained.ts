import type { Caution } from '../../cautions.ts'
import { finite } from '../../describe/observed.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { moments } from '../moments.ts'
import { normalInterval } from '../normal-interval.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Values } from '../phases.ts'

/**
 * Which part of the way from where the person stood in A to the agreed goal was gone in B?
 *
 * Assumes no trend and independent points; 100 is the goal reached, above 100 is beyond it, below 0 is away from it.
 * Convention: 100 (M_B - M_A) / (goal - M_A), variance by the delta method, normal interval.
 * Reference: Ferron, Goldstein, Olszewski & Rohrer 2020 (PoGO).
 */
export function percentageOfGoalObtained(A: Values, B: Values, { goal, confidence = 0.95 }: { goal: number, confidence?: number }): Result<{ se: number | null }> {
  const given = phases(A, B)
  const { n, missing } = given
  const method = 'PoGO, percentage of goal obtained'
  const lacking = tooFewPoints(method, given, { A: 1, B: 1 })
  if (lacking) return lacking

  const before = moments(given.A), after = moments(given.B)
  const way = finite(goal, 'goal') - before.mean
  if (way === 0) return notComputable({ method, n, missing, reason: 'the goal was already the level of phase A, so there was no way to go' })

  const share = (after.mean - before.mean) / way
  const squares = before.variance === null || after.variance === null ? null : before.variance / before.n * (1 + share * share) + after.variance / after.n
  const se = squares === null ? null : 100 * Math.sqrt(squares) / Math.abs(way)
  const cautions: Caution[] = se === null ? [...phaseCautions(given), 'one-point-phase'] : phaseCautions(given)
  return found({ method, value: 100 * share, n, missing, se, cautions, exact: false, interval: normalInterval(100 * share, se, confidence) })
}
