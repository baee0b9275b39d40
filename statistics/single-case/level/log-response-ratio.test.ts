import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { logResponseRatio } from './log-response-ratio.ts'
import type { LogRatioReading } from './log-response-ratio.ts'

const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 })
const up: LogRatioReading = { improvement: 'increase', scale: 'other', form: 'increasing' }

test('it takes the logarithm of the ratio and corrects it, by hand', () => {
  // A 1, 3: mean 2, variance 2, n 2; B 4, 8: mean 6, variance 8; ln 3 + 8/(4 x 36) - 2/(4 x 4)
  const result = logResponseRatio([1, 3], [4, 8], up)
  expect(result).toMatchObject({ kind: 'found' })
  expect((result as { value: number }).value).toBeCloseTo(Math.log(3) + 8 / 144 - 2 / 16, 12)
  expect((result as { se: number }).se).toBeCloseTo(Math.sqrt(2 / 8 + 8 / 72), 12)
  expect((logResponseRatio([1, 3], [4, 8], { ...up, corrected: false }) as { value: number }).value).toBeCloseTo(Math.log(3), 12)
})

test.each(storedCases('01_ab_effect_sizes').filter((one) => 'LRRi' in one.expected))('it agrees with the stored figures of $id', (one) => {
  const [A, B] = [one.inputs['A'] as number[], one.inputs['B'] as number[]]
  for (const [path, form, corrected] of [['LRRi', 'increasing', true], ['LRRd', 'decreasing', true], ['LRRi_uncorrected', 'increasing', false]] as const) {
    const result = logResponseRatio(A, B, { ...one.options as LogRatioReading, form, corrected })
    expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, `${path}.est`))).toBe(true)
    expect(agreesWithStored(result.kind === 'found' ? result.se : null, storedFigure(one, `${path}.se`))).toBe(true)
  }
})

test('it does not mind the unit, and changes only its sign when the phases change places', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: 2, max: 20 }), (A, B, unit) => {
    const one = logResponseRatio(A, B, up)
    const turned = logResponseRatio(B.map((value) => value * unit), A.map((value) => value * unit), up)
    expect(one.kind === 'found' && turned.kind === 'found' && Math.abs(one.value + turned.value) < 1e-10).toBe(true)
  }))
})

test('it works on what is left to the top where that fits the wanted direction', () => {
  const fall = logResponseRatio([80, 60], [20, 40], { ...up, improvement: 'decrease', scale: 'percentage' })
  const rise = logResponseRatio([20, 40], [80, 60], { ...up, scale: 'percentage' })
  expect(fall).toEqual(rise)
})

test('it refuses what has no ratio', () => {
  expect(logResponseRatio([-1, 3], [4, 8], up)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('negative') as string })
  expect(logResponseRatio([0, 0], [4, 8], up)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('mean of zero') as string })
  expect(logResponseRatio([101, 90], [4, 8], { ...up, improvement: 'decrease', scale: 'percentage' })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('top of the scale') as string })
})

test('it lifts a phase of zeros on a counted scale', () => {
  expect(logResponseRatio([0, 0], [4, 8], { ...up, scale: 'count' })).toMatchObject({ kind: 'found' })
})

test('it has no correction for one point, but a plain ratio', () => {
  expect(logResponseRatio([4], [6, 7], up)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('one point only') as string })
  expect(logResponseRatio([4], [6, 7], { ...up, corrected: false })).toMatchObject({ kind: 'found', se: null })
  expect(logResponseRatio([], [6, 7], up)).toMatchObject({ kind: 'too-few' })
})
