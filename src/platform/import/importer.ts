import type { Day } from '../day.ts'
import type { DayOrders } from './day-order.ts'
import type { Cell, Fault } from './fault.ts'

/** One thing that a row may say. `says` is the key of its name in words; `synonyms` are headings seen in files. */
export type Field = {
  name: string, says: string, kind: 'text' | 'day' | 'moment' | 'choice', synonyms: string[],
  /** Without it no row can be read; the person has to point to its column. */
  required?: boolean,
  /** A note about a person. Whoever imports does not read it: only its length is shown. */
  unread?: boolean,
  choices?: Choice[],
  /** A guess is not enough (which colleague is meant): a text means a value only once a person has said so. */
  confirm?: boolean,
  /** Where a text that means no value of the list may go by a person's choice; the sentences of that question. */
  others?: { says: string, hint: string },
  /** How much a column's texts look like this field (0 to 1), for files whose headings say nothing. */
  resembles?(examples: string[]): number,
}

/** A value of a list, and what people write for it. */
export type Choice = { value: string, synonyms: string[], /** What a person sees, where the value itself says nothing. */ label?: string }

/** Which column is which field (by heading), and which text means which value (by its plain spelling). Kept for the service's next file. */
export type Mapping = { fields: Record<string, string>, values: Record<string, Record<string, string>> }

/** Under which a file is read. The same terms are confirmed as were tried. */
export type Terms = { mapping: Mapping, today: Day, timeZone: string, dayOrder: 'day-first' | 'month-first' }

export type ImportContext = Terms & { /** By heading. */ orders: Record<string, DayOrders> }

/** A row as sent: the cells that are mapped to a field, and every cell by its heading. */
export type RawRow = { row: number, line: number, cells: Record<string, Cell>, asSent: Record<string, string> }

/** A row is read whole, with things to know about it, or not at all, with everything that is wrong. */
export type ReadRow<Row> = { row: Row, cautions: Fault[] } | { faults: Fault[] }

/**
 * What two rows of one file are to each other. `same`: entered twice, the later one adds nothing. `again`: one person,
 * another occasion. `alike`: perhaps one person, for a human to look at. `differs`: the same occasion in other words, so that
 * leaving either out would lose something. `clash`: they share what only one may have.
 */
export type Likeness = 'same' | 'differs' | 'again' | 'alike' | 'clash' | 'other'

/** What a room gives. `Print` is the little of a row that is needed to compare it with others, as plain data (JSON); it is kept for every row of the file. */
export type Importer<Row, Print> = {
  kind: string,
  fields: Field[],
  /** Files of this kind hold notes about people: of a column that nobody has chosen, too, only the length is shown. */
  hidesUnchosen?: boolean,
  read(raw: RawRow, context: ImportContext): ReadRow<Row>,
  printOf(row: Row): Print,
  /** Stable names of what the row is about; the first is the row's own. Stored, so that importing again doubles nothing. */
  keysOf(row: Row): string[],
  /** Rows that share a mark are compared. */
  marksOf(print: Print): string[],
  compare(earlier: Print, later: Print): Likeness,
}
