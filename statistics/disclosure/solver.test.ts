import { expect, test } from 'vitest'
import { openSolver } from './solver.ts'

const solver = await openSolver()

// x + y <= 4, x - y = 1: x + 2y is largest at 2.5, 1.5.
test('it solves a linear program', () => {
  const solution = solver({ sense: 'most', goal: [[1, 'x'], [2, 'y']], rules: [{ terms: [[1, 'x'], [1, 'y']], is: '<=', bound: 4 }, { terms: [[1, 'x'], [-1, 'y']], is: '=', bound: 1 }], ranges: [], yesOrNo: [] })
  expect(solution?.goal).toBeCloseTo(5.5, 9)
  expect(solution?.of('y')).toBeCloseTo(1.5, 9)
})
test('it chooses yes or no', () => {
  const solution = solver({ sense: 'least', goal: [[3, 'a'], [2, 'b'], [2, 'c']], rules: [{ terms: [[2, 'a'], [1, 'b'], [1, 'c']], is: '>=', bound: 2 }], ranges: [], yesOrNo: ['a', 'b', 'c'] })
  expect(solution?.goal).toBeCloseTo(3, 9)
})
test('it keeps to ranges below zero', () => {
  expect(solver({ sense: 'least', goal: [[1, 'x']], rules: [{ terms: [[1, 'x']], is: '<=', bound: 9 }], ranges: [{ variable: 'x', from: -3, to: 9 }], yesOrNo: [] })?.goal).toBeCloseTo(-3, 9)
})
test('it says when nothing obeys all rules', () => {
  expect(solver({ sense: 'least', goal: [[1, 'x']], rules: [{ terms: [[1, 'x']], is: '<=', bound: -1 }], ranges: [], yesOrNo: [] })).toBeNull()
})
test('it does not pass off a stop as an answer', () => {
  expect(() => solver({ sense: 'most', goal: [[1, 'x']], rules: [{ terms: [[1, 'x']], is: '>=', bound: 1 }], ranges: [], yesOrNo: [] })).toThrow('before the proven optimum')
})
