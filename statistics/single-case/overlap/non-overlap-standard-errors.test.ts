import { expect, test } from 'vitest'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { dominance } from './dominance.ts'
import { nonOverlapStandardErrors } from './non-overlap-standard-errors.ts'
import { phases, towards } from '../phases.ts'
import type { Improvement } from '../phases.ts'

test('it follows the formulas by hand', () => {
  // A 1, 3; B 2, 4: three of four pairs better, NAP 0.75; row means 1 and 0.5, column means 0.5 and 1
  // Q1 = Q2 = 0.0625, X = 0.1875; V = (0.1875 + 2 x 0.0625 + 2 x 0.0625 - 0.375) / 1 = 0.0625
  const errors = nonOverlapStandardErrors(dominance([1, 3], [2, 4]), 0.75)
  expect(errors.se).toBeCloseTo(0.25, 14)
  expect(errors.seHanley).toBeCloseTo(Math.sqrt((0.1875 + 0.0625 + 0.0625) / 4), 14)
  expect(errors.seNull).toBeCloseTo(Math.sqrt(5 / 48), 14)
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figures of $id', (one) => {
  const { A, B } = towards(one.options['improvement'] as Improvement, phases(one.inputs['A'] as number[], one.inputs['B'] as number[]))
  const pairs = dominance(A, B)
  const errors = nonOverlapStandardErrors(pairs, (pairs.above + pairs.tied / 2) / (A.length * B.length))
  expect(agreesWithStored(errors.seHanley, storedFigure(one, 'NAP_SE_Hanley.se'))).toBe(true)
  expect(agreesWithStored(errors.seNull, storedFigure(one, 'NAP_SE_null.se'))).toBe(true)
})

test('it is never zero, however complete the separation', () => {
  expect(nonOverlapStandardErrors(dominance([1, 2, 3], [7, 8, 9, 9]), 1).se).toBeGreaterThan(0)
})

test('it has none for a phase of one point', () => {
  expect(nonOverlapStandardErrors(dominance([1], [7, 8]), 1).se).toBeNull()
})
