import { autocorrelatedTotals, ordered } from './autocorrelated-totals.ts'
import type { TimedCase } from './autocorrelated-totals.ts'
import { climb } from './climb.ts'
import type { Landscape, Range, Summit } from './climb.ts'
import type { Criterion } from './likelihood.ts'
import { addAll, climbWithoutMemory, interceptRanges } from './random-intercept.ts'

/**
 * Which variances between and within cases, and which autocorrelation of the errors, make the outcomes most likely?
 * Assumes: an error is carried into a later session by autocorrelation^distance, the distance being that of the times.
 * Convention: the fit without memory comes first, for it costs little and lies near. `null` where the design has a column too many.
 * Reference: Chi & Reinsel 1989, JASA 84:452-459; Pinheiro & Bates 2000, ch. 5.
 */
export function climbWithMemory(cases: readonly TimedCase[], criterion: Criterion, rough: number): Summit | null {
  const start = climbWithoutMemory(cases, criterion, rough)
  if (!start) return null
  const ranges: Range[] = [...interceptRanges(rough), { from: lowestAutocorrelation(cases), to: 0.999 }]
  return climb(autocorrelatedLandscape(cases), criterion, ranges, [Math.max(start.parameters[0]!, rough / 100), start.parameters[1]!, 0.1])
}

function autocorrelatedLandscape(cases: readonly TimedCase[]): Landscape {
  const inOrder = cases.map(ordered)
  return ([between, within, memory], slopes) => addAll(inOrder.map((one) => autocorrelatedTotals(one, { between: between!, within: within!, memory: memory! }, slopes)))
}

// A negative autocorrelation has a meaning only between whole steps of time; at exactly 0 parts of a step have no slope.
function lowestAutocorrelation(cases: readonly TimedCase[]): number {
  return cases.every(({ time }) => time.every((one) => Number.isInteger(one - time[0]!))) ? -0.999 : 1e-4
}
