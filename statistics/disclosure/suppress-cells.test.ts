import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditTable } from './audit-table.ts'
import { countTable } from './count-table.ts'
import { openSolver } from './solver.ts'
import { suppressCells } from './suppress-cells.ts'

const solver = await openSolver()
const tableOf = (cells: number[][]) => countTable(cells, cells.map((row) => row.reduce((a, b) => a + b, 0)), cells[0]!.map((_, j) => cells.reduce((all, row) => all + row[j]!, 0)), cells.flat().reduce((a, b) => a + b, 0))

// One small cell needs a rectangle; the cheapest has 12, 9 and 11 at its other corners.
test('it matches the hand case', () => {
  expect(suppressCells(tableOf([[12, 3, 20], [15, 18, 22], [9, 11, 14]]), 5, 'not-exact', solver)).toMatchObject({
    kind: 'found', secondaryTotal: 32, hidden: [[true, true, false], [false, false, false], [true, true, false]],
  })
})
test('it hides nothing where nothing is small', () => {
  expect(suppressCells(tableOf([[0, 30], [15, 0]]), 5, 'not-exact', solver)).toMatchObject({ kind: 'found', primary: [], secondary: [], secondaryTotal: 0 })
})
test('it says when a small cell stands alone in its row', () => {
  expect(suppressCells(tableOf([[2, 0, 0], [7, 18, 22], [9, 11, 14]]), 5, 'not-exact', solver)).toMatchObject({ kind: 'no-pattern', primary: [{ row: 0, column: 0 }] })
})
test('it keeps the wanted width for every small cell', () => {
  const answer = suppressCells(tableOf([[2, 13, 20], [15, 18, 22], [9, 6, 4]]), 5, 10, solver)
  if (answer.kind !== 'found') throw new Error('there is a pattern')
  for (const cell of answer.primary) {
    const bounds = answer.audit.find((other) => other.row === cell.row && other.column === cell.column)!
    expect(bounds.upper - bounds.lower).toBeGreaterThanOrEqual(10)
  }
})
// The same table with 20 in place of 3: nothing is small, but the 20 are sessions of three people.
test('it hides a large count that is of few people, with what protects it, and no zero', () => {
  const cells = [[12, 20, 0], [15, 18, 22], [9, 11, 14]]
  expect(suppressCells(tableOf(cells), 5, 'not-exact', solver)).toMatchObject({ primary: [], hidden: [[false, false, false], [false, false, false], [false, false, false]] })
  expect(suppressCells(tableOf(cells), 5, 'not-exact', solver, [{ row: 0, column: 1 }, { row: 0, column: 2 }])).toMatchObject({
    primary: [{ row: 0, column: 1 }], secondaryTotal: 32, hidden: [[true, true, false], [false, false, false], [true, true, false]] })
})
test('it says when margins do not add up or a cell is missing', () => {
  expect(suppressCells(countTable([[1, 2]], [4], [1, 2], 3), 5, 'not-exact', solver)).toMatchObject({ kind: 'not-computable' })
  expect(suppressCells(countTable([[1, null]], [3], [1, 2], 3), 5, 'not-exact', solver)).toMatchObject({ kind: 'not-computable' })
})
test('it refuses a threshold or a width that is none', () => {
  expect(() => suppressCells(tableOf([[1]]), 0, 'not-exact', solver)).toThrow('threshold: 0')
  expect(() => suppressCells(tableOf([[1]]), 5, -1, solver)).toThrow('minimumIntervalWidth: -1')
})
test('it never leaves a hidden cell exact, and never hides more than trying every pattern needs', () => {
  const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
  fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 2 }), (cells) => {
    const table = tableOf(cells)
    const answer = suppressCells(table, 4, 'not-exact', solver)
    const best = bestByTrying(cells, 4)
    if (answer.kind !== 'found') {
      expect(best).toBeNull()
      return
    }
    expect(answer.audit.some((cell) => cell.recoverable)).toBe(false)
    expect({ count: answer.secondary.length, total: answer.secondaryTotal }).toEqual(best)
  }), { numRuns: 12 })
})

// Every choice of non-zero cells that holds the small ones and survives the audit: the fewest, then the smallest sum.
function bestByTrying(cells: number[][], threshold: number): { count: number, total: number } | null {
  const flat = cells.flat()
  let best: { count: number, total: number } | null = null
  for (let choice = 0; choice < 2 ** flat.length; choice += 1) {
    const hides = (k: number) => (choice >> k) % 2 === 1
    if (flat.some((count, k) => (count === 0 && hides(k)) || (count > 0 && count < threshold && !hides(k)))) continue
    const secondary = flat.filter((count, k) => count >= threshold && hides(k))
    const total = secondary.reduce((a, b) => a + b, 0)
    if (best && (best.count < secondary.length || (best.count === secondary.length && best.total <= total))) continue
    const { rowTotals, columnTotals, grandTotal } = tableOf(cells)
    const audit = auditTable({ cells: cells.map((line, i) => line.map((count, j) => (hides(i * line.length + j) ? null : count))), rowTotals, columnTotals, grandTotal }, solver)
    if (audit.kind === 'found' && !audit.anyRecoverable) best = { count: secondary.length, total }
  }
  return best
}
