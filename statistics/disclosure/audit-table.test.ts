import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditTable } from './audit-table.ts'
import { countTable } from './count-table.ts'
import { openSolver } from './solver.ts'

const solver = await openSolver()
const totals = (cells: number[][]) => [cells.map((row) => row.reduce((a, b) => a + b, 0)), cells[0]!.map((_, j) => cells.reduce((all, row) => all + row[j]!, 0)), cells.flat().reduce((a, b) => a + b, 0)] as const

// Hidden 3 12 / 15 18 with row sums 15 and 33, column sums 18 and 30: the first can be 0 to 15.
test('it matches the hand case', () => {
  const audit = auditTable(countTable([[null, null, 20], [null, null, 22], [9, 11, 14]], [35, 55, 34], [27, 41, 56], 124), solver)
  expect(audit).toMatchObject({ anyRecoverable: false })
  expect(audit.kind === 'found' && audit.hidden.map(({ lower, upper }) => [lower, upper])).toEqual([[0, 15], [3, 18], [0, 15], [15, 30]])
})
test('it recovers a cell hidden alone in its row', () => {
  expect(auditTable(countTable([[null, 4], [5, 6]], [7, 11], [8, 10], 18), solver)).toMatchObject({ anyRecoverable: true, hidden: [{ lower: 3, upper: 3, recoverable: true }] })
})
test('it has nothing to say of a table without hidden cells', () => {
  expect(auditTable(countTable([[1]], [1], [1], 1), solver)).toMatchObject({ hidden: [], anyRecoverable: false })
})
test('it says when margins do not add up, or no counts fit', () => {
  expect(auditTable(countTable([[1]], [2], [1], 1), solver)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('row 1') })
  expect(auditTable(countTable([[null, 1], [null, 1]], [9, 1], [2, 2], 10), solver)).toMatchObject({ kind: 'not-computable' })
})
test('it always holds the true count, and finds the bounds that counting finds', () => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 })
  fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 2 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (cells, hide) => {
    const published = cells.map((line, i) => line.map((count, j) => (hide[2 * i + j] ? null : count)))
    const audit = auditTable(countTable(published, ...totals(cells)), solver)
    if (audit.kind !== 'found') throw new Error('true tables fit their margins')
    // The first cell of a two-by-two table tells the other three.
    const [[a], rows, columns] = [cells[0]!, totals(cells)[0], totals(cells)[1]]
    const possible = Array.from({ length: 9 }, (_, x) => [[x, rows[0]! - x], [columns[0]! - x, rows[1]! - columns[0]! + x]])
      .filter((table) => table.flat().every((count) => count >= 0))
      .filter((table) => published.flat().every((count, k) => count === null || count === table.flat()[k]))
    expect(possible.some((table) => table[0]![0] === a)).toBe(true)
    for (const cell of audit.hidden) {
      const values = possible.map((table) => table[cell.row]![cell.column]!)
      expect([cell.lower, cell.upper]).toEqual([Math.min(...values), Math.max(...values)])
    }
  }), { numRuns: 40 })
})
