import { parse } from 'csv-parse/sync'
import { refuse } from '../refusals.ts'
import type { ImportFile } from './import-file.ts'
import { importLimits } from './import-limits.ts'
import { textOf, type Encoding } from './read-encoding.ts'
import './import.refusals.ts'

export type Delimiter = ';' | ',' | '\t' | '|'

export type TableFormat = { encoding: Encoding, delimiter: Delimiter, /** Excel's first line "sep=;", which it does not count. */ hasSepLine: boolean, isOneColumn: boolean }

/** `row` counts as a spreadsheet does, a cell of three lines being one row; `line` counts as a text editor does. */
export type TableRow = { row: number, line: number, cells: string[], /** A quotation mark is opened and not closed: the cells are the bare text of one line. */ isTorn: boolean }

/** Every row of a file, also the empty ones, a piece of the file at a time. A row that cannot be read never takes the next one with it. */
export async function* rowsOf(file: ImportFile, format: TableFormat): AsyncGenerator<TableRow> {
  const count = { row: 1, line: 1 }
  for await (const { cells, isTorn, skipped } of recordsOf(file, format)) {
    if (skipped) count.line++
    else {
      yield { ...count, cells, isTorn }
      count.row++
      count.line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0)
    }
  }
}

type TableRecord = { cells: string[], isTorn: boolean, skipped?: boolean }

async function* recordsOf(file: ImportFile, { encoding, delimiter, hasSepLine }: TableFormat): AsyncGenerator<TableRecord> {
  let waiting = ''
  let isFirst = hasSepLine

  for await (const piece of textOf(file, encoding)) {
    waiting += piece
    if (isFirst && hasLineEnd(waiting)) {
      waiting = afterFirstLine(waiting)
      isFirst = false
      yield { cells: [], isTorn: false, skipped: true }
    }
    const whole = lastLineEnd(waiting)
    const { records, left } = readPiece(waiting.slice(0, whole), delimiter, false)
    waiting = left + waiting.slice(whole)
    yield* records
    if (waiting.length > importLimits.rowLetters * 2) throw refuse('import-file-row-too-long', { most: importLimits.rowLetters })
  }
  if (!isFirst && waiting !== '') yield* readPiece(waiting, delimiter, true).records
}

/**
 * Reads whole lines. Where a quotation mark is open at the end, the rest waits for the next piece; where it stays open
 * for too long, or closes in the middle of a word, this one line is taken as bare text and reading goes on after it.
 */
function readPiece(text: string, delimiter: Delimiter, isLast: boolean): { records: TableRecord[], left: string } {
  const records: TableRecord[] = []
  let left = Buffer.from(text)
  while (left.length > 0) {
    const { rows, read, ended } = readStrictly(left, delimiter)
    for (const cells of rows) records.push({ cells, isTorn: false })
    left = left.subarray(read)

    if (ended === 'all') break
    if (ended === 'open' && !isLast && left.length < importLimits.rowLetters) break
    const { line, after } = firstLineOf(left)
    records.push(bareLine(line, delimiter))
    left = left.subarray(after)
  }
  return { records, left: left.toString() }
}

function readStrictly(text: Buffer, delimiter: Delimiter): { rows: string[][], read: number, ended: 'all' | 'open' | 'odd' } {
  const rows: string[][] = []
  let read = 0
  const ended = tryToParse(() => parse(text, {
    ...shape(delimiter),
    on_record: (cells, { bytes }) => {
      rows.push(cells)
      read = bytes
      return null
    },
  }))
  return { rows, read: ended === 'all' ? text.length : read, ended }
}

function shape(delimiter: Delimiter) {
  return { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false }
}

function tryToParse(attempt: () => unknown): 'all' | 'open' | 'odd' {
  try {
    attempt()
    return 'all'
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && String(fault.code).includes('QUOTE'))) throw fault
    return fault.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'odd'
  }
}

/** One line by itself: with quotation marks standing where people put them (5" pipe), or, if one stays open, without any meaning of them. */
function bareLine(line: string, delimiter: Delimiter): TableRecord {
  const rows: string[][] = []
  const ended = tryToParse(() => rows.push(...parse(line, { ...shape(delimiter), relax_quotes: true })))
  if (ended === 'all' && rows[0]) return { cells: rows[0], isTorn: false }
  return { cells: line.split(delimiter), isTorn: true }
}

function firstLineOf(bytes: Buffer): { line: string, after: number } {
  const ends = [bytes.indexOf(0x0a), bytes.indexOf(0x0d)].filter(at => at >= 0)
  const end = ends.length === 0 ? bytes.length : Math.min(...ends)
  const isPair = bytes[end] === 0x0d && bytes[end + 1] === 0x0a
  return { line: bytes.subarray(0, end).toString(), after: Math.min(end + (isPair ? 2 : 1), bytes.length) }
}

function afterFirstLine(text: string): string {
  return text.replace(/^[^\r\n]*(\r\n|\n|\r)/, '')
}

function hasLineEnd(text: string): boolean {
  return /[\r\n]./s.test(text)
}

// A return at the very end may be half of a line end whose other half comes with the next piece.
function lastLineEnd(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1
}

function lineBreaksIn(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}
