import { normalBelow } from '../../distributions/normal.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import { dominance } from './dominance.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'

export type NonOverlapTest = { nap: number, above: number, ties: number, pairs: number, wilcoxonW: number, d: number }

/**
 * Would so much non-overlap be a surprise if the phase made no difference?
 *
 * Assumes independent points. The value is the one-sided p (B better than A), from the normal distribution with continuity correction and correction for ties;
 * with few points the exact test in compare/ is the better one.
 * Convention: `wilcoxonW` counts the pairs in which A is above B, a tie half. `d` = 3.464 (1 - sqrt((1 - NAP)/0.5)), the published conversion with its constant as printed.
 * Reference: Wilcoxon 1945; Mann & Whitney 1947; Parker & Vannest 2009 for d.
 */
export function nonOverlapTest(A: Values, B: Values, { improvement }: { improvement: Improvement }): Result<NonOverlapTest> {
  const turned = towards(improvement, phases(A, B))
  const method = 'one-sided rank test of NAP, normal approximation'
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const { n, missing } = turned
  const { above, below, tied } = dominance(turned.A, turned.B)
  const pairs = turned.A.length * turned.B.length
  const variance = pairs / 12 * (n + 1 - tieSum([...turned.A, ...turned.B]) / (n * (n - 1)))
  if (variance <= 0) return notComputable({ method, n, missing, reason: 'all values are equal' })

  const nap = (above + tied / 2) / pairs
  const wilcoxonW = below + tied / 2
  return found({
    method, n, missing, exact: false, cautions: phaseCautions(turned),
    value: normalBelow((wilcoxonW - pairs / 2 + 0.5) / Math.sqrt(variance)),
    nap, above, ties: tied, pairs, wilcoxonW,
    d: 3.464 * (1 - Math.sqrt((1 - nap) / 0.5)),
  })
}

function tieSum(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].reduce((sum, t) => sum + t ** 3 - t, 0)
}
