import { expect, test } from 'vitest'
import { answersTo } from './stats.ts'

type Result = Record<string, unknown>

/** From standard input to output, as the command does it. */
async function results(cases: unknown): Promise<{ id: unknown, result: Result }[]> {
  const answered = await answersTo(typeof cases === 'string' ? cases : JSON.stringify(cases))
  if ('problem' in answered) throw new Error(answered.problem)
  return JSON.parse(answered.answers) as { id: unknown, result: Result }[]
}

async function resultOf(method: string, inputs: object, options: object = {}): Promise<Result> {
  const [one] = await results([{ id: 'one', method, inputs, options }])
  return one!.result
}

const at = (result: Result, path: string) => path.split('.').reduce<unknown>((owner, key) => (owner as Result)[key], result)
const up = { improvement: 'increase' }
const reason = expect.stringMatching(/^not computable: ./) as string

test('an empty list has an empty list of answers', async () => expect(await results([])).toEqual([]))

test.each([
  ['', 'could not be read as JSON'], ['[1', 'could not be read as JSON'], ['{"method": "icc"}', 'no list'], ['null', 'no list'], ['"cases"', 'no list'], ['[{"id": 1, "inputs": {"A": [NaN]}}]', 'could not be read as JSON'],
])('it refuses all of %j with a sentence', async (sent, says) => {
  expect(await answersTo(sent)).toEqual({ problem: expect.stringContaining(says) as string })
})

test('an answer stands at the place of its case, whatever else was sent', async () => {
  const answers = await results([null, 'icc', [], { id: 0, method: 'icc' }, { id: 'b', inputs: {} }, { id: null, method: 'proportion-interval', inputs: { events: 1, n: 4 } }])
  expect(answers.map(({ id }) => id)).toEqual([0, 1, 2, 0, 'b', 5])
  for (const { result } of answers.slice(0, 5)) expect(result).toMatchObject({ status: reason, error: expect.stringMatching(/.+: .+/) as string })
  expect(answers[5]!.result).toMatchObject({ p: 0.25 })
})

test.each([
  ['a missing method', undefined, {}, 'method: the name of a method belongs here'],
  ['a method that is none', 'astrology', {}, 'method: "astrology" is not a method'],
  ['a text among numbers', 'single-case-ab-effect-sizes', { A: [1, 'NaN', 3], B: [4, 5] }, 'A, place 2: the text "NaN"'],
  ['a number where a list belongs', 'single-case-ab-effect-sizes', { A: 3, B: [4, 5] }, 'inputs.A: a list belongs here'],
  ['a list of lists where numbers belong', 'single-case-ab-effect-sizes', { A: [[1]], B: [4, 5] }, 'A, place 1'],
  ['true among numbers', 'paired-comparison', { pre: [1, true], post: [1, 2] }, 'pre, place 2'],
  ['lists that do not go together', 'paired-comparison', { pre: [1, 2], post: [1] }, 'post'],
  ['more events than people', 'proportion-interval', { events: 5, n: 4 }, 'events'],
  ['half an event', 'proportion-interval', { events: 1.5, n: 4 }, 'events'],
  ['a negative count', 'fisher-exact-2x2', { table: [[1, -1], [2, 3]] }, 'table'],
  ['a weight of nothing in a meta-analysis', 'meta-analysis', { yi: [1, 2], vi: [0.1, 0] }, 'vi, place 2'],
  ['an event that is neither', 'kaplan-meier', { time: [1, 2], event: [1, 2] }, 'event, place 2'],
  ['a negative time', 'kaplan-meier', { time: [1, -2], event: [1, 0] }, 'time, place 2'],
  ['a rater with one rating fewer', 'agreement-many-raters', { ratings: [[1, 2], [1]], categories: [1, 2] }, 'ratings, row 2'],
  ['a rating outside the categories', 'agreement-two-raters', { rater1: ['a'], rater2: ['z'], categories: ['a', 'b'] }, 'rater2, place 1'],
])('it names the place of %s', async (_, method, inputs, says) => {
  const [one] = await results([{ id: 'one', method, inputs, options: { ...up, method: 'REML' } }])
  expect(one!.result).toMatchObject({ status: expect.stringContaining(`not computable: `) as string, error: expect.stringContaining(says) as string })
})

test.each([
  ['reliable-change-index', { pre: [1, 2, 3], post: [2, 3, 4] }, { rciMethod: 'JT', betterIs: 'lower', reliability: 1.2 }, 'reliability'],
  ['proportion-interval', { events: 1, n: 4 }, { confidence: 1.2 }, 'options.confidence'],
  ['single-case-ab-effect-sizes', { A: [1, 2], B: [3, 4] }, { ...up, confidence: 95 }, 'confidence'],
  ['single-case-ab-effect-sizes', { A: [1, 2], B: [3, 4] }, { improvement: 'sideways' }, 'options.improvement'],
  ['goal-attainment-scaling-T', { scores: [1], weights: [1] }, { rho: 1.2 }, 'rho'],
  ['meta-analysis', { yi: [1], vi: [1] }, { method: 'SJ' }, 'options.method'],
  ['three-level-meta-analysis', { yi: [1, 2], vi: [1, 1], cluster: [1, 2] }, { estimation: 'ML' }, 'options.estimation'],
  ['cell-suppression-2d', { table: [[1, 2], [3, 4]], rowTotals: [3, 7], columnTotals: [4, 6], grandTotal: 11 }, { threshold: 5 }, 'the row totals do not add up'],
])('it names the option or margin of %s that cannot be', async (method, inputs, options, says) => {
  const result = await resultOf(method, inputs, options)
  expect(result['status']).toContain(says)
})

