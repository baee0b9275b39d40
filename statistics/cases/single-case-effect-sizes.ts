/* Cases of references/01_ab_effect_sizes.json. */
import { baselineCorrectedKendall, baselineCorrectedTau } from '../single-case/tau/baseline-corrected-tau.ts'
import { improvementRateDifference } from '../single-case/overlap/improvement-rate-difference.ts'
import { logOddsRatio } from '../single-case/level/log-odds-ratio.ts'
import { logRatioOfMedians } from '../single-case/level/log-ratio-of-medians.ts'
import { logResponseRatio } from '../single-case/level/log-response-ratio.ts'
import type { LogRatioReading } from '../single-case/level/log-response-ratio.ts'
import { nonOverlapOfAllPairs } from '../single-case/overlap/non-overlap-of-all-pairs.ts'
import { ceilingOf, scales } from '../single-case/level/outcome-scale.ts'
import type { Measured } from '../single-case/level/outcome-scale.ts'
import { percentChange } from '../single-case/level/percent-change.ts'
import { percentageExceedingMedian } from '../single-case/overlap/percentage-exceeding-median.ts'
import { percentageOfAllNonOverlappingData } from '../single-case/overlap/percentage-of-all-non-overlapping-data.ts'
import { percentageOfGoalObtained } from '../single-case/level/percentage-of-goal-obtained.ts'
import { percentageOfNonOverlappingData } from '../single-case/overlap/percentage-of-non-overlapping-data.ts'
import { standardisedMeanDifference, yardstickLength } from '../single-case/level/standardised-mean-difference.ts'
import type { Yardstick } from '../single-case/level/standardised-mean-difference.ts'
import { tauU } from '../single-case/tau/tau-u.ts'
import { tau } from '../single-case/tau/tau.ts'
import { phases } from '../single-case/phases.ts'
import type { Improvement, Values } from '../single-case/phases.ts'
import type { Result } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { list, number, oneOf, optionalNumber } from './reading.ts'
import { absent, bounds, estimate, only, part } from './telling.ts'
import type { Figure } from './telling.ts'

type Told = Record<string, Figure>
type Series = { A: Values, B: Values }
type Options = Measured & { improvement: Improvement, confidence: number, goal?: number | undefined }

export const effectSizeCases: Runners = {
  'single-case-ab-effect-sizes': (inputs, given) => {
    const series = seriesOf(inputs)
    const options = optionsOf(given)
    return { ...overlap(series, options), ...corrected(series, options), ...means(series, options), ...ratios(series, options), ...goal(series, options) }
  },
}

export function seriesOf(inputs: Fields): Series {
  const A = list(inputs, 'A') as Values, B = list(inputs, 'B') as Values
  phases(A, B)
  return { A, B }
}

function optionsOf(given: Fields): Options {
  return {
    improvement: oneOf(given, 'improvement', ['increase', 'decrease']),
    scale: oneOf(given, 'scale', scales, 'other'),
    confidence: number(given, 'confidence', 0.95),
    observationLength: optionalNumber(given, 'observationLength'),
    intervals: optionalNumber(given, 'intervals'),
    goal: optionalNumber(given, 'goal'),
  }
}

function overlap({ A, B }: Series, options: Options): Record<string, Told> {
  const nap = nonOverlapOfAllPairs(A, B, options)
  return {
    NAP: estimate(nap),
    NAP_SE_Hanley: nap.kind === 'found' ? { se: nap.seHanley } : absent(nap, ['se']),
    NAP_SE_null: nap.kind === 'found' ? { se: nap.seNull } : absent(nap, ['se']),
    Tau: estimate(tau(A, B, options)),
    TauU: only(tauU(A, B, options)),
    PND: only(percentageOfNonOverlappingData(A, B, options)),
    PAND: only(percentageOfAllNonOverlappingData(A, B, options)),
    PEM: only(percentageExceedingMedian(A, B, options)),
    IRD: only(improvementRateDifference(A, B, options)),
  }
}

function corrected({ A, B }: Series, options: Options): Record<string, Told> {
  const exact = baselineCorrectedTau(A, B, { ...options, ties: 'exact' })
  const tolerant = baselineCorrectedTau(A, B, options)
  const kendall = baselineCorrectedKendall(A, B, options)
  return {
    TauBC: { ...estimate(exact), ...line(exact), estTieTolerant: part(tolerant, tolerant.kind === 'found' ? tolerant.value : null) },
    TauBC_Kendall: { ...estimate(kendall), ...line(kendall) },
  }
}

function line(result: Result<{ slope: number, intercept: number }>): Told {
  return result.kind === 'found' ? { slope: result.slope, intercept: result.intercept } : absent(result, ['slope', 'intercept'])
}

function means({ A, B }: Series, options: Options): Record<string, Told> {
  const told = (yardstick: Yardstick, isCorrected: boolean): Told => {
    const result = standardisedMeanDifference(A, B, { ...options, yardstick, corrected: isCorrected })
    return { ...estimate(result), sd: part(result, yardstickLength(A, B, yardstick)) }
  }
  return { SMD_baseline: told('baseline', true), SMD_pooled: told('pooled', true), SMD_baseline_uncorrected: told('baseline', false) }
}

function ratios({ A, B }: Series, options: Options): Record<string, Told> {
  const increasing: LogRatioReading = { ...options, form: 'increasing' }
  const percent = percentChange(A, B, increasing)
  const ofMeans = {
    LRRi: estimate(logResponseRatio(A, B, increasing)),
    LRRd: estimate(logResponseRatio(A, B, { ...options, form: 'decreasing' })),
    LRRi_uncorrected: estimate(logResponseRatio(A, B, { ...increasing, corrected: false })),
    pctChange_i: percent.kind === 'found' ? { ...only(percent), ...bounds(percent) } : absent(percent, ['est', 'ciLower', 'ciUpper']),
    LRM: estimate(logRatioOfMedians(A, B, options)),
  }
  if (ceilingOf(options.scale) === null) return ofMeans
  return { ...ofMeans, LOR: estimate(logOddsRatio(A, B, options)), LOR_uncorrected: estimate(logOddsRatio(A, B, { ...options, corrected: false })) }
}

function goal({ A, B }: Series, { goal: wanted, confidence }: Options): Record<string, Told> {
  return wanted === undefined ? {} : { PoGO: estimate(percentageOfGoalObtained(A, B, { goal: wanted, confidence })) }
}
