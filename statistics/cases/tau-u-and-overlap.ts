/* Cases of references/01b_tau_u_scan.json. */
import { autocorrelation } from '../describe/autocorrelation.ts'
import type { Result } from '../result.ts'
import { conservativeDualCriterion } from '../single-case/overlap/conservative-dual-criterion.ts'
import { groupStyleDifferences } from '../single-case/level/group-style-differences.ts'
import { improvementRateDifference } from '../single-case/overlap/improvement-rate-difference.ts'
import { nonOverlapTest } from '../single-case/overlap/non-overlap-test.ts'
import { percentageExceedingMedian } from '../single-case/overlap/percentage-exceeding-median.ts'
import { percentageExceedingTrend } from '../single-case/overlap/percentage-exceeding-trend.ts'
import { percentageOfAllNonOverlappingData } from '../single-case/overlap/percentage-of-all-non-overlapping-data.ts'
import { percentageOfNonOverlappingData } from '../single-case/overlap/percentage-of-non-overlapping-data.ts'
import { moments } from '../single-case/moments.ts'
import { phases, towards } from '../single-case/phases.ts'
import type { Improvement, Phases, Values } from '../single-case/phases.ts'
import { seriesTrend } from '../single-case/trend/series-trend.ts'
import { tarlowParts, tarlowTau } from '../single-case/tau/tarlow-tau.ts'
import type { Correlated } from '../single-case/tau/tarlow-tau.ts'
import { rowNames } from '../single-case/tau/tau-u-rows.ts'
import { tauUTable } from '../single-case/tau/tau-u-table.ts'
import type { TauURow, Variant } from '../single-case/tau/tau-u-table.ts'
import { binomialAtLeast } from '../distributions/binomial.ts'
import type { Runners } from './index.ts'
import { number, oneOf } from './reading.ts'
import { seriesOf } from './single-case-effect-sizes.ts'
import { absent, part } from './telling.ts'
import type { Figure } from './telling.ts'

type Told = Record<string, unknown>
type Both = { A: Values, B: Values, improvement: Improvement }

export const tauUCases: Runners = {
  'tau-u-and-overlap-scan': (inputs, options) => {
    const both = { ...seriesOf(inputs), improvement: oneOf(options, 'improvement', ['increase', 'decrease'], 'increase') }
    const table = (variant: Variant): Told => tableOf(both, variant, number(options, 'ci', number(options, 'confidence', 0.95)))
    return {
      tauU_complete_tauB: table('complete, tau-b'),
      tauU_complete_tauA: table('complete, tau-a'),
      tauU_parker: table('Parker'),
      tauU_tarlow: table('Tarlow'),
      baselineCorrectedTau: correctedOf(both),
      ...overlapOf(both),
      ...seriesFigures(both),
    }
  },
}

function tableOf({ A, B, improvement }: Both, variant: Variant, confidence: number): Told {
  const table = tauUTable(A, B, { improvement, variant, confidence })
  if (table.kind !== 'found') return absent(table, rowNames)
  return Object.fromEntries(rowNames.map((name) => [name, rowOf(table.rows[name])]))
}

function rowOf(row: TauURow): Told {
  const { interval, ...figures } = row
  const ends = interval === null ? endsAsStored(row) : { ciLower: interval.lower, ciUpper: interval.upper }
  return withReasons({ ...figures, ...ends }, 'too few points, no variation, or a tau of exactly 1 or -1')
}

// Where the library gives no interval, the stored figures follow the arithmetic of infinities: Fisher's z of -1, or less an endless reach (three points),
// is minus infinity and leads back to -1; plus infinity leads back to no number. Kept here so that the figures can be compared; nobody should show them.
function endsAsStored({ tau, n }: TauURow): { ciLower: number | null, ciUpper: number | null } {
  if (tau === null || n < 3) return { ciLower: null, ciUpper: null }
  const reachesDown = tau === -1 || (n === 3 && Math.abs(tau) < 1)
  return { ciLower: reachesDown ? -1 : null, ciUpper: tau === -1 && n > 3 ? -1 : null }
}

function correctedOf({ A, B, improvement }: Both): Told {
  const result = tarlowTau(A, B, { improvement, ties: 'exact' })
  if (result.kind === 'too-few') return absent(result, ['tau', 'p'])
  const parts = tarlowParts(towards(improvement, phases(A, B)), 'exact')
  const told = (correlated: Correlated): Told => withReasons(correlated, 'all compared values are equal')
  const { tau, p } = parts.corrected ? parts.afterCorrection : parts.uncorrected
  return {
    ...told({ tau, p, z: null }),
    corrected: parts.corrected,
    baselineTrend: told(parts.baselineTrend),
    uncorrected: told(parts.uncorrected),
    afterCorrection: told(parts.afterCorrection),
  }
}

