import type { Day, Instant } from './day.ts'

/** What a row about one person is made from, when the guard is proved. */
export type Given = {
  id: number
  publicId: string
  participantId: number
  unitId: number
  /** Any colleague, for rows that somebody else must have written. */
  someId: number
  /** The colleague whom the row is about, where it is about one: whoever reads what is about themselves, else somebody who works with the person. */
  aboutId: number
  /** Who the row is open to by name, where a row says so. */
  readerId: number
  author: { kind: 'colleague' | 'participant', id: number }
  now: Instant
  today: Day
}

type Row = Record<string, string | number | boolean | null | readonly string[]>

export type RecordTable = {
  name: string
  /** The column that tells one row from another: its id, unless the table has one row a person. */
  key?: 'id' | 'participant_id'
  /** A row that the database takes; the writer and the person are given. */
  row: (given: Given) => Row
  /** The same row by whoever writes of their own, where nobody works with the person yet and the row names nobody. */
  ownRow?: (given: Given) => Row
  /** Rows of other tables that must stand before this one. */
  after?: (given: Given) => { table: string, row: Row }[]
  /** Roles that write this record, but no row here. */
  notBy?: string[]
  /** Why nobody inserts here by a right of access.yaml, where that is so. */
  writtenBy?: string
}

/**
 * One record of access.yaml as it stands in the database. Each room lists its own; from the list and the file the matrix test makes,
 * for every role, a test of the one who may and of the nearest who may not.
 */
export type RecordKind = {
  record: string
  tables: RecordTable[]
  /** "own" rests on having written the row and on the appointment alone: nobody works with the person yet. */
  ownNeedsNoTeam?: true
  /** The page where its readers find it, for the same test over the web. */
  page?: (person: string) => string
}
