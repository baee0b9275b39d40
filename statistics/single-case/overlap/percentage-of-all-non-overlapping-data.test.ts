import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Improvement } from '../phases.ts'
import { percentageOfAllNonOverlappingData } from './percentage-of-all-non-overlapping-data.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
const up = { improvement: 'increase' } as const

test('it is counted out by hand', () => {
  // keep A 3, 4 (drop 7) and B 5, 6, 8 (drop 2): 5 of 7
  expect(percentageOfAllNonOverlappingData([3, 7, 4], [6, 5, 2, 8], up)).toMatchObject({ value: 5 / 7, kind: 'found' })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figure of $id', (one) => {
  const result = percentageOfAllNonOverlappingData(one.inputs['A'] as number[], one.inputs['B'] as number[], { improvement: one.options['improvement'] as Improvement })
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'PAND.est'))).toBe(true)
})

test('it does not mind the order within a phase, nor the same amount added to every point', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const moved = percentageOfAllNonOverlappingData([...A].reverse().map((value) => value + shift), [...B].reverse().map((value) => value + shift), up)
    expect(moved).toEqual(percentageOfAllNonOverlappingData(A, B, up))
  }))
})

test('it has an answer where all are equal', () => {
  expect(percentageOfAllNonOverlappingData([2, 2], [2, 2, 2], up)).toMatchObject({ value: 3 / 5 })
})

test('it has an answer for one point each, and none for an empty phase', () => {
  expect(percentageOfAllNonOverlappingData([1], [2], up)).toMatchObject({ value: 1, cautions: ['few-points'] })
  expect(percentageOfAllNonOverlappingData([1], [null], up)).toMatchObject({ kind: 'too-few', missing: 1 })
})
