import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { phases } from '../phases.ts'
import { tarlowParts, tarlowTau } from './tarlow-tau.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 })
const up = { improvement: 'increase' } as const

test('it leaves a short baseline alone, by hand', () => {
  // A 1, 2, 3 cannot reach p 0.05 (S 3, variance 11/3, z 1.567); so tau-b of A and B 5, 5 as they are: 6 / sqrt(9 x 6)
  const result = tarlowTau([1, 2, 3], [5, 5], up)
  expect(result).toMatchObject({ kind: 'found', corrected: false })
  expect((result as { value: number }).value).toBeCloseTo(6 / Math.sqrt(54), 12)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = tarlowTau(one.inputs['A'] as number[], one.inputs['B'] as number[], { ...up, ties: 'exact' })
  const parts = tarlowParts(phases(one.inputs['A'] as number[], one.inputs['B'] as number[]), 'exact')
  expect(agreesWithStored(result.kind === 'found' ? result.tau : null, storedFigure(one, 'baselineCorrectedTau.tau'))).toBe(true)
  expect(agreesWithStored(result.kind === 'found' ? result.p : null, storedFigure(one, 'baselineCorrectedTau.p'))).toBe(true)
  expect(agreesWithStored(parts.baselineTrend.p, storedFigure(one, 'baselineCorrectedTau.baselineTrend.p'))).toBe(true)
  expect(agreesWithStored(parts.afterCorrection.tau, storedFigure(one, 'baselineCorrectedTau.afterCorrection.tau'))).toBe(true)
})

test('it corrects a long steady rise, and then finds nothing to compare', () => {
  expect(tarlowTau([1, 2, 3, 4, 5, 6], [7, 8, 9, 10], up)).toMatchObject({ kind: 'not-computable', reason: 'all compared values are equal' })
})

test('it changes only its sign when less is better', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = tarlowTau(A, B, up), other = tarlowTau(A, B, { improvement: 'decrease' })
    expect(one.kind).toBe(other.kind)
    if (one.kind === 'found' && other.kind === 'found') expect(one.value).toBeCloseTo(-other.value, 12)
  }))
})

test('it needs two points in A', () => {
  expect(tarlowTau([1], [2, 3], up)).toMatchObject({ kind: 'too-few', needed: 2 })
})