function overlapOf({ A, B, improvement }: Both): Told {
  const nap = nonOverlapTest(A, B, { improvement })
  const pem = percentageExceedingMedian(A, B, { improvement, ties: 'nothing' })
  const pet = percentageExceedingTrend(A, B, { improvement, ties: 'exact' })
  const pnd = percentageOfNonOverlappingData(A, B, { improvement })
  const pand = percentageOfAllNonOverlappingData(A, B, { improvement })
  const ird = improvementRateDifference(A, B, { improvement })
  const cdc = conservativeDualCriterion(A, B, { improvement })
  const total = phases(A, B).B.length

  return {
    nap: nap.kind === 'found'
      ? { nap: nap.nap, positives: nap.above, ties: nap.ties, pairs: nap.pairs, wilcoxonW: nap.wilcoxonW, pOneSidedNormalApprox: nap.value, d: nap.d }
      : absent(nap, ['nap', 'pOneSidedNormalApprox', 'd']),
    pem: pem.kind === 'found' ? { pemPercent: 100 * pem.value, positives: pem.above, total, binomP: binomialAtLeast(pem.above, total, 0.5) } : absent(pem, ['pemPercent', 'binomP']),
    pet: pet.kind === 'found' ? { petPercent: 100 * pet.value, petCiPercent: part(pet, pet.beyondBand === null ? null : 100 * pet.beyondBand), binomP: pet.p } : absent(pet, ['petPercent', 'petCiPercent', 'binomP']),
    pnd: { pndPercent: percentOf(pnd) },
    pandMinimum: { pandPercent: percentOf(pand), overlaps: pand.kind === 'found' ? Math.round((1 - pand.value) * pand.n) : part(pand, null) },
    ird: { ird: part(ird, ird.kind === 'found' ? ird.value : null) },
    cdc: cdc.kind === 'found' ? { cdc: cdc.systematic ? 'systematic change' : 'no change', p: cdc.value } : absent(cdc, ['cdc', 'p']),
  }
}

function percentOf(result: Result): Figure {
  return part(result, result.kind === 'found' ? 100 * result.value : null)
}

function seriesFigures({ A, B }: Both): Told {
  const series = { A, B, all: [...A, ...B] }
  const entries = Object.entries(series)
  return {
    smd: differencesOf(A, B),
    autocorr: Object.fromEntries(entries.map(([name, values]) => [name, lags(values)])),
    trend: Object.fromEntries(entries.map(([name, values]) => [name, trendOf(values)])),
  }
}

const differences = { "Glass' delta": 'glassDelta', "Hedges' g": 'hedgesG', "Hedges' g correction": 'hedgesGCorrected', "Hedges' g durlak correction": 'hedgesGDurlak', "Cohen's d": 'cohenD' } as const

function differencesOf(A: Values, B: Values): Told {
  const smd = groupStyleDifferences(A, B)
  const told = smd.kind === 'found'
    ? Object.fromEntries(Object.entries(differences).map(([shown, key]) => [shown, part(smd, smd[key])]))
    : absent(smd, Object.keys(differences))
  return { ...told, ...spreads(phases(A, B)) }
}

// Means and spreads are there even where the differences are not.
function spreads({ A, B }: Phases): Told {
  if (A.length === 0 || B.length === 0) return {}
  const before = moments(A), after = moments(B)
  const [varianceA, varianceB] = [before.variance, after.variance]
  const both = varianceA === null || varianceB === null ? null : { varianceA, varianceB }
  return withReasons({
    mA: before.mean, mB: after.mean, sdA: root(varianceA), sdB: root(varianceB),
    'sd cohen': both && Math.sqrt((both.varianceA + both.varianceB) / 2),
    'sd hedges': both && Math.sqrt(((before.n - 1) * both.varianceA + (after.n - 1) * both.varianceB) / (before.n + after.n - 2)),
  }, 'one point has no spread')
}

function root(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(variance)
}

function lags(values: Values): Told {
  return Object.fromEntries([1, 2, 3].map((lag) => {
    const result = autocorrelation(values, lag)
    return [`Lag ${lag}`, part(result, result.kind === 'found' ? result.value : null)]
  }))
}

function trendOf(values: Values): Told {
  const trend = seriesTrend(values)
  return trend.kind === 'found' ? { intercept: trend.intercept, b: trend.value, beta: part(trend, trend.beta) } : absent(trend, ['intercept', 'b', 'beta'])
}

function withReasons(figures: Record<string, number | null>, reason: string): Told {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figure ?? `not computable: ${reason}`]))
}
