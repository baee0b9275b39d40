import { sql } from 'kysely'
import { openSolver, type Solver } from '../../../statistics/index.ts'
import { addMonths, type Day } from '../../platform/day.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { Work } from '../../platform/work.ts'
import { outcomes, protectedBands, protectedDelivery, type Counts } from './delivery.ts'

type Row = { programme: string, quarter: Day | null, outcome: string | null, sessions: number, people: number }
type Workers = { programme: string, workers: number, people: number }

/** Counts anew what each programme gave in this quarter and the three before, protects it, and keeps what may be told. Returns of how many programmes something is told. */
export async function countDeliveries(work: Work): Promise<number> {
  const from = quartersUntil(work.today)[0]!
  const { rows: counted } = await sql<Row>`select * from delivery_counts(${from})`.execute(work.db)
  const { rows: workers } = await sql<Workers>`select * from delivery_workers(${from})`.execute(work.db)
  const solver = await openSolver()
  const cells = [...Map.groupBy(counted, ({ programme }) => programme)].flatMap(([programme, rows]) => cellsToKeep(programme, { rows, quarters: quartersUntil(work.today), solver }))
  const bands = [...Map.groupBy(workers, ({ programme }) => programme)].flatMap(([programme, rows]) => bandsOf(rows).map((band) => ({ programme, ...band })))
  await sql`select keep_deliveries(${from}, ${JSON.stringify(cells)}::jsonb, ${JSON.stringify(bands)}::jsonb)`.execute(work.db)
  return new Set(cells.map(({ programme }) => programme)).size
}

/** The first days of this quarter and of the three before it. */
export function quartersUntil(today: Day): Day[] {
  const month = Number(today.slice(5, 7))
  const current = `${today.slice(0, 5)}${String(month - (month - 1) % 3).padStart(2, '0')}-01` as Day
  return [-9, -6, -3, 0].map((months) => addMonths(current, months))
}

type CellKept = { programme: string, outcomes: string[], quarters: string[], sessions: number | null }

function cellsToKeep(programme: string, { rows, quarters, solver }: { rows: Row[], quarters: Day[], solver: Solver }): CellKept[] {
  const told = protectedDelivery(countsOf(rows, quarters), solver)
  if (!told) return []
  const kept = (of: string[], during: string[], sessions: number | null): CellKept => ({ programme, outcomes: of, quarters: during, sessions })
  return [
    ...told.rows.flatMap((row, i) => told.columns.map((column, j) => kept(row, column, told.cells[i]![j] ?? null))),
    ...told.rows.map((row, i) => kept(row, [], told.rowTotals[i]!)), ...told.columns.map((column, j) => kept([], column, told.columnTotals[j]!)), kept([], [], told.total),
  ]
}

function countsOf(rows: readonly Row[], quarters: readonly Day[]): Counts {
  const at = (outcome: string | null, quarter: string | null) => rows.find((row) => row.outcome === outcome && row.quarter === quarter)
  return {
    rows: outcomes.map((outcome) => [outcome]), columns: quarters.map((quarter) => [quarter]),
    sessions: outcomes.map((outcome) => quarters.map((quarter) => at(outcome, quarter)?.sessions ?? 0)), people: outcomes.map((outcome) => quarters.map((quarter) => at(outcome, quarter)?.people ?? 0)),
    rowPeople: outcomes.map((outcome) => at(outcome, null)?.people ?? 0), columnPeople: quarters.map((quarter) => at(null, quarter)?.people ?? 0) }
}

/** One, two, three colleagues, four or more. */
function bandsOf(rows: readonly Workers[]) {
  return protectedBands([1, 2, 3, 4].map((count) => ({ least: count, most: count === 4 ? null : count, people: rows.find(({ workers }) => workers === count)?.people ?? 0 })))
}

export const deliveryJobs: Job[] = [{
  name: 'fidelity-count-deliveries', does: 'combine', shows: 'session_attendance', every: 'hour', atStart: true,
  run: async (work) => { await countDeliveries(work) },
}]
