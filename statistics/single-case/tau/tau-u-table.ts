import { confidenceLevel } from '../../describe/observed.ts'
import { normalReach, normalTwoSided } from '../../distributions/normal.ts'
import { found } from '../../result.ts'
import type { Interval, Result } from '../../result.ts'
import { concordance } from './kendall-tau-b.ts'
import { kendallVariance, kendallVarianceUntied } from './kendall-variance.ts'
import { phaseCautions, phases, tooFewPoints, towards } from '../phases.ts'
import type { Improvement, Values } from '../phases.ts'
import { rowNames, tauURows } from './tau-u-rows.ts'
import type { Counts, Row, RowName } from './tau-u-rows.ts'

export type Variant = 'complete, tau-b' | 'complete, tau-a' | 'Parker' | 'Tarlow'
export type TauURow = Counts & {
  pairs: number, S: number, D: number, n: number, varS: number, sdS: number
  tau: number | null, z: number | null, p: number | null, seTau: number | null, interval: Interval | null
}
type Sizes = { m: number, n: number }

/**
 * How do the two phases differ, with and without the trends inside them, in every way that goes by the name Tau-U?
 *
 * Assumes independent points. p is two-sided, from the normal distribution; the interval is Fisher's z with 1/sqrt(n - 3), none where tau is -1 or 1 or with fewer than four points.
 * Convention: the variants differ in what is below the line (D) and in how S is thought to scatter:
 *   complete, tau-b   D corrected for ties, variance corrected for ties
 *   complete, tau-a   D = all pairs, variance as if there were no ties
 *   Parker            D = all pairs, but m n alone for A vs B minus trend A; variance corrected for ties
 *   Tarlow            D = all pairs, variance corrected for ties, continuity correction of 1
 * `varS` and `sdS` are those the table shows: for A vs B and the trends alone the untied ones except in Tarlow's variant, while z always uses the variant's own.
 * The value of the result is tau of A vs B alone; the other rows are beside it.
 * Reference: Parker, Vannest, Davis & Sauber 2011; Brossart, Laird & Armstrong 2018; Tarlow 2017; as in scan.
 */
export function tauUTable(A: Values, B: Values, { improvement, variant, confidence = 0.95 }: { improvement: Improvement, variant: Variant, confidence?: number }): Result<{ rows: Record<RowName, TauURow> }> {
  const turned = towards(improvement, phases(A, B))
  const method = `Tau-U table, ${variant}`
  const lacking = tooFewPoints(method, turned, { A: 1, B: 1 })
  if (lacking) return lacking

  const sizes = { m: turned.A.length, n: turned.B.length }
  const rows = tauURows(turned)
  const level = confidenceLevel(confidence)
  const filled = Object.fromEntries(rowNames.map((name) => [name, filledRow(name, rows[name], { variant, sizes, level })])) as Record<RowName, TauURow>
  return found({
    method, value: filled.AvB.tau ?? 0, n: turned.n, missing: turned.missing, exact: false,
    interval: filled.AvB.interval, rows: filled,
    cautions: filled.AvB.interval ? phaseCautions(turned) : [...phaseCautions(turned), 'exactly-one'],
  })
}

function filledRow(name: RowName, row: Row, { variant, sizes, level }: { variant: Variant, sizes: Sizes, level: number }): TauURow {
  const { pos, neg, ties, values, order } = row
  const S = pos - neg
  const pairs = name === 'AvB_minus_trendA' && variant === 'Parker' ? sizes.m * sizes.n : pos + neg + ties
  const D = variant === 'complete, tau-b' ? tiedDenominator(name, row) : pairs
  const tau = D > 0 ? S / D : null
  const tied = kendallVariance(values, order)
  const z = standardised(S, variant === 'complete, tau-a' ? kendallVarianceUntied(values.length) : tied, variant === 'Tarlow' ? 1 : 0)
  const varS = shownVariance(name, variant, { tied, n: values.length, sizes })
  return {
    pos, neg, ties, pairs, S, D, tau, z, varS,
    n: values.length,
    sdS: Math.sqrt(varS),
    p: z === null ? null : normalTwoSided(z),
    seTau: z === null || z === 0 || tau === null ? null : tau / z,
    interval: fisherInterval(tau, values.length, level),
  }
}

function tiedDenominator(name: RowName, { pos, neg, ties, values, order }: Row): number {
  if (name === 'AvB') return pos + neg + ties / 2
  const { untiedX, untiedY } = concordance(values, order)
  return Math.sqrt(untiedX * untiedY)
}

function standardised(S: number, variance: number, continuity: number): number | null {
  return variance > 0 ? Math.sign(S) * Math.max(0, Math.abs(S) - continuity) / Math.sqrt(variance) : null
}

function shownVariance(name: RowName, variant: Variant, { tied, n, sizes }: { tied: number, n: number, sizes: Sizes }): number {
  if (variant === 'Tarlow') return tied
  if (name === 'AvB') return sizes.m * sizes.n * (sizes.m + sizes.n + 1) / 3
  return variant === 'complete, tau-a' || name === 'trendA' || name === 'trendB' ? kendallVarianceUntied(n) : tied
}

function fisherInterval(tau: number | null, n: number, confidence: number): Interval | null {
  if (tau === null || Math.abs(tau) >= 1 || n < 4) return null
  const reach = normalReach(confidence) / Math.sqrt(n - 3)
  return { lower: Math.tanh(Math.atanh(tau) - reach), upper: Math.tanh(Math.atanh(tau) + reach), confidence, method: "Fisher's z" }
}
