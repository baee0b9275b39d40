import type { Caution } from '../../cautions.ts'
import { binomialAtMost } from '../../distributions/binomial.ts'
import { normalQuantile } from '../../distributions/normal.ts'
import { middleOfSorted } from '../../describe/median.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { normalInterval } from '../normal-interval.ts'
import { phaseCautions, phases, tooFewPoints } from '../phases.ts'
import type { Values } from '../phases.ts'

/**
 * By which factor did the middle value change from A to B (as a logarithm)?
 *
 * Assumes values above zero, no trend, independent points. Sturdier against single odd sessions than the ratio of means.
 * Convention: improvement is positive. The standard error of a log median comes from the distance between the order statistics at c = round(n/2 - sqrt n), at least 1,
 * from either end, divided by twice the normal quantile of their true coverage; normal interval.
 * Reference: Bonett & Price 2020, Journal of Educational and Behavioral Statistics 45.
 */
export function logRatioOfMedians(A: Values, B: Values, { improvement, confidence = 0.95 }: Reading): Result<{ se: number | null }> {
  const given = phases(A, B)
  const { n, missing } = given
  const method = 'LRM, log ratio of medians'
  const lacking = tooFewPoints(method, given, { A: 1, B: 1 })
  if (lacking) return lacking
  if (given.A.some(notAboveZero) || given.B.some(notAboveZero)) return notComputable({ method, n, missing, reason: 'the logarithm needs values above zero' })

  const before = ascending(given.A), after = ascending(given.B)
  const change = Math.log(middleOfSorted(after)) - Math.log(middleOfSorted(before))
  const value = improvement === 'increase' ? change : -change
  const ofA = standardErrorOfLogMedian(before), ofB = standardErrorOfLogMedian(after)
  const se = ofA === null || ofB === null ? null : Math.hypot(ofA, ofB)
  const cautions: Caution[] = se === null ? [...phaseCautions(given), 'one-point-phase'] : phaseCautions(given)
  return found({ method, value, n, missing, se, cautions, exact: false, interval: normalInterval(value, se, confidence) })
}

function standardErrorOfLogMedian(sorted: readonly number[]): number | null {
  const n = sorted.length
  if (n < 2) return null
  const place = Math.max(1, Math.round(n / 2 - Math.sqrt(n)))
  const coverage = binomialAtMost(place - 1, n, 0.5)
  return (Math.log(sorted[n - place]!) - Math.log(sorted[place - 1]!)) / (2 * normalQuantile(1 - coverage))
}

function notAboveZero(value: number): boolean {
  return value <= 0
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}
