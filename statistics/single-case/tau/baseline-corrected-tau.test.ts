import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { baselineCorrectedKendall, baselineCorrectedTau } from './baseline-corrected-tau.ts'
import type { Reading } from '../overlap/non-overlap-of-all-pairs.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 })
const up: Reading = { improvement: 'increase' }

test('it takes the line of A off both phases, by hand', () => {
  // A 1, 2, 3: slope 1, intercept 0; B 5, 5 at times 4 and 5 leave 1 and 0; against 0, 0, 0: three better, three ties
  expect(baselineCorrectedTau([1, 2, 3], [5, 5], up)).toMatchObject({ value: 0.5, slope: 1, intercept: 0 })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figures of $id', (one) => {
  const [A, B] = [one.inputs['A'] as number[], one.inputs['B'] as number[]]
  const exact = baselineCorrectedTau(A, B, { ...one.options as Reading, ties: 'exact' })
  const tolerant = baselineCorrectedTau(A, B, one.options as Reading)
  const kendall = baselineCorrectedKendall(A, B, one.options as Reading)
  expect(agreesWithStored(exact.kind === 'found' ? exact.se : null, storedFigure(one, 'TauBC.se'))).toBe(true)
  expect(agreesWithStored(tolerant.kind === 'found' ? tolerant.value : null, storedFigure(one, 'TauBC.estTieTolerant'))).toBe(true)
  expect(agreesWithStored(kendall.kind === 'found' ? kendall.value : null, storedFigure(one, 'TauBC_Kendall.est'))).toBe(true)
})

test('it does not mind a straight line added to the whole series', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -5, max: 5 }), (A, B, slope) => {
    const tilt = (values: number[], from: number): number[] => values.map((value, i) => value + slope * (from + i))
    const one = baselineCorrectedTau(A, B, up), other = baselineCorrectedTau(tilt(A, 1), tilt(B, A.length + 1), up)
    expect(one.kind === 'found' && other.kind === 'found' && Math.abs(one.value - other.value) < 1e-12).toBe(true)
  }))
})

test('it finds no change where the line of A simply goes on, however it rounds', () => {
  expect(baselineCorrectedTau([0.1, 0.2, 0.3, 0.4, 0.5], [0.6, 0.7, 0.8, 0.9, 1], up)).toMatchObject({ value: 0 })
  expect(baselineCorrectedKendall([0.1, 0.2, 0.3, 0.4, 0.5], [0.6, 0.7, 0.8, 0.9, 1], up)).toMatchObject({ value: 0, cautions: ['all-tied'] })
})

test('it needs two points for a line', () => {
  expect(baselineCorrectedTau([4], [6, 7], up)).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(baselineCorrectedKendall([4], [6, 7], up)).toMatchObject({ kind: 'too-few', needed: 2 })
})
