import type { CompiledQuery, Insertable } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { Asking } from './in-same-words.ts'

/** The question that writes one row; put into words once for a table and its columns, since such a row is written many times a minute. Every value is given, null where there is none: else it throws. */
export function rowInSameWords<Table extends keyof Tables>(work: Asking, table: Table, row: Insertable<Tables[Table]>): CompiledQuery<unknown> {
  const [columns, parameters] = [Object.keys(row), Object.values(row)]
  if (parameters.includes(undefined)) throw new Error(`A row of ${table} says nothing of ${columns[parameters.indexOf(undefined)]}: null, where there is none.`)
  const key = `${table} ${columns.join(' ')}`
  const words = known.get(key) ?? wordsOf(work, table, columns)
  known.set(key, words)
  return { ...words, parameters }
}

/** Made of a row without anything in it: nobody's values stay in memory with the words. */
function wordsOf(work: Asking, table: keyof Tables, columns: readonly string[]): CompiledQuery<unknown> {
  return work.db.insertInto(table).values(Object.fromEntries(columns.map((column) => [column, null])) as never).compile()
}

const known = new Map<string, CompiledQuery<unknown>>()
