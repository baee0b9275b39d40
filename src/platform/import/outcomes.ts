import { decideOrders } from './day-order.ts'
import { fault, shownText, type Cell, type Fault } from './fault.ts'
import type { ImportFile } from './import-file.ts'
import type { ImportContext, Importer, RawRow, Terms } from './importer.ts'
import { rowsOf, type TableRow } from './read-table.ts'
import { looksLikeFormula } from './safe-cell.ts'
import { isNoData, type Survey } from './survey.ts'
import { twinFinder, type Twin } from './twins.ts'

/** What is tried, and afterwards confirmed: this file, read by this room, under these terms. */
export type Trial<Row, Print> = { importer: Importer<Row, Print>, file: ImportFile, survey: Survey, terms: Terms }

/** What one row of data comes to. `becomes` is what will be written; where it is null nothing will, and a sentence says why. */
export type Outcome<Row> = {
  row: number, line: number, is: 'good' | 'caution' | 'bad',
  becomes: Row | null, keys: string[], faults: Fault[], cautions: Fault[],
  /** The earlier row that this one repeats. */
  twiceOf?: number,
  /** It was imported before. */
  isThere?: boolean,
  /** The row as it may be shown to whoever imports. Of good rows only the first have it. */
  shown: ShownCell[],
}

/** A cell as it may be shown to whoever imports: of an unread one only how long it is. */
export type ShownCell = { column: string, text: string, letters: number, isHidden?: true }

/** Good rows that are shown, so that a person sees what rows become. */
export const mostExamples = 5

/** Every row of data comes to exactly one outcome, in the order of the file. One wrong row never stops the others. */
export async function* outcomesOf<Row, Print>(trial: Trial<Row, Print>): AsyncGenerator<Outcome<Row>> {
  const { file, survey } = trial
  const context = contextOf(trial)
  const reader = { trial, context, twins: twinFinder(trial.importer), examples: 0 }

  for await (const row of rowsOf(file, survey.format)) {
    if (row.row > survey.headingRow && !isNoData(row, survey.headings)) yield outcomeOf(row, reader)
  }
}

export function contextOf<Row, Print>({ survey, terms }: Pick<Trial<Row, Print>, 'survey' | 'terms'>): ImportContext {
  const all = survey.columns.map(({ days }) => days)
  const orders = survey.columns.map(({ heading, days }) => [heading, decideOrders(days, terms.dayOrder, all).orders] as const)
  return { ...terms, orders: Object.fromEntries(orders) }
}

type Reader<Row, Print> = { trial: Trial<Row, Print>, context: ImportContext, twins: ReturnType<typeof twinFinder<Row, Print>>, examples: number }

function outcomeOf<Row, Print>(row: TableRow, reader: Reader<Row, Print>): Outcome<Row> {
  const raw = rawRow(row, reader.trial)
  const judged = judgedRow(row, raw, reader)
  const isShown = judged.is !== 'good' || reader.examples++ < mostExamples
  return { row: row.row, line: row.line, shown: isShown ? shownCells(raw, reader.trial.importer.hidesUnchosen ?? false) : [], ...judged }
}

type Judged<Row> = Omit<Outcome<Row>, 'row' | 'line' | 'shown'>

