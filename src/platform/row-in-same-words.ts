import type { CompiledQuery, Insertable } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { Asking } from './in-same-words.ts'

/** The question that writes one row; put into words once for a table and its columns, since such a row is written many times a minute. Every value is given, null where there is none. */
export function rowInSameWords<Table extends keyof Tables>(work: Asking, table: Table, row: Insertable<Tables[Table]>): CompiledQuery<unknown> {
  const key = `${table} ${Object.keys(row).join(' ')}`
  const worded = known.get(key) ?? work.db.insertInto(table).values(row).compile()
  known.set(key, worded)
  return { ...worded, parameters: Object.values(row) }
}

const known = new Map<string, CompiledQuery<unknown>>()
