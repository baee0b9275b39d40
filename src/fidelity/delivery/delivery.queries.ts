import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { outcomes, type Told } from './delivery.ts'

/** When it was counted and from which day on; nothing before the first time, and for whoever may not read it. */
export function whenCounted(work: Work) {
  return work.db.selectFrom('deliveries_counted').select(['counted_at', 'from_on']).executeTakeFirst()
}

/** What each programme gave, as it was protected and kept: by programme. */
export async function deliveriesTold(work: Work): Promise<Map<string, Told>> {
  const rows = await work.db.selectFrom('delivery_cells').select(['programme', 'outcomes', 'sessions', sql<Day[]>`quarters::text[]`.as('quarters')]).orderBy('programme').execute()
  return new Map([...Map.groupBy(rows, ({ programme }) => programme)].map(([programme, of]) => [programme, toldFrom(of)]))
}

export function workersTold(work: Work, programme: string) {
  return work.db.selectFrom('delivery_workers_told').select(['least', 'most', 'people']).where('programme', '=', programme).orderBy('least').execute()
}

type Kept = { outcomes: string[], quarters: Day[], sessions: number | null }

function toldFrom(kept: readonly Kept[]): Told {
  const rows = kept.filter(({ outcomes: of, quarters }) => of.length > 0 && quarters.length === 0).map(({ outcomes: of }) => of)
    .toSorted(([one], [other]) => outcomes.findIndex((of) => of === one) - outcomes.findIndex((of) => of === other))
  const columns = kept.filter(({ outcomes: of, quarters }) => of.length === 0 && quarters.length > 0).map(({ quarters }) => quarters).toSorted(([one = ''], [other = '']) => one.localeCompare(other))
  const at = (row: string[], column: string[]) => kept.find(({ outcomes: of, quarters }) => String(of) === String(row) && String(quarters) === String(column))?.sessions ?? null
  return { rows, columns, cells: rows.map((row) => columns.map((column) => at(row, column))), rowTotals: rows.map((row) => at(row, []) ?? 0), columnTotals: columns.map((column) => at([], column) ?? 0), total: at([], []) ?? 0 }
}
