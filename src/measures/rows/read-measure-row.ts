import { addMonths, type Day } from '../../platform/day.ts'
import { fault, isFault, type Cell, type Fault } from '../../platform/import/fault.ts'
import type { ImportContext, Mapping, RawRow, ReadRow } from '../../platform/import/importer.ts'
import { cellOf, dayIn, textIn } from '../../platform/import/read-cell.ts'
import type { Kind, Missing } from '../measure.ts'
import { scaleNamed, scoreOf } from '../scales.ts'
import { rangeOf, roleOf, type Role } from './column-roles.ts'
import { isNumber, readNumber, type Limits, type NumberRead } from './read-number.ts'

/** One thing said on the day of a row. */
export type SaidInRow = {
  kind: Exclude<Kind, 'session'>, series: string, question: string, goalPlace: number | null, value: number | null, missing: Missing | null, lowest: number | null, highest: number | null,
  /** Of a scale: the code of each item as the file has it, and its answer. */
  items: Record<string, number | null> | null,
}

export type MeasureRow = { number: string, on: Day, phase: string | null, said: SaidInRow[] }

/**
 * One row: whose, when, and everything that was said then. A row is taken whole or not at all: a 7 where 5 is the most may mean that its cells
 * have moved, and then no other can be trusted. A gap is no fault: it is kept as a gap.
 */
export function readMeasureRow(raw: RawRow, context: ImportContext): ReadRow<MeasureRow> {
  const faults: Fault[] = []
  const cautions: Fault[] = []
  const number = readPersonNumber(raw, faults)
  const on = readOn(raw, context, faults)
  const said = readSaid(raw, context.mapping, { faults, cautions })
  if (said.length === 0 && faults.length === 0) faults.push(fault(cellOf(raw, 'number'), 'measure-file.no-columns'))
  if (faults.length > 0 || number === null || on === null) return { faults }
  return { row: { number, on, phase: textIn(raw, 'phase')?.slice(0, 20) ?? null, said }, cautions }
}

function readPersonNumber(raw: RawRow, faults: Fault[]): string | null {
  const number = textIn(raw, 'number')
  if (number !== null && number.length <= 60) return number
  faults.push(fault(cellOf(raw, 'number'), number === null ? 'measure-file.number-missing' : 'measure-file.number-too-long'))
  return null
}

function readOn(raw: RawRow, context: ImportContext, faults: Fault[]): Day | null {
  const on = dayIn(raw, 'date', context, { from: addMonths(context.today, -80 * 12), to: addMonths(context.today, 19 * 12) })
  const wrong = on === null ? fault(cellOf(raw, 'date'), 'measure-file.date-missing') : isFault(on) ? on : on > context.today ? fault(cellOf(raw, 'date'), 'measure-file.date-ahead') : null
  if (wrong) faults.push(wrong)
  return wrong === null ? on as Day : null
}

type Found = { faults: Fault[], cautions: Fault[] }
type Column = { cell: Cell, role: Exclude<Role, { is: 'leave' }> }

function readSaid(raw: RawRow, mapping: Mapping, found: Found): SaidInRow[] {
  const taken = new Set(Object.values(mapping.fields))
  const columns = Object.entries(raw.asSent).flatMap(([column, text]): Column[] => {
    const role = roleOf(mapping, column)
    return role.is === 'leave' || taken.has(column) ? [] : [{ cell: { field: column, column, text, unread: true }, role }]
  })
  const goals = columns.filter(({ role }) => role.is === 'goal')
  const scales = [...new Set(columns.flatMap(({ role }) => (isOfScale(role) ? [role.of] : [])))]
  return [
    ...scales.flatMap((scale) => readScale(scale, columns.filter(({ role }) => isOfScale(role) && role.of === scale), rangeOf(mapping, scale), found)),
    ...columns.filter(({ role }) => role.is === 'ruler').flatMap((column) => readOne(column, onARuler, found).map((read): SaidInRow => ({
      ...bare, ...read, kind: 'ruler', series: column.role.of.slice(0, 100), question: column.role.of.slice(0, 300), lowest: 0, highest: 10 }))),
    ...goals.flatMap((column, place) => readOne(column, aLevel, found).map((read): SaidInRow => ({ ...bare, ...read, kind: 'goal', series: column.role.of.slice(0, 100), goalPlace: place + 1, lowest: -2, highest: 2 }))),
  ]
}

