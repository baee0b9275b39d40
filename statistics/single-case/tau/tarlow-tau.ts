import { normalTwoSided } from '../../distributions/normal.ts'
import { found, notComputable } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Ties } from './baseline-corrected-tau.ts'
import { concordance, kendallTauB } from './kendall-tau-b.ts'
import { kendallVariance } from './kendall-variance.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Phases, Values } from '../phases.ts'
import { theilSen } from './theil-sen.ts'

export type Correlated = { tau: number | null, z: number | null, p: number | null }
export type TarlowTau = Correlated & { corrected: boolean, baselineTrend: Correlated, uncorrected: Correlated, afterCorrection: Correlated }

/**
 * Does the phase go with the level, once a trend in A that can be told from chance has been taken off?
 *
 * Assumes independent points. First Kendall's test of A over time: only if p <= 0.05 the Theil-Sen line of A is taken off both phases. With a short baseline the
 * first test finds little, so "no correction" does not mean "no trend".
 * Convention: tau-b of the values with the phase; z without continuity correction, variance corrected for ties; the parts that cannot be had are null.
 * Residuals equal to nine decimals are ties (`ties: 'exact'` compares them as rounding left them). The value is tau, corrected or not as the test decided.
 * Reference: Tarlow 2017, as in scan.
 */
export function tarlowTau(A: Values, B: Values, { improvement, ties = 'to-nine-decimals' }: { improvement: Improvement, ties?: Ties }): Result<TarlowTau> {
  const turned = towards(improvement, phases(A, B))
  const method = "Tarlow's baseline-corrected tau, with a test beforehand"
  const lacking = tooFewPoints(method, turned, { A: 2, B: 1 })
  if (lacking) return lacking

  const { n, missing } = turned
  const parts = tarlowParts(turned, ties)
  const chosen = parts.corrected ? parts.afterCorrection : parts.uncorrected
  if (chosen.tau === null) return notComputable({ method, n, missing, reason: 'all compared values are equal' })
  return found({ method, value: chosen.tau, n, missing, exact: false, cautions: phaseCautions(turned, parts.corrected ? 'taken-off' : 'left-in'), ...parts, ...chosen })
}

/** The steps on the way, which exist even where the last one has no answer. */
export function tarlowParts(turned: Phases, ties: Ties): Omit<TarlowTau, keyof Correlated> {
  const { A, B } = turned
  const phase = [...A.map(() => 0), ...B.map(() => 1)]
  const baselineTrend = correlated(A, A.map((_, i) => i + 1))
  return {
    baselineTrend,
    corrected: baselineTrend.p !== null && baselineTrend.p <= 0.05,
    uncorrected: correlated([...A, ...B], phase),
    afterCorrection: correlated(withoutTrend(turned, ties), phase),
  }
}

function correlated(values: readonly number[], order: readonly number[]): Correlated {
  const tau = kendallTauB(values, order)
  if (tau === null) return { tau, z: null, p: null }
  const z = concordance(values, order).score / Math.sqrt(kendallVariance(values, order))
  return { tau, z, p: normalTwoSided(z) }
}

function withoutTrend({ A, B }: Phases, ties: Ties): number[] {
  const { slope, intercept } = theilSen(A, A.map((_, i) => i + 1))
  return [...A, ...B].map((value, i) => {
    const residual = value - (intercept + slope * (i + 1))
    return ties === 'exact' ? residual : Math.round(residual * 1e9) / 1e9
  })
}
