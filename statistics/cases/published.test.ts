/* Worked examples from books and articles, sent through the same door as `waymark stats`. The digits are those that are printed there. */
import { expect, test } from 'vitest'
import { runCase } from './index.ts'

type Printed = Record<string, number | string | number[]>
type Example = { source: string, method: string, inputs: Record<string, unknown>, options?: Record<string, unknown>, printed: Printed }

// Two treatments of leukaemia, weeks in remission; Gehan 1965, Biometrika 52:203-223.
const treated = { time: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35], event: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0] }
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
// Six targets, four judges; Shrout & Fleiss 1979, Psychological Bulletin 86:420-428.
const judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
// Four observers, twelve units, some not coded; Krippendorff 2011, "Computing Krippendorff's alpha-reliability".
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]
const units = observers[0]!.map((_, unit) => observers.map((row) => row[unit]!))
// Fifteen pairs of maize plants, crossed less self-fertilised, in eighths of an inch; Darwin 1876 in Fisher 1935, "The Design of Experiments", section 17.
const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

const examples: Example[] = [
  { source: 'Parker & Vannest 2009, Behavior Therapy 40:357-367, the worked example', method: 'single-case-ab-effect-sizes',
    inputs: { A: [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], B: [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9] }, options: { improvement: 'increase' }, printed: { 'NAP.est': '0.96' } },
  { source: 'Parker, Vannest & Davis 2011, Behavior Modification 35:303-322, the series used for all nine indices', method: 'single-case-ab-effect-sizes',
    inputs: { A: [20, 20, 26, 25, 22, 23], B: [28, 25, 24, 27, 30, 30, 29] }, options: { improvement: 'increase' }, printed: { 'NAP.est': '0.92', 'PEM.est': '1.00', 'PND.est': '0.71', 'Tau.est': '0.83' } },
  { source: 'Parker, Vannest, Davis & Sauber 2011, Behavior Therapy 42:284-299; its pairs: 17 up, 1 down, 2 tied between phases; 4 up, 1 down within A', method: 'tau-u-and-overlap-scan',
    inputs: { A: [2, 3, 5, 3], B: [4, 5, 5, 7, 6] }, printed: { 'tauU_complete_tauA.AvB.pos': '17', 'tauU_complete_tauA.AvB.neg': '1', 'tauU_complete_tauA.AvB.tau': '0.80', 'tauU_complete_tauA.trendA.S': '3', 'tauU_complete_tauA.trendA.tau': '0.50' } },
  { source: 'Jacobson & Truax 1991, JCCP 59:12-19: the client who stood at 32.5 before and 47.5 after', method: 'reliable-change-index',
    inputs: { pre: [32.5, 40, 47.5], post: [47.5, 40, 47.5] }, options: { rciMethod: 'JT', betterIs: 'higher', reliability: 0.8 }, printed: { sem: '3.35', sDiff: '4.74', 'rci.0': '3.16' } },
  { source: 'Jacobson & Truax 1991, JCCP 59:12-19: cut-offs of the hypothetical data', method: 'jacobson-truax-cutoffs',
    inputs: { pre: [32.5, 40, 47.5], post: [47.5, 40, 47.5] }, options: { betterIs: 'higher', reliability: 0.8, meanFunctional: 60, sdFunctional: 7.5 }, printed: { cutoffA: '55.0', cutoffB: '45.0', cutoffC: '50.0' } },
  ...[[1, '60'], [2, '56'], [3, '55'], [4, '54'], [5, '53']].map(([goals, T]): Example => ({
    source: `Kiresuk, Smith & Cardillo 1994, conversion key: ${goals} goals of one weight, together one step above expected`, method: 'goal-attainment-scaling-T',
    inputs: { scores: Array.from({ length: Number(goals) }, (_, i) => Number(i === 0)), weights: Array.from({ length: Number(goals) }, () => 1) }, printed: { T: String(T) } })),
  { source: 'Cohen 1960, Educational and Psychological Measurement 20:37-46, table 1', method: 'agreement-two-raters', inputs: pairs([[88, 14, 18], [10, 40, 10], [2, 6, 12]]), options: { ordinal: false },
    printed: { n: '200', percentAgreement: '0.70', 'cohenKappa.est': '0.492' } },
  { source: 'Krippendorff 2011, with missing codes', method: 'agreement-many-raters', inputs: { ratings: units, categories: [1, 2, 3, 4, 5] }, options: { ordinal: true },
    printed: { 'krippendorffAlpha_nominal.alpha': '0.743', 'krippendorffAlpha_ordinal.alpha': '0.815', 'krippendorffAlpha_interval.alpha': '0.849', 'krippendorffAlpha_ratio.alpha': '0.797' } },
  { source: 'Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.: four raters, twelve subjects', method: 'agreement-many-raters', inputs: { ratings: [...units.slice(0, 11), [null, null, 3, null]], categories: [1, 2, 3, 4, 5] }, options: { ordinal: false },
    printed: { 'percentAgreement.est': '0.818', 'gwetAC1.est': '0.775', 'fleissKappaCac.est': '0.761', 'congerKappa.est': '0.763', 'brennanPrediger.est': '0.773', 'krippendorffNominalCac.est': '0.743' } },
  { source: 'Shrout & Fleiss 1979, the six forms', method: 'icc', inputs: { ratings: judged }, printed: { 'ICC1.icc': '0.17', 'ICC2.icc': '0.29', 'ICC3.icc': '0.71', 'ICC1k.icc': '0.44', 'psych.ICC2k.icc': '0.62', 'ICC3k.icc': '0.91' } },
  { source: 'Gehan 1965 in Kalbfleisch & Prentice 2002 and Collett 2015: the curve of 6-mercaptopurine', method: 'kaplan-meier', inputs: treated,
    printed: { 'survival.0': '0.857', 'survival.1': '0.807', 'survival.3': '0.753', 'survival.5': '0.690', 'survival.6': '0.627', 'survival.10': '0.538', 'survival.11': '0.448', 'greenwoodSe.0': '0.0764', 'greenwoodSe.11': '0.1346', median: '23' } },
  { source: 'Gehan 1965 in Cox & Oakes 1984: both groups compared', method: 'log-rank', inputs: { time: [...treated.time, ...placebo], event: [...treated.event, ...placebo.map(() => 1)], group: [...treated.time.map(() => 0), ...placebo.map(() => 1)] },
    printed: { chisq: '16.79', 'observed.0': '9', 'expected.0': '19.25', 'coxEfron.logHr': '1.572', 'coxEfron.se': '0.412' } },
  { source: 'Hollander & Wolfe 1973, p. 29: depression before and after', method: 'paired-comparison', inputs: { pre: [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], post: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29] },
    printed: { 'wilcoxonExactDropZeros.V': '5', 'wilcoxonExactDropZeros.p': '0.03906' } },
  { source: 'Hollander & Wolfe 1973, p. 69: permeability at term and before', method: 'two-group-comparison', inputs: { x: [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], y: [1.15, 0.88, 0.90, 0.74, 1.21] },
    printed: { 'mannWhitneyExact.W': '35', 'mannWhitneyExact.pGreater': '0.1272' } },
  { source: "Fisher 1935, section 21: Darwin's maize, 863 of 32768 arrangements at least as large", method: 'paired-comparison', inputs: { pre: maize.map(() => 0), post: maize },
    printed: { 'permutationMeanDiff.nPermutations': '32768', 'permutationMeanDiff.p': (1726 / 32768).toFixed(5), 'permutationMeanDiff.pGreater': (863 / 32768).toFixed(5), 'pairedT.t': '2.148' } },
  { source: "Fisher 1935, ch. 2: eight cups of tea, three of four found", method: 'fisher-exact-2x2', inputs: { table: [[3, 1], [1, 3]] }, printed: { pGreater: '0.243' } },
  ...([[81, 263, '0.2553', '0.3662', '0.2527', '0.3676'], [15, 148, '0.0624', '0.1605', '0.0578', '0.1617'], [0, 20, '0.0000', '0.1611', '0.0000', '0.1684'], [1, 29, '0.0061', '0.1718', '0.0009', '0.1776']] as const).map(([events, n, low, high, exactLow, exactHigh]): Example => ({
    source: `Newcombe 1998, Statistics in Medicine 17:857-872: ${events} of ${n}`, method: 'proportion-interval', inputs: { events, n },
    printed: { 'wilson.0': low, 'wilson.1': high, 'clopperPearson.0': exactLow, 'clopperPearson.1': exactHigh } })),
]

test.each(examples)('it gives what is printed in $source', async ({ method, inputs, options = {}, printed }) => {
  const result = await runCase({ id: 'printed', method, inputs, options })
  const got = Object.fromEntries(Object.entries(printed).map(([path, digits]) => [path, figure(result, path, String(digits))]))
  expect(got).toEqual(printed)
})

function figure(result: unknown, path: string, digits: string): unknown {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], result)
  return typeof value === 'number' ? value.toFixed(digits.split('.')[1]?.length ?? 0) : value
}

function pairs(table: number[][]): Record<string, unknown> {
  const each = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)))
  return { rater1: each.map(([one]) => one), rater2: each.map(([, other]) => other), categories: table.map((_, i) => i) }
}
