import { refuse } from '../refusals.ts'
import { noteDate, type DayEvidence } from './day-order.ts'
import type { Note } from './fault.ts'
import { areHeadings, fingerprintOf, namedColumns, rowsAboveHeadings } from './headings.ts'
import type { ImportFile } from './import-file.ts'
import { importLimits, inLittleMemory } from './import-limits.ts'
import { tableFormatOf } from './read-delimiter.ts'
import { inspectBytes, type Encoding } from './read-encoding.ts'
import { rowsOf, type TableFormat, type TableRow } from './read-table.ts'
import { isBlank } from './spelling.ts'
import './import.refusals.ts'

/** What a file holds, found out before anybody says what its columns mean. Plain data: it is kept with the dry run. */
export type Survey = {
  name: string, sha256: string, size: number, format: TableFormat,
  headings: string[], headingRow: number, fingerprint: string, columns: ColumnSeen[],
  /** Rows with something in them, below the headings. */
  rows: number,
  /** This system leaves off the empty cells at the end of every row, so a short row is no row cut off. */
  shortRowsAreUsual: boolean,
  notes: Note[],
}

/** `values` are the different texts of a column, if they are few; `longest` counts letters. */
export type ColumnSeen = { heading: string, filled: number, longest: number, values: ValueSeen[], days: DayEvidence, examples: string[] }
export type ValueSeen = { text: string, rows: number }

/** Reads the whole file once. Throws a refusal where it is no table at all. */
export async function surveyFile(file: ImportFile, chosen?: { encoding?: Encoding }): Promise<Survey> {
  return inLittleMemory(async () => {
    const { sha256, size, encoding } = await inspectBytes(file, chosen?.encoding)
    const format = await tableFormatOf(file, encoding)
    return { name: file.name, sha256, size, format, ...await surveyRows(file, format) }
  })
}

/** Whether a row has nothing in it, or is the headings once more (files that were put together). Neither is data. */
export function isNoData(row: TableRow, headings: string[]): boolean {
  return row.cells.every(cell => cell.trim() === '') || isHeadingsAgain(row, headings)
}

function isHeadingsAgain({ cells }: TableRow, headings: string[]): boolean {
  // Asked of every row, and answered by its first cell for nearly all of them.
  if (namedColumns(cells.slice(0, 1)).headings[0] !== headings[0]) return false
  const { headings: named } = namedColumns(cells)
  return named.length === headings.length && named.every((name, index) => name === headings[index])
}

const fewValues = 400 // the workers of a service are a list, too
const shortValue = 60
const mostExamples = 100

type Counting = { rows: number, short: number, again: number, mangled: number, columns: ColumnCount[] }
type ColumnCount = ColumnSeen & { counts: Map<string, number> | null }

async function surveyRows(file: ImportFile, format: TableFormat) {
  let top: { headings: string[], headingRow: number, notes: Note[] } | undefined
  const counting: Counting = { rows: 0, short: 0, again: 0, mangled: 0, columns: [] }

  for await (const row of rowsOf(file, format)) {
    if (!top) {
      top = headingsFrom(row, format)
      counting.columns = top?.headings.map(emptyCount) ?? []
    } else countRow(row, top.headings, counting)
  }
  if (!top) throw refuse('import-file-no-rows')
  if (counting.rows === 0) throw refuse('import-file-only-headings')

  const { headings, headingRow, notes } = top
  return {
    headings, headingRow, fingerprint: fingerprintOf(headings), rows: counting.rows,
    columns: counting.columns.map(finished),
    shortRowsAreUsual: counting.short >= 3 && counting.short * 10 > counting.rows,
    notes: [...readAs(format), ...notes, ...foundOnTheWay(counting)],
  }
}

function headingsFrom(row: TableRow, { isOneColumn }: TableFormat) {
  if (row.row > rowsAboveHeadings) throw refuse('import-file-no-rows')
  if (!areHeadings(row, isOneColumn)) return undefined
  if (row.cells.length > importLimits.columns) throw refuse('import-file-too-many-columns', { most: importLimits.columns })

  const { headings, twice } = namedColumns(withoutEmptyEnd(row.cells))
  const notes: Note[] = twice.map(heading => ({ says: 'import.note.heading-twice', values: { heading } }))
  if (row.row > 1) notes.push({ says: 'import.note.headings-below', values: { row: row.row } })
  return { headings, headingRow: row.row, notes }
}

function withoutEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
}

function countRow(row: TableRow, headings: string[], counting: Counting): void {
  if (isNoData(row, headings)) {
    counting.again += row.cells.some(cell => cell.trim() !== '') ? 1 : 0
    return
  }
  counting.rows++
  if (counting.rows > importLimits.rows) throw refuse('import-file-too-many-rows', { most: importLimits.rows })
  if (row.cells.length < headings.length) counting.short++
  for (const [index, column] of counting.columns.entries()) countCell(row.cells[index] ?? '', column, counting)
}

function countCell(cell: string, column: ColumnCount, counting: Counting): void {
  const text = cell.trim()
  if (isBlank(text)) return
  column.filled++
  column.longest = Math.max(column.longest, text.length)
  if (mangled.test(text)) counting.mangled++
  if (text.length <= shortValue) noteDate(column.days, text)
  if (column.examples.length < mostExamples) column.examples.push(text.slice(0, shortValue))
  countValue(text, column)
}

// UTF-8 read as if it were Windows-1252: "Ã¸" for "ø", "Ã…" for "Å", "Ø¹Ù„" for Arabic letters.
const mangled = /Ã[\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Ä[\u0080-¿]|(?:[ØÙ][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹]){2}/

// A column of many different or long texts is no list of choices: its texts are not kept.
function countValue(text: string, column: ColumnCount): void {
  if (!column.counts) return
  column.counts.set(text, (column.counts.get(text) ?? 0) + 1)
  if (text.length > shortValue || column.counts.size > fewValues) column.counts = null
}

function emptyCount(heading: string): ColumnCount {
  return { heading, filled: 0, longest: 0, values: [], days: {}, examples: [], counts: new Map() }
}

function finished({ counts, ...column }: ColumnCount): ColumnSeen {
  return { ...column, values: [...counts ?? []].map(([text, rows]) => ({ text, rows })) }
}

// Nothing in such a file says which letters its bytes mean, so the person is told what was taken.
function readAs({ encoding }: TableFormat): Note[] {
  return encoding.startsWith('utf') ? [] : [{ says: 'import.note.letters-guessed', values: { encoding } }]
}

function foundOnTheWay({ again, mangled }: Counting): Note[] {
  return [
    ...again > 0 ? [{ says: 'import.note.headings-again', values: { count: again } }] : [],
    ...mangled > 0 ? [{ says: 'import.note.letters-mangled', values: { count: mangled } }] : [],
  ]
}
