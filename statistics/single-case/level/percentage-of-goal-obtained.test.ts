import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { percentageOfGoalObtained } from './percentage-of-goal-obtained.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 })

test('it is the part of the way gone, by hand', () => {
  // from 2 to 5 on the way to 8: 50; squares: 2/2 (1 + 0.25) + 8/2 = 5.25
  const result = percentageOfGoalObtained([1, 3], [3, 7], { goal: 8 }) as { value: number, se: number }
  expect(result.value).toBe(50)
  expect(result.se).toBeCloseTo(100 * Math.sqrt(5.25) / 6, 10)
})

test.each(storedCases('01_ab_effect_sizes').filter((one) => 'PoGO' in one.expected))('it agrees with the stored figures of $id', (one) => {
  const result = percentageOfGoalObtained(one.inputs['A'] as number[], one.inputs['B'] as number[], one.options as { goal: number })
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'PoGO.est'))).toBe(true)
  expect(agreesWithStored(result.kind === 'found' ? result.se : null, storedFigure(one, 'PoGO.se'))).toBe(true)
})

test('it does not mind where zero is, nor whether the goal lies above or below', () => {
  fc.assert(fc.property(points, points, fc.integer({ min: -50, max: 50 }), (A, B, shift) => {
    const one = percentageOfGoalObtained(A, B, { goal: 20 })
    const moved = percentageOfGoalObtained(A.map((value) => shift - value), B.map((value) => shift - value), { goal: shift - 20 })
    expect(one.kind === 'found' && moved.kind === 'found' && Math.abs(one.value - moved.value) < 1e-8 && Math.abs(one.se! - moved.se!) < 1e-8).toBe(true)
  }))
})

test('it has no answer where the goal was met before the start', () => {
  expect(percentageOfGoalObtained([4, 6], [7, 8], { goal: 5 })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('no way to go') as string })
})

test('it has no error with one point, and refuses a goal that is a text', () => {
  expect(percentageOfGoalObtained([4], [7, 8], { goal: 10 })).toMatchObject({ kind: 'found', se: null, interval: null })
  expect(percentageOfGoalObtained([4], [], { goal: 10 })).toMatchObject({ kind: 'too-few' })
  expect(() => percentageOfGoalObtained([4, 5], [7, 8], { goal: 'ten' as never })).toThrow('goal: the text "ten"')
})