const bare = { question: '', goalPlace: null, items: null }
const onARuler: Limits = { least: 0, most: 10, isWhole: false }
const aLevel: Limits = { least: -2, most: 2, isWhole: true }

function isOfScale(role: Role): role is Extract<Role, { of: string }> {
  return role.is === 'item' || role.is === 'sum' || role.is === 'score'
}

function readOne({ cell }: Column, limits: Limits, { faults }: Found): NumberRead[] {
  const read = readNumber(cell, limits)
  if (isNumber(read)) return [read]
  faults.push(read)
  return []
}

/** The score from the answers; where one is missing, the file's own sum or score, if it has one. */
function readScale(name: string, columns: Column[], range: { least: number, most: number } | undefined, found: Found): SaidInRow[] {
  const items = columns.filter(({ role }) => role.is === 'item')
  const given = columns.find(({ role }) => role.is !== 'item')
  if (items.length > 0 && !range) {
    found.faults.push(fault(items[0]!.cell, 'measure-file.range-unknown', { scale: name }))
    return []
  }
  const before = found.faults.length
  const answers = items.map((column): Answer => [column.cell.column, readOne(column, { ...range!, isWhole: true }, found)[0]])
  const own = given && readGiven(given, scaleNamed(name), found)
  if (found.faults.length > before) return []
  const scored = range && answers.length > 0 ? scoredBy(answers, range, name) : { score: null, ...limitsOf(name) }
  if (given && own?.value != null && scored.score !== null && own.value !== scored.score) found.cautions.push(fault(given.cell, 'measure-file.total-differs', { scale: name }))
  return [scaleSaid(name, answers, { ...scored, score: scored.score ?? own?.value ?? null }, own)]
}

type Answer = readonly [code: string, read: NumberRead | undefined]

function scaleSaid(name: string, answers: Answer[], { score, lowest, highest }: { score: number | null, lowest: number | null, highest: number | null }, own: NumberRead | undefined): SaidInRow {
  const items = answers.length > 0 ? Object.fromEntries(answers.map(([code, read]) => [code, read?.value ?? null])) : null
  return { ...bare, kind: 'scale', series: name.slice(0, 100), value: score, missing: score === null ? whyNoScore(answers.map(([, read]) => read), own) : null, lowest, highest, items }
}

function scoredBy(answers: Answer[], range: { least: number, most: number }, name: string) {
  return scoreOf(answers.map(([, read]) => read?.value ?? null), { ...range, times: scaleNamed(name)?.times ?? 1 })
}

/** Of a scale without items in the file: known for those whose scoring is published, else nobody here knows. */
function limitsOf(name: string): { lowest: number | null, highest: number | null } {
  const known = scaleNamed(name)
  return known ? { lowest: known.items * known.least * known.times, highest: known.items * known.most * known.times } : { lowest: null, highest: null }
}

/** A sum is brought to the score as the authors define it; of an unknown scale nobody here knows the limits. */
function readGiven(column: Column, known: ReturnType<typeof scaleNamed>, found: Found): NumberRead | undefined {
  const isSum = column.role.is === 'sum'
  const most = known ? known.items * known.most * (isSum ? 1 : known.times) : 1_000_000
  const read = readOne(column, { least: known ? known.items * known.least : -1_000_000, most, isWhole: known !== undefined }, found)[0]
  return read?.value != null && isSum && known ? { value: read.value * known.times, missing: null } : read
}

/** Nothing answered at all is another thing than one answer missing. */
function whyNoScore(answers: readonly (NumberRead | undefined)[], own: NumberRead | undefined): Missing {
  const reasons = new Set(answers.length > 0 ? answers.map((read) => read?.missing ?? null) : [own?.missing ?? null])
  const [only] = reasons
  return reasons.size === 1 && only ? only : 'item-missing'
}
