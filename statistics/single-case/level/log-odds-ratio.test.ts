import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { logOddsRatio } from './log-odds-ratio.ts'

type Reading = Parameters<typeof logOddsRatio>[2]
const up: Reading = { improvement: 'increase', scale: 'percentage' }
const shares = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 9 })

test('it takes the logarithm of the odds ratio, by hand', () => {
  // means 0.2 and 0.5: odds 0.25 and 1
  expect((logOddsRatio([10, 30], [40, 60], { ...up, corrected: false }) as { value: number }).value).toBeCloseTo(Math.log(4), 12)
})

test.each(storedCases('01_ab_effect_sizes').filter((one) => 'LOR' in one.expected))('it agrees with the stored figures of $id', (one) => {
  const [A, B] = [one.inputs['A'] as number[], one.inputs['B'] as number[]]
  for (const [path, corrected] of [['LOR', true], ['LOR_uncorrected', false]] as const) {
    const result = logOddsRatio(A, B, { ...one.options as Reading, corrected })
    expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, `${path}.est`))).toBe(true)
    expect(agreesWithStored(result.kind === 'found' ? result.se : null, storedFigure(one, `${path}.se`))).toBe(true)
  }
})

test('it is the same for a per cent and for a share, and for what is left when less is better', () => {
  fc.assert(fc.property(shares, shares, (A, B) => {
    const one = logOddsRatio(A, B, up) as { value: number }
    const left = logOddsRatio(A.map((value) => 1 - value / 100), B.map((value) => 1 - value / 100), { improvement: 'decrease', scale: 'proportion' }) as { value: number }
    expect(one.value).toBeCloseTo(left.value, 8)
  }))
})

test('it has no odds of everything, unless the scale says how fine it is', () => {
  expect(logOddsRatio([100, 100], [40, 60], up)).toMatchObject({ kind: 'not-computable' })
  expect(logOddsRatio([100, 100], [40, 60], { ...up, intervals: 20 })).toMatchObject({ kind: 'found' })
})

test('it refuses what is no share', () => {
  expect(() => logOddsRatio([1, 2], [3, 4], { ...up, scale: 'count' })).toThrow('scale: an odds ratio needs a proportion or a percentage')
  expect(logOddsRatio([10, 120], [40, 60], up)).toMatchObject({ kind: 'not-computable', reason: 'a value lies outside 0 to 100' })
  expect(logOddsRatio([10], [40, 60], up)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('one point only') as string })
  expect(logOddsRatio([], [40, 60], up)).toMatchObject({ kind: 'too-few' })
})