function judgedRow<Row, Print>(row: TableRow, raw: RawRow, { trial, context, twins }: Reader<Row, Print>): Judged<Row> {
  const { importer, survey } = trial
  const broken = shapeFaults(row, raw, survey)
  const read = importer.read(raw, context)
  // Of a broken row nobody knows what stands where, so what its cells seem to say is not held against them.
  if ('faults' in read) return bad(broken.length > 0 ? broken : read.faults)

  const keys = importer.keysOf(read.row)
  const print = importer.printOf(read.row)
  const likes = twins.find(print, keys)
  const [same, clash, differs] = (['same', 'clash', 'differs'] as const).map(likeness => likes.find(twin => twin.likeness === likeness))
  if (broken.length > 0) return bad([...broken, ...same ? [twinFault(raw, same, 'perhaps-same')] : []])
  if (clash ?? differs) return bad([clash, differs].flatMap(twin => twin ? [twinFault(raw, twin)] : []))
  if (same) return { is: 'caution', becomes: null, keys, faults: [], cautions: [twinFault(raw, same)], twiceOf: same.row }

  twins.remember(print, keys, row.row)
  const cautions = [...read.cautions, ...cellCautions(raw), ...likes.slice(0, mostLikes).map(twin => twinFault(raw, twin))]
  return { is: cautions.length > 0 ? 'caution' : 'good', becomes: read.row, keys, faults: [], cautions }
}

const mostLikes = 5

function bad<Row>(faults: Fault[]): Judged<Row> {
  return { is: 'bad', becomes: null, keys: [], faults, cautions: [] }
}

function rawRow<Row, Print>({ row, line, cells }: TableRow, { importer, survey, terms }: Trial<Row, Print>): RawRow {
  const asSent = Object.fromEntries(survey.headings.map((heading, index) => [heading, cells[index] ?? '']))
  const mapped = importer.fields.flatMap(({ name, unread }) => {
    const column = terms.mapping.fields[name]
    if (column === undefined || !Object.hasOwn(asSent, column)) return []
    return [[name, { field: name, column, text: asSent[column] ?? '', ...unread && { unread } }] as const]
  })
  return { row, line, cells: Object.fromEntries(mapped), asSent }
}

/** What is wrong with the row before anything in it is read: then nobody can know what stands under which heading. */
function shapeFaults(row: TableRow, raw: RawRow, { headings, shortRowsAreUsual, format }: Survey): Fault[] {
  const last = Math.min(row.cells.length, headings.length) - 1
  const at: Cell = { field: '', column: headings[last] ?? '', text: row.cells[last] ?? '', unread: isUnread(raw, headings[last]) }
  const tooMany = row.cells.slice(headings.length).filter(cell => cell.trim() !== '').length

  if (row.isTorn) return [fault({ ...at, column: headings[0] ?? '', text: '' }, 'import.row.torn', { line: row.line })]
  if (tooMany > 0) return [fault(at, 'import.row.long', { count: tooMany, sign: format.delimiter === '\t' ? 'Tab' : format.delimiter })]
  const missing = headings.length - row.cells.length
  return missing > 0 && !shortRowsAreUsual ? [fault(at, 'import.row.short', { count: missing })] : []
}

function isUnread(raw: RawRow, column: string | undefined): boolean {
  return Object.values(raw.cells).some(cell => cell.column === column && cell.unread === true)
}

/** What can be wrong with any text, whatever the field. It is kept as sent. */
function cellCautions(raw: RawRow): Fault[] {
  return Object.values(raw.cells).flatMap(cell => [
    ...looksLikeFormula(cell.text) ? [fault(cell, 'import.cell.formula')] : [],
    ...cell.text.includes('\ufffd') ? [fault(cell, 'import.cell.letters-lost')] : [],
  ])
}

function twinFault(raw: RawRow, { row, likeness }: Twin, says: string = likeness): Fault {
  const cell = Object.values(raw.cells).find(({ text }) => text.trim() !== '') ?? { field: '', column: '', text: '' }
  return fault(cell, `import.twin.${says}`, { other: row })
}

function shownCells({ asSent, cells }: RawRow, hidesUnchosen: boolean): ShownCell[] {
  const chosen = new Map(Object.values(cells).map(cell => [cell.column, cell.unread === true]))
  return Object.entries(asSent).map(([column, text]) => {
    const unread = chosen.get(column) ?? hidesUnchosen
    return { column, text: shownText({ field: '', column, text, unread }), letters: text.length, ...unread && text !== '' && { isHidden: true as const } }
  })
}
