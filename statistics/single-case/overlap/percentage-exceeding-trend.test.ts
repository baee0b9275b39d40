import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import { percentageExceedingTrend } from './percentage-exceeding-trend.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 8 })
const up = { improvement: 'increase' } as const

test('it counts the points above the line carried on, by hand', () => {
  // A 1, 2, 3 goes on 4, 5, 6, 7; B 5, 5, 8, 6 is above it twice, once exactly on it: p = 11/16
  expect(percentageExceedingTrend([1, 2, 3], [5, 5, 8, 6], up)).toMatchObject({ value: 0.5, above: 2 })
  expect((percentageExceedingTrend([1, 2, 3], [5, 5, 8, 6], up) as { p: number }).p).toBeCloseTo(11 / 16, 12)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = percentageExceedingTrend(one.inputs['A'] as number[], one.inputs['B'] as number[], { ...up, ties: 'exact' })
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(100 * result.value).toBeCloseTo(storedFigure(one, 'pet.petPercent') as number, 9)
  expect(100 * result.beyondBand!).toBeCloseTo(storedFigure(one, 'pet.petCiPercent') as number, 9)
  expect(result.p).toBeCloseTo(storedFigure(one, 'pet.binomP') as number, 9)
})

test('it does not count a point on the line, however the line rounds', () => {
  // the stored answer counts two points here: rounding puts the line a hair below 5 at its sixth point
  expect(percentageExceedingTrend([2, 3, 5, 3], [4, 5, 5, 7, 6], up)).toMatchObject({ above: 1 })
})

test('it does not mind a constant added to every point', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const one = percentageExceedingTrend(A, B, up), moved = percentageExceedingTrend(A.map((value) => value + shift), B.map((value) => value + shift), up)
    expect(one.kind === 'found' && moved.kind === 'found' && one.above === moved.above).toBe(true)
  }))
})

test('it has no band with two points, no line with one', () => {
  expect(percentageExceedingTrend([1, 2], [5, 5], up)).toMatchObject({ beyondBand: null })
  expect(percentageExceedingTrend([1], [5, 5], up)).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(percentageExceedingTrend([3, 3, 3], [4, 3], up)).toMatchObject({ value: 0.5, beyondBand: 0.5 })
})
