import { confidenceLevel } from '../../describe/observed.ts'
import { normalReach } from '../../distributions/normal.ts'
import { found } from '../../result.ts'
import type { Result } from '../../result.ts'
import { kendallTauB } from './kendall-tau-b.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Phases, Values } from '../phases.ts'
import { tauOf } from './tau.ts'
import { theilSen } from './theil-sen.ts'
import type { Line } from './theil-sen.ts'

export type BaselineCorrected = { se: number | null, slope: number, intercept: number }
export type Ties = 'exact' | 'to-nine-decimals'

/**
 * By how much do the better pairs outweigh the worse ones, once the straight line through A is taken off both phases?
 *
 * Assumes that the line of A would have gone on through B. Always corrected, no test beforehand.
 * Convention: Theil-Sen line of A on 1..m; then Tau as in `tau`. A point exactly on the line is a tie or not by rounding noise alone:
 * `ties: 'to-nine-decimals'` (the default) calls residuals equal that are equal to nine decimals; 'exact' compares them as they are.
 * Reference: Tarlow 2017 for the idea, Pustejovsky (SingleCaseES) for the form.
 */
export function baselineCorrectedTau(A: Values, B: Values, { improvement, confidence = 0.95, ties = 'to-nine-decimals' }: Reading & { ties?: Ties }): Result<BaselineCorrected> {
  const method = 'Tau-BC, Theil-Sen baseline trend removed'
  const given = phases(A, B)
  const lacking = tooFewPoints(method, given, { A: 2, B: 1 })
  if (lacking) return lacking

  const line = baselineLine(given)
  const result = tauOf(towards(improvement, flattened(given, line, ties)), confidenceLevel(confidence), method)
  return result.kind === 'found' ? { ...result, ...line } : result
}

/**
 * Does the phase go with the level, once the straight line through A is taken off both phases?
 *
 * As above, but the rank correlation (tau-b) of the corrected values with the phase, with the standard error sqrt(2/(m+n) (1 - tau^2)) of the original article.
 * The interval is normal and can leave -1 to 1. When all corrected values are equal no order goes either way: 0, with the caution 'all-tied'.
 * Reference: Tarlow 2017.
 */
export function baselineCorrectedKendall(A: Values, B: Values, { improvement, confidence = 0.95 }: Reading): Result<BaselineCorrected> {
  const method = 'Tau-BC (Kendall), Tarlow 2017, Theil-Sen baseline trend removed'
  const given = phases(A, B)
  const lacking = tooFewPoints(method, given, { A: 2, B: 1 })
  if (lacking) return lacking

  const line = baselineLine(given)
  const flat = towards(improvement, flattened(given, line, 'to-nine-decimals'))
  const { n, missing } = given
  const tauB = kendallTauB([...flat.A, ...flat.B], [...flat.A.map(() => 0), ...flat.B.map(() => 1)])
  const value = tauB ?? 0

  const se = Math.sqrt(2 / n * (1 - value * value))
  const reach = normalReach(confidenceLevel(confidence)) * se
  return found({
    method, value, n, missing, se, ...line, exact: false,
    cautions: tauB === null ? [...phaseCautions(given, 'taken-off'), 'all-tied'] : phaseCautions(given, 'taken-off'),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 'normal' },
  })
}

function baselineLine({ A }: Phases): Line {
  return theilSen(A, A.map((_, i) => i + 1))
}

function flattened(given: Phases, { slope, intercept }: Line, ties: Ties): Phases {
  const rest = (value: number, time: number): number => {
    const residual = value - intercept - slope * time
    return ties === 'exact' ? residual : Math.round(residual * 1e9) / 1e9
  }
  return { ...given, A: given.A.map((value, i) => rest(value, i + 1)), B: given.B.map((value, j) => rest(value, given.A.length + j + 1)) }
}
