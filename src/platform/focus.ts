import { sql } from 'kysely'
import type { Work } from './work.ts'

/** In a work about one person, that person alone. The statement is another text with a person than without: each is planned once and the plan is kept. */
export function focusedOn(work: Work, column: string) {
  return work.about === 0 ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${work.about}`
}

/** One of these ids, however many: a list of places would be another text, planned anew, for every length. */
export function isOneOf(column: string, ids: readonly number[]) {
  return sql<boolean>`${sql.ref(column)} = any (${[...ids]}::int[])`
}
