import { expect, test } from 'vitest'
import { sessionCases } from './session-cases.ts'

const columns = { case: ['a', 'a', 'b'], time: [1, 2, 1], treatment: [0, 1, 0], outcome: [5, null, 6] }

test('it sorts sessions by case and leaves out and counts missing outcomes', () => {
  const { cases, missing } = sessionCases(columns)
  expect(missing).toBe(1)
  expect(cases.map(({ label, rows }) => [label, rows.map((row) => row.outcome)])).toEqual([['a', [5]], ['b', [6]]])
})
test('it reads phases where there are reversals', () => {
  expect(sessionCases({ ...columns, phase: ['1', '1', 2] }).cases[1]!.rows[0]!.phase).toBe('2')
})
test('it names the place of what does not belong', () => {
  expect(() => sessionCases({ ...columns, treatment: [0, 2, 0] })).toThrow('treatment, place 2')
  expect(() => sessionCases({ ...columns, time: [1, 'x', 1] })).toThrow('time, place 2')
  expect(() => sessionCases({ ...columns, outcome: [5, '6', 6] })).toThrow('outcome, place 2')
  expect(() => sessionCases({ ...columns, time: [1] })).toThrow('1 values where outcome has 3')
})