test('weights of zero have no goal attainment', async () => {
  expect((await resultOf('goal-attainment-scaling-T', { scores: [1, 2], weights: [0, 0] }))['status']).toEqual(reason)
})

test('one point in a phase has its share of pairs, and a reason instead of a standard error', async () => {
  const result = await resultOf('single-case-ab-effect-sizes', { A: [3], B: [4, 5, 5] }, up)
  expect(result).toMatchObject({ NAP: { est: 1, se: reason }, SMD_baseline: { est: reason, se: reason } })
})

test('values that are all equal have no standardised difference and no correlation', async () => {
  expect(await resultOf('single-case-ab-effect-sizes', { A: [2, 2, 2], B: [2, 2, 2] }, up)).toMatchObject({ NAP: { est: 0.5 }, SMD_pooled: { est: reason } })
  expect(await resultOf('two-group-comparison', { x: [1, 1], y: [1, 1, 1] })).toMatchObject({ mannWhitneyExact: { p: reason }, welchT: { t: reason } })
  expect(await resultOf('agreement-two-raters', { rater1: ['a', 'a'], rater2: ['a', 'a'], categories: ['a', 'b'] }, { ordinal: false })).toMatchObject({ cohenKappa: { est: reason } })
})

test('values that are all missing are too few, in every list of every kind', async () => {
  const none = [null, null, null]
  expect(await resultOf('single-case-ab-effect-sizes', { A: none, B: none }, up)).toMatchObject({ NAP: { est: reason }, TauU: { est: reason } })
  expect(await resultOf('paired-comparison', { pre: none, post: [1, 2, 3] })).toMatchObject({ n: 0, pairedT: { t: reason } })
  expect(await resultOf('meta-analysis', { yi: none, vi: none }, { method: 'REML' })).toMatchObject({ status: reason })
  expect(await resultOf('icc', { ratings: [none, none] })).toMatchObject({ ICC1: { icc: reason } })
})

test('groups of unequal size are compared, the smallest too', async () => {
  // 2 against 5 without overlap: two of the 21 draws are as far out.
  expect(await resultOf('two-group-comparison', { x: [8, 9], y: [1, 2, 3, 4, 5] })).toMatchObject({ mannWhitneyExact: { W: 10, p: 2 / 21 }, cliffsDelta: 1, permutationMeanDiff: { nPermutations: 21 } })
  expect(await resultOf('two-group-comparison', { x: [8], y: [1, 2, 3] })).toMatchObject({ mannWhitneyExact: { W: 3, p: 0.5 }, welchT: { t: reason } })
})

test('2^60 arrangements have an exact answer where values count in steps, and a reason where they are too fine, also when a million are asked for', async () => {
  const steps = Array.from({ length: 60 }, (_, i) => (i % 3) + 1)
  const fine = steps.map((value, i) => value + Math.sqrt(i + 2) / 7)
  const zeros = steps.map(() => 0)
  expect(at(await resultOf('paired-comparison', { pre: zeros, post: steps }, { permutations: 1e6 }), 'permutationMeanDiff.p')).toBeCloseTo(2 ** -59, 25)
  expect(at(await resultOf('paired-comparison', { pre: zeros, post: fine }, { permutations: 1e6 }), 'permutationMeanDiff.p')).toMatch(/not computable: 2\^60 arrangements/)
})

test('start points in more ways than can be listed are drawn, said to be drawn, and p is never 0', async () => {
  const cases = Array.from({ length: 20 }, () => ({ values: [1, 2, 1, 2, 1, 9, 9, 8, 9, 9, 8, 9], nA: 5 }))
  const result = await resultOf('randomisation-test-start-point', { cases }, { statistic: 'Mean B-A', minPhaseA: 2, minPhaseB: 2, draws: 1000, seed: 4 })
  expect(result).toMatchObject({ sampled: true, draws: 1000, seed: 4, nAssignments: 9 ** 20, p: 1 / 1001 })
  expect(await resultOf('randomisation-test-start-point', { cases }, { statistic: 'Mean B-A', minPhaseA: 2, minPhaseB: 2, draws: 1e9 })).toMatchObject({ status: expect.stringContaining('draws: 1000000000') as string })
})

test('a wish for fewer turns every index of overlap over', async () => {
  const [A, B] = [[5, 6, 4, 7, 5], [2, 3, 1, 4, 2, 3]]
  const less = await resultOf('single-case-ab-effect-sizes', { A, B }, { improvement: 'decrease' })
  const more = await resultOf('single-case-ab-effect-sizes', { A: A.map((value) => -value), B: B.map((value) => -value) }, up)
  for (const index of ['NAP', 'Tau', 'TauU', 'TauBC', 'PND', 'PEM', 'PAND', 'IRD', 'SMD_pooled']) expect(at(less, `${index}.est`), index).toBe(at(more, `${index}.est`))
})

test('the same confidence can be asked for under either name in the Tau-U tables', async () => {
  const series = { A: [2, 3, 5, 3], B: [4, 5, 5, 7, 6] }
  expect(await resultOf('tau-u-and-overlap-scan', series, { ci: 0.8 })).toEqual(await resultOf('tau-u-and-overlap-scan', series, { confidence: 0.8 }))
})
