import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import { conservativeDualCriterion } from './conservative-dual-criterion.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 })
const up = { improvement: 'increase' } as const

test('it counts the points above both raised lines, by hand', () => {
  // A 2, 4, 3: mean 3, SD 1, line 2 + 0.5 t; raised by 0.25: 3.25 and 4.25, 4.75, 5.25 at 4, 5, 6; B 5, 4, 6: two above both
  expect(conservativeDualCriterion([2, 4, 3], [5, 4, 6], up)).toMatchObject({ above: 2, value: 0.5, systematic: false })
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = conservativeDualCriterion(one.inputs['A'] as number[], one.inputs['B'] as number[], up)
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(result.value).toBeCloseTo(storedFigure(one, 'cdc.p') as number, 9)
  expect(result.systematic).toBe(storedFigure(one, 'cdc.cdc') === 'systematic change')
})

test('it never grows when B falls', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = conservativeDualCriterion(A, B, up), lower = conservativeDualCriterion(A, B.map((value) => value - 1), up)
    expect(one.kind === 'found' && lower.kind === 'found' && lower.above <= one.above).toBe(true)
  }))
})

test('it needs two points in A; equal ones will do', () => {
  expect(conservativeDualCriterion([1], [2, 3], up)).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(conservativeDualCriterion([3, 3], [3, 4], up)).toMatchObject({ above: 1 })
})
