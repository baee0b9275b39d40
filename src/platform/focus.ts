import { sql, type RawBuilder } from 'kysely'
import type { Work } from './work.ts'

/** In a work about one person, that person alone. The statement is another text with a person than without: each is planned once and the plan is kept. */
export function focusedOn(work: Work, column: RawBuilder<unknown>) {
  return work.about === 0 ? sql<boolean>`true` : sql<boolean>`${column} = ${work.about}`
}

/** The same in one text for both: for a question that finds few rows by something else, and is asked in the same words each time. `about`: the work's. */
export function isAbout(column: RawBuilder<unknown>, about: number) {
  return sql<boolean>`(${about}::int = 0 or ${column} = ${about})`
}

/** One of these ids, however many: a list of places would be another text, planned anew, for every length. */
export function isOneOf(column: RawBuilder<unknown>, ids: readonly number[]) {
  return sql<boolean>`${column} = any (${ids}::int[])`
}
