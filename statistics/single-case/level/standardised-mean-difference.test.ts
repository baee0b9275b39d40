import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'
import { standardisedMeanDifference, yardstickLength } from './standardised-mean-difference.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 9 })
const up: Reading = { improvement: 'increase' }

test('it divides the change by the spread of A, by hand', () => {
  // A 2, 4, 6: mean 4, SD 2, df 2; B 8, 10: mean 9; d = 2.5, J = 1 - 3/7
  expect(standardisedMeanDifference([2, 4, 6], [8, 10], { ...up, yardstick: 'baseline', corrected: false })).toMatchObject({ value: 2.5, sd: 2 })
  expect((standardisedMeanDifference([2, 4, 6], [8, 10], { ...up, yardstick: 'baseline' }) as { value: number }).value).toBeCloseTo(2.5 * 4 / 7, 12)
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figures of $id', (one) => {
  const [A, B] = [one.inputs['A'] as number[], one.inputs['B'] as number[]]
  const reading = one.options as Reading
  for (const [path, yardstick, corrected] of [['SMD_baseline', 'baseline', true], ['SMD_pooled', 'pooled', true], ['SMD_baseline_uncorrected', 'baseline', false]] as const) {
    const result = standardisedMeanDifference(A, B, { ...reading, yardstick, corrected })
    expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, `${path}.est`))).toBe(true)
    expect(agreesWithStored(result.kind === 'found' ? result.se : null, storedFigure(one, `${path}.se`))).toBe(true)
  }
})

test('it does not mind a constant added, and changes only its sign when less is better', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const one = standardisedMeanDifference(A, B, { ...up, yardstick: 'pooled' })
    const moved = standardisedMeanDifference(A.map((value) => value + shift), B.map((value) => value + shift), { improvement: 'decrease', yardstick: 'pooled' })
    expect(one.kind).toBe(moved.kind)
    if (one.kind === 'found' && moved.kind === 'found') expect(one.value).toBeCloseTo(-moved.value, 9)
  }))
})

test('it has no answer where A has no spread', () => {
  expect(standardisedMeanDifference([3, 3, 3], [4, 5], { ...up, yardstick: 'baseline' })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('phase A are equal') as string })
  expect(standardisedMeanDifference([3, 3, 3], [4, 4], { ...up, yardstick: 'pooled' })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('within each phase are equal') as string })
  expect(yardstickLength([3, 3, 3], [4, 5], 'baseline')).toBe(0)
})

test('it has a value but no standard error with one point in B', () => {
  expect(standardisedMeanDifference([4, 5, 6], [8], { ...up, yardstick: 'baseline' })).toMatchObject({ kind: 'found', se: null, interval: null, cautions: ['few-points', 'one-point-phase'] })
})

test('it says what is too little', () => {
  expect(standardisedMeanDifference([4], [8, 9], { ...up, yardstick: 'baseline' })).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(standardisedMeanDifference([4], [8], { ...up, yardstick: 'pooled' })).toMatchObject({ kind: 'not-computable', reason: 'too few points for a measure of spread' })
  expect(yardstickLength([], [8], 'pooled')).toBeNull()
})
