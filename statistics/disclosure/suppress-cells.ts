import { sum } from '../arithmetic/sum.ts'
import { notComputable, wrongInput } from '../result.ts'
import type { NotComputable } from '../result.ts'
import { auditTable } from './audit-table.ts'
import type { HiddenCell } from './audit-table.ts'
import { marginFault } from './count-table.ts'
import type { Cell, CountTable } from './count-table.ts'
import { primaryCells } from './primary-cells.ts'
import { someRoom, wideRoom } from './protection-program.ts'
import type { Candidate } from './protection-program.ts'
import type { Program, Solver } from './solver.ts'

/** "not-exact": nothing hidden may follow from the rest. A number: each primary cell's bounds must be that far apart. */
export type Protection = 'not-exact' | number
export type Suppression = {
  kind: 'found', method: string, exact: true
  primary: Cell[]
  secondary: Cell[]
  /** True at the place of every hidden cell. */
  hidden: boolean[][]
  secondaryTotal: number
  /** What a reader can still work out, freshly audited on the published table. */
  audit: HiddenCell[]
}
export type NoPattern = { kind: 'no-pattern', method: string, primary: Cell[], reason: string }

/**
 * Which cells must be hidden besides the small ones, so that nobody can be worked out, and as few as can be?
 * Assumes: all margins are published; the reader knows the table only (see `auditTable`). Zeros are published, never partners.
 * Convention: first the fewest other cells, then the smallest sum of their counts; proven by whole-number programming, then
 * audited afresh. Rules against a cell that follows from the rest are added as such cells turn up. Where a cell counts something
 * else than people (sessions), a large count can still be of few people: such cells are given in `also` and are hidden like small ones.
 * Reference: Fischetti & Salazar-Gonzalez 2001, Management Science 47:1008-1027.
 */
export function suppressCells(table: CountTable, threshold: number, protection: Protection, solver: Solver, also: readonly Cell[] = []): Suppression | NoPattern | NotComputable {
  const method = protection === 'not-exact' ? 'cell suppression, nothing exact' : `cell suppression, bounds at least ${protection} apart`
  if (!Number.isInteger(threshold) || threshold < 1) throw wrongInput('threshold', `${threshold} was given where a whole number from 1 belongs`)
  if (protection !== 'not-exact' && !(protection > 0)) throw wrongInput('minimumIntervalWidth', `${protection} was given where a width above 0 belongs`)
  const primary = [...primaryCells(table, threshold), ...also.filter((cell) => isOfFew(table, cell, threshold))]
  const fault = marginFault(table) ?? (table.cells.flat().includes(null) ? 'a cell of the table to be protected is missing' : null)
  if (fault) return notComputable({ method, n: primary.length, reason: fault })

  const hiding = { table, protection, solver, candidates: candidatesOf(table, primary) }
  const fewest = protect(hiding, primary, null)
  if (!fewest) return { kind: 'no-pattern', method, primary, reason: 'no choice of cells protects the small ones while all margins are published: merge categories or withhold a margin' }
  const count = fewest.chosen.length - primary.length
  const best = protect(hiding, fewest.guarded, count) ?? fewest
  const secondary = best.chosen.filter((cell) => !cell.primary)
  return {
    kind: 'found', method, exact: true, primary, audit: best.audit,
    secondary: secondary.map(({ row, column }) => ({ row, column })),
    hidden: pattern(table, best.chosen),
    secondaryTotal: sum(secondary.map((cell) => cell.count)),
  }
}

type Hiding = { table: CountTable, protection: Protection, solver: Solver, candidates: Candidate[] }
type Answer = { chosen: Candidate[], audit: HiddenCell[], guarded: Cell[] }

// With `count` given: the smallest sum among patterns of that many cells; without: the fewest cells.
function protect(hiding: Hiding, guardedAtFirst: readonly Cell[], count: number | null): Answer | null {
  const guarded = [...guardedAtFirst]
  for (;;) {
    const solution = hiding.solver(programOf(hiding, guarded, count))
    if (!solution) return null
    const chosen = hiding.candidates.filter((cell) => cell.primary || solution.of(cell.name) > 0.5)
    const audit = auditTable(withHidden(hiding.table, chosen), hiding.solver)
    if (audit.kind !== 'found') throw new Error(`a pattern could not be audited: ${audit.reason}`)
    const exposed = hiding.protection === 'not-exact' ? audit.hidden.filter((cell) => cell.recoverable && !guarded.some((other) => isSame(cell, other))) : []
    if (exposed.length === 0) return { chosen, audit: audit.hidden, guarded }
    guarded.push(...exposed)
  }
}

function programOf({ candidates, protection }: Hiding, guarded: readonly Cell[], count: number | null): Program {
  const targets = candidates.filter((cell) => guarded.some((other) => isSame(cell, other)))
  const blocks = targets.map((target) => (protection === 'not-exact' ? someRoom(target, candidates) : wideRoom(target, candidates, protection)))
  const free = candidates.filter((cell) => !cell.primary)
  const all = candidates.map((cell) => [1, cell.name] as const)
  return {
    sense: 'least',
    goal: count === null ? all : candidates.map((cell) => [cell.primary ? 0 : cell.count, cell.name] as const),
    rules: [
      ...candidates.filter((cell) => cell.primary).map((cell) => ({ terms: [[1, cell.name] as const], is: '=' as const, bound: 1 })),
      ...(count === null || free.length === 0 ? [] : [{ terms: free.map((cell) => [1, cell.name] as const), is: '=' as const, bound: count }]),
      ...blocks.flatMap((block) => block.rules),
    ],
    ranges: blocks.flatMap((block) => block.ranges),
    yesOrNo: candidates.map((cell) => cell.name),
  }
}

function candidatesOf({ cells, rowTotals, columnTotals }: CountTable, primary: readonly Cell[]): Candidate[] {
  return cells.flatMap((row, i) => row.flatMap((count, column) => {
    const cell = { row: i, column }
    const most = Math.min(rowTotals[i]!, columnTotals[column]!)
    return count === null || count === 0 ? [] : [{ ...cell, name: `c${i}_${column}`, count, most, primary: primary.some((other) => isSame(cell, other)) }]
  }))
}

function withHidden(table: CountTable, chosen: readonly Cell[]): CountTable {
  const hidden = pattern(table, chosen)
  return { ...table, cells: table.cells.map((row, i) => row.map((count, j) => (hidden[i]![j] ? null : count))) }
}

function pattern({ cells }: CountTable, chosen: readonly Cell[]): boolean[][] {
  return cells.map((row, i) => row.map((_, j) => chosen.some((cell) => isSame(cell, { row: i, column: j }))))
}

// Of those given besides: what is no small count already, and not nobody.
const isOfFew = ({ cells }: CountTable, { row, column }: Cell, threshold: number) => (cells[row]?.[column] ?? 0) >= threshold
const isSame = (one: Cell, other: Cell) => one.row === other.row && one.column === other.column
