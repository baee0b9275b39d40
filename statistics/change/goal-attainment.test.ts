import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../references/stored-cases.ts'
import { goalAttainment } from './goal-attainment.ts'
import type { Goals } from './goal-attainment.ts'

const ratings = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 6 })
const even = (scores: readonly unknown[]): number[] => scores.map(() => 1)

test('it weighs the ratings by hand', () => {
  // weights 2, 3; scores 0, 2: sum 6; 0.7 x 13 + 0.3 x 25 = 16.6
  const result = goalAttainment({ scores: [0, 2], weights: [2, 3], baselineScores: [-2, -1] })
  expect(result).toMatchObject({ weightedSum: 6, atOrAboveExpected: 1 })
  expect((result as { value: number }).value).toBeCloseTo(50 + 60 / Math.sqrt(16.6), 12)
  expect((result as { change: number }).change).toBeCloseTo((60 + 70) / Math.sqrt(16.6), 12)
})

test.each(storedCases('05_goal_attainment'))('it agrees with the stored figures of $id', (one) => {
  const result = goalAttainment(one.inputs as Goals, one.options['rho'] as number)
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.value, storedFigure(one, 'T'))).toBe(true)
  expect(agreesWithStored(result.denominator, storedFigure(one, 'denominator'))).toBe(true)
  expect(agreesWithStored(result.lowest, storedFigure(one, 'Tmin'))).toBe(true)
  expect(agreesWithStored(result.change, storedFigure(one, 'change'))).toBe(true)
})

test('it is 50 when every goal is as expected, whatever the weights', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (weights) => {
    expect(goalAttainment({ scores: weights.map(() => 0), weights })).toMatchObject({ value: 50 })
  }))
})

test('it does not mind the unit of the weights, and mirrors with the ratings', () => {
  fc.assert(fc.property(ratings, fc.integer({ min: 2, max: 9 }), (scores, unit) => {
    const one = goalAttainment({ scores, weights: even(scores) }) as { value: number }
    const other = goalAttainment({ scores: scores.map((score) => -score), weights: even(scores).map((weight) => weight * unit) }) as { value: number }
    expect(one.value + other.value).toBeCloseTo(100, 9)
  }))
})

test('it drops a goal without a rating, with its weight', () => {
  expect(goalAttainment({ scores: [1, null], weights: [1, 9] })).toMatchObject({ value: 60, n: 1, missing: 1, cautions: ['missing-values'] })
})

test('it has no answer for weights of zero or no rated goal', () => {
  expect(goalAttainment({ scores: [1, 2], weights: [0, 0] })).toMatchObject({ kind: 'not-computable', reason: 'all weights are zero' })
  expect(goalAttainment({ scores: [null], weights: [1] })).toMatchObject({ kind: 'too-few', needed: 1 })
})

test('it names the place of what cannot be', () => {
  expect(() => goalAttainment({ scores: [3], weights: [1] })).toThrow('scores, place 1: 3 was given where a rating from -2 to 2 belongs')
  expect(() => goalAttainment({ scores: [1], weights: [-1] })).toThrow('weights, place 1: -1')
  expect(() => goalAttainment({ scores: [1, 2], weights: [1] })).toThrow('weights: 2 weights belong here')
  expect(() => goalAttainment({ scores: [1], weights: [1] }, 1.2)).toThrow('rho: 1.2')
})
