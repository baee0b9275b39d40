/* Runners for references/09_disclosure_control.json: suppression, audit, rounding. Rows and columns count from 1 there. */
import { auditTable } from '../disclosure/audit-table.ts'
import type { HiddenCell } from '../disclosure/audit-table.ts'
import { countTable } from '../disclosure/count-table.ts'
import type { Cell, CountTable } from '../disclosure/count-table.ts'
import { primaryCells } from '../disclosure/primary-cells.ts'
import { roundToBase } from '../disclosure/round-to-base.ts'
import { openSolver } from '../disclosure/solver.ts'
import type { Solver } from '../disclosure/solver.ts'
import { suppressCells } from '../disclosure/suppress-cells.ts'
import { wrongInput } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { list, number, oneOf } from './reading.ts'
import { reasonOf } from './telling.ts'

export const disclosureCases: Runners = {
  'cell-suppression-2d': suppression,
  'suppression-audit': audit,
  'rounding-to-base': rounding,
}

let opened: Promise<Solver> | undefined
const solver = () => (opened ??= openSolver())

async function suppression(inputs: Fields, options: Fields): Promise<unknown> {
  const table = tableOf(inputs, 'table')
  const threshold = number(options, 'threshold')
  const width = oneOf(options, 'protection', ['notExact', 'intervalWidth'], 'notExact') === 'intervalWidth' ? number(options, 'minimumIntervalWidth') : null
  const answer = suppressCells(table, threshold, width ?? 'not-exact', await solver())
  if (answer.kind === 'not-computable') return { status: reasonOf(answer) }
  const alone = auditTable(hide(table, primaryCells(table, threshold)), await solver())
  return {
    primary: asMatrix(table, answer.primary),
    primaryCount: answer.primary.length,
    feasible: answer.kind === 'found',
    recoverableWithPrimaryOnly: alone.kind === 'found' ? alone.hidden.filter((cell) => cell.recoverable).map((cell) => ({ ...fromOne(cell), value: cell.lower })) : reasonOf(alone),
    ...(answer.kind === 'found' ? {
      minSecondaryCount: answer.secondary.length,
      minSecondaryTotal: answer.secondaryTotal,
      oneOptimalPattern: answer.hidden.map((row) => row.map(Number)),
      attackIntervals: answer.audit.map((cell) => ({ ...fromOne(cell), value: table.cells[cell.row]![cell.column]!, lower: cell.lower, upper: cell.upper })),
    } : { status: `not computable: ${answer.reason}` }),
  }
}

async function audit(inputs: Fields): Promise<unknown> {
  const result = auditTable(tableOf(inputs, 'published'), await solver())
  if (result.kind !== 'found') return { status: reasonOf(result) }
  return { intervals: result.hidden.map(interval), anyRecoverable: result.anyRecoverable }
}

function interval(cell: HiddenCell): Fields {
  const trueValue = cell.recoverable ? cell.lower : 'not computable: more than one value is possible'
  return { ...fromOne(cell), trueValue, lower: cell.lower, upper: cell.upper, recoverable: cell.recoverable }
}

function rounding(inputs: Fields, options: Fields): unknown {
  return roundToBase(rowsOf(inputs, 'table'), number(options, 'base'))
}

function tableOf(inputs: Fields, key: string): CountTable {
  return countTable(rowsOf(inputs, key), list(inputs, 'rowTotals'), list(inputs, 'columnTotals'), inputs.grandTotal)
}

function rowsOf(inputs: Fields, key: string): unknown[][] {
  return list(inputs, key).map((row, i) => {
    if (Array.isArray(row)) return row as unknown[]
    throw wrongInput(`inputs.${key}, row ${i + 1}`, 'a list of counts belongs here')
  })
}

const fromOne = ({ row, column }: Cell) => ({ row: row + 1, column: column + 1 })
const isIn = (cells: readonly Cell[], row: number, column: number) => cells.some((cell) => cell.row === row && cell.column === column)
const asMatrix = (table: CountTable, cells: readonly Cell[]) => table.cells.map((row, i) => row.map((_, j) => Number(isIn(cells, i, j))))
const hide = (table: CountTable, cells: readonly Cell[]): CountTable => ({ ...table, cells: table.cells.map((row, i) => row.map((count, j) => (isIn(cells, i, j) ? null : count))) })
