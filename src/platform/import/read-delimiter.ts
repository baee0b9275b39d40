import { parse } from 'csv-parse/sync'
import type { ImportFile } from './import-file.ts'
import { textOf, type Encoding } from './read-encoding.ts'
import type { Delimiter, TableFormat } from './read-table.ts'

/** What parts the cells: the sign that gives the first rows the same number of cells as the headings. */
export async function tableFormatOf(file: ImportFile, encoding: Encoding): Promise<TableFormat> {
  const beginning = await beginningOf(file, encoding)
  const told = /^sep=([;,\t|])\r?\n?/i.exec(beginning)
  if (told) return { encoding, delimiter: told[1] as Delimiter, hasSepLine: true, isOneColumn: false }

  const best = delimiters.map(delimiter => ({ delimiter, fit: fitOf(beginning, delimiter) })).reduce((one, other) => other.fit > one.fit ? other : one)
  return { encoding, delimiter: best.delimiter, hasSepLine: false, isOneColumn: best.fit === 0 }
}

const delimiters: Delimiter[] = [',', ';', '\t', '|']

const lettersLookedAt = 100_000

async function beginningOf(file: ImportFile, encoding: Encoding): Promise<string> {
  let text = ''
  for await (const piece of textOf(file, encoding)) {
    text += piece
    if (text.length > lettersLookedAt) break
  }
  return text.slice(0, lettersLookedAt)
}

// Many columns and even rows: a comma in a sentence comes now and then, a delimiter in every row.
function fitOf(text: string, delimiter: Delimiter): number {
  const widths = widthsOf(text, delimiter)
  const headings = widths.find(width => width > 1) ?? 1
  const even = widths.filter(width => width === headings).length / Math.max(widths.length, 1)
  return (headings - 1) * even * even
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = []
  const count = (row: string[]): null => {
    if (row.some(cell => cell.trim() !== '')) widths.push(row.length)
    return null
  }
  try {
    parse(text, { delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'], to: 100, on_record: count })
  } catch (fault) {
    // The text was cut off somewhere, mostly inside a quoted cell: the rows before it have been counted.
    if (!(fault instanceof Error && 'code' in fault)) throw fault
  }
  return widths
}
