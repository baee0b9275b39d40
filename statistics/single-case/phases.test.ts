import { expect, test } from 'vitest'
import { phaseCautions, phases, tooFewPoints, towards } from './phases.ts'

test('it closes up over missing points and counts them', () => {
  expect(phases([4, null, 6], [null, 7])).toEqual({ A: [4, 6], B: [7], n: 3, missing: 2 })
})

test('it turns the phases where less is better', () => {
  expect(towards('decrease', phases([1, 2], [3]))).toMatchObject({ A: [-1, -2], B: [-3] })
  expect(towards('increase', phases([1, 2], [3]))).toMatchObject({ A: [1, 2], B: [3] })
  expect(() => towards('sideways' as never, phases([1], [2]))).toThrow('improvement: "increase" or "decrease" belongs here')
})

test('it names the place of a text among the points', () => {
  expect(() => phases([1, 'two' as never], [3])).toThrow('A, place 2: the text "two"')
})

test('it says which phase is too short', () => {
  expect(tooFewPoints('a method', phases([1], [2, 3]), { A: 2, B: 1 })).toMatchObject({ reason: '1 points in phase A where at least 2 are needed' })
  expect(tooFewPoints('a method', phases([1, 2], []), { A: 2, B: 1 })).toMatchObject({ reason: '0 points in phase B where at least 1 are needed' })
  expect(tooFewPoints('a method', phases([1, 2], [3]), { A: 2, B: 1 })).toBeNull()
})

test('it cautions about short phases and missing points', () => {
  expect(phaseCautions(phases([1, null, 3, 2, 4], [1, 2, 3, 4, 5]))).toEqual(['missing-values', 'few-points'])
  expect(phaseCautions(phases([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), 'taken-off')).toEqual([])
  expect(phaseCautions(phases([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]))).toEqual(['trend-in-baseline'])
})
