import { mean } from '../../arithmetic/mean.ts'
import { binomialAtLeast } from '../../distributions/binomial.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { baselineProjection } from '../trend/baseline-projection.ts'
import { moments } from '../moments.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

/**
 * Do more points of B lie above both the mean and the trend of A than a coin would put there?
 *
 * A help to the eye when reading a graph, not a measure of how large a change is. Assumes that the trend of A would have gone on.
 * Convention: mean line and least-squares line of A, each raised by a quarter of the standard deviation of A; strictly above both; the value is the one-sided binomial
 * p with one in two; a `systematic` change has p <= 0.05.
 * Reference: Fisher, Kelley & Lomas 2003.
 */
export function conservativeDualCriterion(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result<{ above: number, systematic: boolean }> {
  const turned = towards(improvement, phases(A, B))
  const method = 'conservative dual criterion, both lines raised by 0.25 SD'
  const lacking = tooFewPoints(method, turned, { A: 2, B: 1 })
  if (lacking) return lacking

  const { n, missing } = turned
  const line = baselineProjection(turned.A)
  const { variance } = moments(turned.A)
  if (line === null || variance === null) return notComputable({ method, n, missing, reason: 'no line can be laid through phase A' })

  const raise = 0.25 * Math.sqrt(variance) + 5e-10
  const level = mean(turned.A) + raise
  const above = turned.B.filter((value, j) => value > level && value > line.at(turned.A.length + j + 1) + raise).length
  const value = binomialAtLeast(above, turned.B.length, 0.5)
  return found({ method, value, n, missing, above, systematic: value <= 0.05, cautions: phaseCautions(turned, 'taken-off') })
}
