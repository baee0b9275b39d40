import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Improvement } from '../phases.ts'
import { percentageOfNonOverlappingData } from './percentage-of-non-overlapping-data.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
const up = { improvement: 'increase' } as const

test('it is counted out by hand', () => {
  // best of A is 5; above it 6 and 8, the 5 is a tie: 2 of 4
  expect(percentageOfNonOverlappingData([3, 5, 4], [6, 5, 2, 8], up)).toMatchObject({ value: 2 / 4, kind: 'found' })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figure of $id', (one) => {
  const result = percentageOfNonOverlappingData(one.inputs['A'] as number[], one.inputs['B'] as number[], { improvement: one.options['improvement'] as Improvement })
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'PND.est'))).toBe(true)
})

test('it does not mind the order within a phase, nor the same amount added to every point', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const moved = percentageOfNonOverlappingData([...A].reverse().map((value) => value + shift), [...B].reverse().map((value) => value + shift), up)
    expect(moved).toEqual(percentageOfNonOverlappingData(A, B, up))
  }))
})

test('it has an answer where all are equal', () => {
  expect(percentageOfNonOverlappingData([2, 2], [2, 2, 2], up)).toMatchObject({ value: 0 })
})

test('it has an answer for one point each, and none for an empty phase', () => {
  expect(percentageOfNonOverlappingData([1], [2], up)).toMatchObject({ value: 1, cautions: ['few-points'] })
  expect(percentageOfNonOverlappingData([1], [null], up)).toMatchObject({ kind: 'too-few', missing: 1 })
})
