import { notComputable, wrongInput } from '../result.ts'
import type { NotComputable } from '../result.ts'
import { marginFault } from './count-table.ts'
import type { Cell, CountTable } from './count-table.ts'
import type { Program, Solver, Terms } from './solver.ts'

export type ReleaseBounds = Cell & { lower: number, upper: number }
export type ReleaseAudit = {
  kind: 'found', method: string, exact: true
  /** Hidden cells that follow once both releases are known. */
  exposedFirst: ReleaseBounds[]
  exposedSecond: ReleaseBounds[]
  /** Cells whose change is known and small: it speaks of 1 to threshold - 1 people. */
  smallChanges: ReleaseBounds[]
  /** Totals whose change is known (all totals are published) and small. */
  smallTotals: { line: 'row' | 'column' | 'grand', place: number, change: number }[]
}
/** Do counts only grow from the first release to the second (people so far), or may they fall (people now)? */
export type Course = 'only-grows' | 'may-fall'

/**
 * What can a reader work out by laying two releases of the same table side by side?
 * Assumes: the reader knows both releases, and that counts are 0, 1, 2, ….
 * Convention: exact bounds by linear programming over both tables at once; "only-grows" adds that no cell falls, which tells the
 * reader more. A change of 1 to threshold - 1 people is as small as a cell of that size.
 * Reference: Willenborg & de Waal 2001, ch. 6; Hundepool et al. 2012, section 5.5 (linked tables).
 */
export function auditReleases(first: CountTable, second: CountTable, rule: { threshold: number, course: Course }, solver: Solver): ReleaseAudit | NotComputable {
  const method = `audit of two releases, ${rule.course}`
  if (first.rowTotals.length !== second.rowTotals.length || first.columnTotals.length !== second.columnTotals.length) throw wrongInput('second', 'the second release has another shape than the first')
  const fault = marginFault(first) ?? marginFault(second)
  if (fault) return notComputable({ method, n: 2, reason: fault })

  const rules = bothTables(first, second, rule.course)
  const places = first.cells.flatMap((row, i) => row.map((_, column) => ({ row: i, column })))
  const bounds = (cells: readonly Cell[], goal: (cell: Cell) => Terms) => cells.map((cell) => boundsOf(cell, goal(cell), rules, solver))
  const [exposedFirst, exposedSecond, changes] = [
    bounds(places.filter((cell) => countAt(first, cell) === null), (cell) => [[1, nameOf('a', cell)]]),
    bounds(places.filter((cell) => countAt(second, cell) === null), (cell) => [[1, nameOf('b', cell)]]),
    bounds(places, (cell) => [[1, nameOf('b', cell)], [-1, nameOf('a', cell)]]),
  ].map((list) => list.filter((cell) => cell !== null && cell.lower === cell.upper) as ReleaseBounds[]) as [ReleaseBounds[], ReleaseBounds[], ReleaseBounds[]]
  if (!solver({ sense: 'least', goal: [[1, nameOf('a', { row: 0, column: 0 })]], rules, ranges: [], yesOrNo: [] })) return notComputable({ method, n: 2, reason: 'no counts fit both releases' })

  const isSmall = (change: number) => Math.abs(change) > 0 && Math.abs(change) < rule.threshold
  return { kind: 'found', method, exact: true, exposedFirst, exposedSecond, smallChanges: changes.filter((cell) => isSmall(cell.lower)), smallTotals: totals(first, second).filter((total) => isSmall(total.change)) }
}

function boundsOf(cell: Cell, goal: Terms, rules: Program['rules'], solver: Solver): ReleaseBounds | null {
  const [least, most] = (['least', 'most'] as const).map((sense) => solver({ sense, goal, rules, ranges: [], yesOrNo: [] }))
  return least && most ? { ...cell, lower: Math.round(least.goal), upper: Math.round(most.goal) } : null
}

function bothTables(first: CountTable, second: CountTable, course: Course): Program['rules'] {
  const grows = course === 'may-fall' ? [] : first.cells.flatMap((row, i) => row.map((_, column) => (
    { terms: [[1, nameOf('b', { row: i, column })], [-1, nameOf('a', { row: i, column })]] as Terms, is: '>=' as const, bound: 0 })))
  return [...oneTable(first, 'a'), ...oneTable(second, 'b'), ...grows]
}

function oneTable({ cells, rowTotals, columnTotals }: CountTable, release: 'a' | 'b'): Program['rules'] {
  const equal = (places: readonly Cell[], bound: number) => ({ terms: places.map((cell) => [1, nameOf(release, cell)] as const), is: '=' as const, bound })
  return [
    ...rowTotals.map((total, row) => equal(columnTotals.map((_, column) => ({ row, column })), total)),
    ...columnTotals.map((total, column) => equal(rowTotals.map((_, row) => ({ row, column })), total)),
    ...cells.flatMap((line, row) => line.flatMap((count, column) => (count === null ? [] : [equal([{ row, column }], count)]))),
  ]
}

function totals(first: CountTable, second: CountTable): ReleaseAudit['smallTotals'] {
  return [
    ...first.rowTotals.map((total, place) => ({ line: 'row' as const, place, change: second.rowTotals[place]! - total })),
    ...first.columnTotals.map((total, place) => ({ line: 'column' as const, place, change: second.columnTotals[place]! - total })),
    { line: 'grand' as const, place: 0, change: second.grandTotal - first.grandTotal },
  ]
}

const countAt = (table: CountTable, { row, column }: Cell) => table.cells[row]?.[column] ?? null
const nameOf = (release: 'a' | 'b', { row, column }: Cell) => `${release}${row}_${column}`
