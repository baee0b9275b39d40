import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Improvement } from '../phases.ts'
import { percentageExceedingMedian } from './percentage-exceeding-median.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
const up = { improvement: 'increase' } as const

test('it is counted out by hand', () => {
  // median of A is 4; above it 6, 5 and 8, the 4 counts half: 3.5 of 4
  expect(percentageExceedingMedian([3, 5, 4], [6, 5, 4, 8], up)).toMatchObject({ value: 3.5 / 4, kind: 'found' })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figure of $id', (one) => {
  const result = percentageExceedingMedian(one.inputs['A'] as number[], one.inputs['B'] as number[], { improvement: one.options['improvement'] as Improvement })
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'PEM.est'))).toBe(true)
})

test('it does not mind the order within a phase, nor the same amount added to every point', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const moved = percentageExceedingMedian([...A].reverse().map((value) => value + shift), [...B].reverse().map((value) => value + shift), up)
    expect(moved).toEqual(percentageExceedingMedian(A, B, up))
  }))
})

test('it has an answer where all are equal', () => {
  expect(percentageExceedingMedian([2, 2], [2, 2, 2], up)).toMatchObject({ value: 0.5 })
})

test('it has an answer for one point each, and none for an empty phase', () => {
  expect(percentageExceedingMedian([1], [2], up)).toMatchObject({ value: 1, cautions: ['few-points'] })
  expect(percentageExceedingMedian([1], [null], up)).toMatchObject({ kind: 'too-few', missing: 1 })
})

test('it can count a tie as nothing, as other software does', () => {
  expect(percentageExceedingMedian([3, 5, 4], [6, 5, 4, 8], { ...up, ties: 'nothing' })).toMatchObject({ value: 3 / 4, above: 3 })
})
