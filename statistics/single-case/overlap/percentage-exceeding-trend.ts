import { binomialAtLeast } from '../../distributions/binomial.ts'
import { normalQuantile } from '../../distributions/normal.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { baselineProjection } from '../trend/baseline-projection.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'
import type { Ties } from '../tau/baseline-corrected-tau.ts'

export type ExceedingTrend = { above: number, beyondBand: number | null, p: number }

/**
 * Which share of the points in B is better than the straight line of A, carried on?
 *
 * Assumes that A would have gone on in a straight line, which few baselines are long enough to show.
 * Convention: least-squares line on 1..m; strictly above; `beyondBand` is the share above the line plus 1.645 standard errors of the line (one-sided 95 %), null with
 * two points in A; p is the one-sided binomial chance of so many above when each has one in two. A point exactly on the line is not above it: by default
 * equality is to nine decimals; `ties: 'exact'` compares the numbers as rounding left them.
 * Reference: Parker, Vannest & Davis 2011 (percentage of data exceeding a trend); as in scan.
 */
export function percentageExceedingTrend(A: Values, B: Values, { improvement, ties = 'to-nine-decimals' }: { improvement: Improvement, ties?: Ties }): Result<ExceedingTrend> {
  const turned = towards(improvement, phases(A, B))
  const method = 'PET, share of B above the least-squares line of A'
  const lacking = tooFewPoints(method, turned, { A: 2, B: 1 })
  if (lacking) return lacking

  const { n, missing } = turned
  const line = baselineProjection(turned.A)
  if (line === null) return notComputable({ method, n, missing, reason: 'no line can be laid through phase A' })

  const room = ties === 'exact' ? 0 : 5e-10
  const points = turned.B.map((value, j) => ({ value, time: turned.A.length + j + 1 }))
  const above = points.filter(({ value, time }) => value > line.at(time) + room).length
  const band = normalQuantile(0.95)
  const beyond = line.sigma === null ? null : points.filter(({ value, time }) => value > line.at(time) + band * line.errorAt(time)! + room).length
  return found({
    method, n, missing, cautions: phaseCautions(turned, 'taken-off'), exact: true,
    value: above / points.length,
    above,
    beyondBand: beyond === null ? null : beyond / points.length,
    p: binomialAtLeast(above, points.length, 0.5),
  })
}
