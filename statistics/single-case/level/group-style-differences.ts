import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { moments } from '../moments.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Values } from '../phases.ts'

export type GroupStyle = {
  meanA: number, meanB: number, sdA: number, sdB: number, sdCohen: number, sdHedges: number
  glassDelta: number | null, hedgesG: number, hedgesGCorrected: number, hedgesGDurlak: number, cohenD: number
}

/**
 * How many standard deviations lie between B and A, by each of the yardsticks that group studies use?
 *
 * For comparison with older reports. The spread is that of one person over time, so the figures are not those of a group study. The value is Hedges' g.
 * Convention: "Cohen" = root of the mean of both variances; "Hedges" = pooled by degrees of freedom; corrected by 1 - 3/(4N - 9), or after Durlak 2009 by
 * (N - 3)/(N - 2.25) sqrt((N - 2)/N); Glass' delta divides by the spread of A alone (null when A has none).
 */
export function groupStyleDifferences(A: Values, B: Values): Result<GroupStyle> {
  const given = phases(A, B)
  const method = 'standardised differences in the manner of group studies'
  const lacking = tooFewPoints(method, given, { A: 2, B: 2 })
  if (lacking) return lacking

  const { n, missing } = given
  const before = moments(given.A), after = moments(given.B)
  const varianceA = before.variance!, varianceB = after.variance!
  const change = after.mean - before.mean
  const sdA = Math.sqrt(varianceA), sdB = Math.sqrt(varianceB)
  const sdCohen = Math.sqrt((varianceA + varianceB) / 2)
  const sdHedges = Math.sqrt(((before.n - 1) * varianceA + (after.n - 1) * varianceB) / (n - 2))
  if (sdHedges === 0) return notComputable({ method, n, missing, reason: 'all values within each phase are equal, so there is no spread to measure a change by' })

  const hedgesG = change / sdHedges
  return found({
    method, value: hedgesG, n, missing, cautions: sdA === 0 ? [...phaseCautions(given), 'baseline-all-equal'] : phaseCautions(given),
    meanA: before.mean, meanB: after.mean, sdA, sdB, sdCohen, sdHedges, hedgesG,
    glassDelta: sdA === 0 ? null : change / sdA,
    hedgesGCorrected: hedgesG * (1 - 3 / (4 * n - 9)),
    hedgesGDurlak: hedgesG * (n - 3) / (n - 2.25) * Math.sqrt((n - 2) / n),
    cohenD: change / sdCohen,
  })
}
