import { expect, test } from 'vitest'
import { piecewiseColumns } from './piecewise-columns.ts'

test('it counts time from the first point of the series and of B', () => {
  const { columns, outcome, missing } = piecewiseColumns({ time: [3, 4, 6, 8, 9], phaseB: [0, 0, 1, 1, 1], outcome: [5, 6, 7, 8, 9] })
  expect(columns).toEqual([[1, 1, 1, 1, 1], [0, 1, 3, 5, 6], [0, 0, 1, 1, 1], [0, 0, 0, 2, 3]])
  expect(outcome).toEqual([5, 6, 7, 8, 9])
  expect(missing).toBe(0)
})

test('it leaves out points without an outcome and keeps the times', () => {
  const { columns, outcome, missing } = piecewiseColumns({ time: [1, 2, 3, 4], phaseB: [0, 0, 1, 1], outcome: [null, 6, null, 8] })
  expect(columns).toEqual([[1, 1], [1, 3], [0, 1], [0, 1]])
  expect([outcome, missing]).toEqual([[6, 8], 2])
})

test('it names the place of what does not fit', () => {
  expect(() => piecewiseColumns({ time: [1], phaseB: [0, 1], outcome: [3, 4] })).toThrow('outcome: time, phaseB and outcome need the same length')
  expect(() => piecewiseColumns({ time: [1, 2], phaseB: [0, 2], outcome: [3, 4] })).toThrow('phaseB: 0 or 1')
  expect(() => piecewiseColumns({ time: [1, null as never], phaseB: [0, 1], outcome: [3, 4] })).toThrow('time: no value may be missing here')
})
