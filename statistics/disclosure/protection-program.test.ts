import { expect, test } from 'vitest'
import { someRoom, wideRoom } from './protection-program.ts'
import type { Candidate } from './protection-program.ts'
import { openSolver } from './solver.ts'

const solver = await openSolver()
const square: Candidate[] = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([row, column]) => ({ row: row!, column: column!, name: `c${row}${column}`, count: 3, most: 6, primary: row === 0 && column === 0 }))
const cellsNeeded = (block: ReturnType<typeof someRoom>) => solver({
  sense: 'least', goal: square.map((cell) => [1, cell.name] as const), yesOrNo: square.map((cell) => cell.name),
  rules: [...block.rules, { terms: [[1, 'c00']], is: '=', bound: 1 }], ranges: block.ranges,
})

test('it takes a rectangle to give a cell some room', () => expect(cellsNeeded(someRoom(square[0]!, square))?.goal).toBeCloseTo(4, 6))
test('it takes a rectangle to give a cell six', () => expect(cellsNeeded(wideRoom(square[0]!, square, 6))?.goal).toBeCloseTo(4, 6))
test('it cannot give more than the margins hold', () => expect(cellsNeeded(wideRoom(square[0]!, square, 7))).toBeNull())
