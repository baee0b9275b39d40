import { sum } from '../arithmetic/sum.ts'
import { notComputable } from '../result.ts'
import type { NotComputable } from '../result.ts'
import { marginFault } from './count-table.ts'
import type { Cell, CountTable } from './count-table.ts'
import type { Program, Solver } from './solver.ts'

export type HiddenCell = Cell & { lower: number, upper: number, recoverable: boolean }
export type Audit = { kind: 'found', method: string, exact: true, hidden: HiddenCell[], anyRecoverable: boolean }

/**
 * What can a reader work out about every hidden cell from the published ones and the margins?
 * Assumes: the reader knows only the table, and that counts are 0, 1, 2, …. One who knows the rule by which cells were hidden
 * can know more; other tables of the same people too (see `auditReleases`).
 * Convention: exact bounds; a two-way table with margins has whole-number ends, so the linear program finds them. Hidden cells
 * are listed column by column.
 * Reference: Willenborg & de Waal 2001, Elements of Statistical Disclosure Control, ch. 6.
 */
export function auditTable(table: CountTable, solver: Solver): Audit | NotComputable {
  const method = 'audit of hidden cells'
  const fault = marginFault(table)
  const cells = hiddenCells(table)
  if (fault) return notComputable({ method, n: cells.length, reason: fault })

  const rules = lineRules(table, cells)
  const hidden: HiddenCell[] = []
  for (const cell of cells) {
    const [least, most] = (['least', 'most'] as const).map((sense) => solver({ sense, goal: [[1, nameOf(cell)]], rules, ranges: [], yesOrNo: [] }))
    if (!least || !most) return notComputable({ method, n: cells.length, reason: 'no counts in the hidden cells add up to the margins' })
    const [lower, upper] = [Math.round(least.goal), Math.round(most.goal)]
    hidden.push({ ...cell, lower, upper, recoverable: lower === upper })
  }
  return { kind: 'found', method, exact: true, hidden, anyRecoverable: hidden.some((cell) => cell.recoverable) }
}

function hiddenCells({ cells, columnTotals }: CountTable): Cell[] {
  return columnTotals.flatMap((_, column) => cells.flatMap((row, i) => (row[column] === null ? [{ row: i, column }] : [])))
}

// What the hidden cells of each row and each column add up to.
function lineRules({ cells, rowTotals, columnTotals }: CountTable, hidden: readonly Cell[]): Program['rules'] {
  const rule = (inLine: readonly Cell[], left: number) => ({ terms: inLine.map((cell) => [1, nameOf(cell)] as const), is: '=' as const, bound: left })
  const known = (line: readonly (number | null)[]) => sum(line.map((cell) => cell ?? 0))
  return [
    ...rowTotals.map((total, i) => rule(hidden.filter((cell) => cell.row === i), total - known(cells[i]!))),
    ...columnTotals.map((total, j) => rule(hidden.filter((cell) => cell.column === j), total - known(cells.map((row) => row[j]!)))),
  ].filter((one) => one.terms.length > 0)
}

const nameOf = ({ row, column }: Cell) => `x${row}_${column}`
