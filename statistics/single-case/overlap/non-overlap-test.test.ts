import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { nonOverlapTest } from './non-overlap-test.ts'

const points = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
const up = { improvement: 'increase' } as const

test('it stands one continuity step from the middle, by hand', () => {
  // A 1, 3; B 2, 4: W = 1 of 4 pairs; variance 4/12 x 5; z = (1 - 2 + 0.5) / 1.29099
  const result = nonOverlapTest([1, 3], [2, 4], up)
  expect(result).toMatchObject({ nap: 0.75, wilcoxonW: 1, above: 3, pairs: 4 })
  expect((result as { value: number }).value).toBeCloseTo(0.34926, 4)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = nonOverlapTest(one.inputs['A'] as number[], one.inputs['B'] as number[], up)
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.value, storedFigure(one, 'nap.pOneSidedNormalApprox'))).toBe(true)
  expect(agreesWithStored(result.d, storedFigure(one, 'nap.d'))).toBe(true)
})

test('it falls as B rises', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = nonOverlapTest(A, B, up), raised = nonOverlapTest(A, B.map((value) => value + 100), up)
    if (one.kind === 'found' && raised.kind === 'found') expect(raised.value).toBeLessThanOrEqual(one.value + 1e-12)
  }))
})

test('it has no answer where all are equal', () => {
  expect(nonOverlapTest([2, 2], [2, 2, 2], up)).toMatchObject({ kind: 'not-computable', reason: 'all values are equal' })
  expect(nonOverlapTest([], [2], up)).toMatchObject({ kind: 'too-few' })
})
