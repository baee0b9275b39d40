import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { nonOverlapOfAllPairs } from './non-overlap-of-all-pairs.ts'
import type { Reading } from './non-overlap-of-all-pairs.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 })
const up: Reading = { improvement: 'increase' }

test('it is 3.5 of 6 pairs by hand', () => {
  // A 2, 3; B 3, 1, 5: three pairs better, one tie, two worse
  expect(nonOverlapOfAllPairs([2, 3], [3, 1, 5], up)).toMatchObject({ value: 3.5 / 6, n: 5, missing: 0, kind: 'found' })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figures of $id', (one) => {
  const { A, B } = one.inputs as { A: number[], B: number[] }
  const result = nonOverlapOfAllPairs(A, B, one.options as Reading)
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.value, storedFigure(one, 'NAP.est'))).toBe(true)
  expect(agreesWithStored(result.se, storedFigure(one, 'NAP.se'))).toBe(true)
  expect(agreesWithStored(result.interval?.lower, storedFigure(one, 'NAP.ciLower'))).toBe(true)
  expect(agreesWithStored(result.interval?.upper, storedFigure(one, 'NAP.ciUpper'))).toBe(true)
})

test('it does not mind the order within a phase', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    expect(nonOverlapOfAllPairs([...A].reverse(), B, up)).toMatchObject({ value: (nonOverlapOfAllPairs(A, B, up) as { value: number }).value })
  }))
})

test('it becomes what is left to 1 when less is better', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const rise = nonOverlapOfAllPairs(A, B, up), fall = nonOverlapOfAllPairs(A, B, { improvement: 'decrease' })
    if (rise.kind !== 'found' || fall.kind !== 'found') throw new Error('both have an answer')
    expect(rise.value + fall.value).toBeCloseTo(1, 12)
    expect(rise.se).toBeCloseTo(fall.se!, 12)
    expect(rise.interval!.lower).toBeCloseTo(1 - fall.interval!.upper, 10)
  }))
})

test('it does not mind a constant added to every point', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const moved = nonOverlapOfAllPairs(A.map((value) => value + shift), B.map((value) => value + shift), up)
    expect(moved).toEqual(nonOverlapOfAllPairs(A, B, up))
  }))
})

test('it has an interval but no standard error with a one-point phase, and says so', () => {
  const result = nonOverlapOfAllPairs([4, 5, 6], [8], up)
  expect(result).toMatchObject({ value: 1, se: null, cautions: ['few-points', 'one-point-phase'], interval: { upper: 1 } })
})

test('it says that all is tied where all are equal', () => {
  expect(nonOverlapOfAllPairs([2, 2], [2, 2, 2], up)).toMatchObject({ value: 0.5, cautions: ['few-points', 'all-tied'] })
})

test('it needs a point in each phase', () => {
  expect(nonOverlapOfAllPairs([null, null], [1, 2], up)).toMatchObject({ kind: 'too-few', missing: 2, needed: 1 })
})

test('it refuses a confidence of 1.2', () => {
  expect(() => nonOverlapOfAllPairs([1, 2], [3, 4], { ...up, confidence: 1.2 })).toThrow('confidence: 1.2')
})
