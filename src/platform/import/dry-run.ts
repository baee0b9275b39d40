import { createHash } from 'node:crypto'
import { refuse } from '../refusals.ts'
import { sentence } from '../words/index.ts'
import { decideOrders } from './day-order.ts'
import type { Fault, Note } from './fault.ts'
import type { Mapping, Terms } from './importer.ts'
import { inLittleMemory } from './import-limits.ts'
import { mostExamples, outcomesOf, type Outcome, type Trial } from './outcomes.ts'
import { inspectBytes } from './read-encoding.ts'
import type { ColumnSeen, Survey } from './survey.ts'
import { isInList, mappedValue } from './values.ts'
import './import.refusals.ts'

/** `caution` counts the rows entered twice too; `willWrite` is what confirming will add. */
export type Totals = { rows: number, good: number, caution: number, bad: number, twice: number, there: number, willWrite: number }

export type DryRun<Row> = {
  /** Confirming asks for it again: the same bytes, mapping and terms. */
  seal: string,
  totals: Totals,
  notes: Note[],
  /** The rows that are not simply good, as many as a person can look at; `onOutcome` is given all. */
  attention: Outcome<Row>[],
  /** Some good rows, so that a person sees what they become. */
  examples: Outcome<Row>[],
}

/** What stands already of a row: the row itself, something that does not let it in, or something to know about it. */
export type Stands = 'there' | Fault | { caution: Fault }
export type Standing = Map<number, Stands>

export type Hooks<Row> = {
  /** By row: what stands already, as this row says it ('there') or otherwise (a fault, or a caution for a row that is taken). */
  standing?(outcomes: Outcome<Row>[]): Promise<Standing>,
  onProgress?(done: { rows: number, of: number }): void,
  onOutcome?(outcome: Outcome<Row>): void | Promise<void>,
}

/** Tries a file and writes nothing. */
export function dryRun<Row, Print>(trial: Trial<Row, Print>, hooks: Hooks<Row> = {}): Promise<DryRun<Row>> {
  return inLittleMemory(() => tryRows(trial, hooks))
}

async function tryRows<Row, Print>(trial: Trial<Row, Print>, hooks: Hooks<Row>): Promise<DryRun<Row>> {
  const totals: Totals = { rows: 0, good: 0, caution: 0, bad: 0, twice: 0, there: 0, willWrite: 0 }
  const attention: Outcome<Row>[] = []
  const examples: Outcome<Row>[] = []
  const shown = { caution: 0, bad: 0 }

  for await (const outcome of knownOutcomes(trial, hooks)) {
    addUp(totals, outcome)
    if (outcome.is !== 'good' && shown[outcome.is]++ < mostShown) attention.push({ ...outcome, becomes: null })
    if (outcome.is === 'good' && examples.length < mostExamples) examples.push(outcome)
    await hooks.onOutcome?.(outcome)
  }
  return { seal: sealOf(trial), totals, notes: notesOf(trial), attention, examples }
}

/** Every row's outcome once more, in the order of the file, if this is exactly what was tried. */
export async function* sealedOutcomes<Row, Print>(trial: Trial<Row, Print>, seal: string): AsyncGenerator<Outcome<Row>> {
  const { sha256 } = await inspectBytes(trial.file, trial.survey.format.encoding)
  if (sha256 !== trial.survey.sha256 || sealOf(trial) !== seal) throw refuse('import-not-what-was-tried')
  mustHaveColumns(trial, trial.terms.mapping)
  yield* outcomesOf(trial)
}

/** A print of the bytes and of everything that decides what they mean. */
export function sealOf<Row, Print>({ importer, survey, terms }: Pick<Trial<Row, Print>, 'importer' | 'survey' | 'terms'>): string {
  const { sha256, format, headingRow } = survey
  return createHash('sha256').update(inOneOrder({ kind: importer.kind, sha256, format, headingRow, terms })).digest('hex')
}

const mostShown = 500
const rowsAtOnce = 200

async function* knownOutcomes<Row, Print>(trial: Trial<Row, Print>, hooks: Hooks<Row>): AsyncGenerator<Outcome<Row>> {
  mustHaveColumns(trial, trial.terms.mapping)
  let rows = 0
  for await (const batch of inBatches(outcomesOf(trial))) {
    rows += batch.length
    const known = hooks.standing ? settled(batch, await hooks.standing(batch)) : batch
    yield* known.map((outcome) => withColumnsNamed(outcome, trial))
    hooks.onProgress?.({ rows, of: trial.survey.rows })
  }
}

/** A fault is told by the heading that the sender knows; where no column is chosen for it, by what the field is called here. */
function withColumnsNamed<Row, Print>(outcome: Outcome<Row>, { importer, terms }: Trial<Row, Print>): Outcome<Row> {
  if (outcome.faults.length + outcome.cautions.length === 0) return outcome
  const named = (one: Fault): Fault => {
    if (one.column !== '' && one.column !== one.field) return one
    const says = importer.fields.find(({ name }) => name === one.field)?.says
    const column = terms.mapping.fields[one.field] ?? (says === undefined ? one.column : sentence(says))
    return { ...one, column, values: { ...one.values, column } }
  }
  return { ...outcome, faults: outcome.faults.map(named), cautions: outcome.cautions.map(named) }
}

/** Without these columns no row can be read. The sentence is about the choice of the column, where it is made. */
export function mustHaveColumns<Row, Print>({ importer, survey }: Pick<Trial<Row, Print>, 'importer' | 'survey'>, mapping: Mapping): void {
  const missing = importer.fields.find(({ name, required }) => required && !survey.headings.includes(mapping.fields[name] ?? ''))
  if (missing) throw refuse('import-column-missing', { field: sentence(missing.says) }, `fields.${missing.name}`)
}

async function* inBatches<One>(all: AsyncGenerator<One>): AsyncGenerator<One[]> {
  let batch: One[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

// Importing a file again is an ordinary thing to do, so rows that are there already are no fault of theirs.
export function settled<Row>(batch: Outcome<Row>[], standing: Standing): Outcome<Row>[] {
  return batch.map(outcome => {
    const found = standing.get(outcome.row)
    if (found === undefined) return outcome
    if (found === 'there') return { ...outcome, isThere: true }
    if ('caution' in found) return { ...outcome, is: 'caution', cautions: [...outcome.cautions, found.caution] }
    return { ...outcome, is: 'bad', becomes: null, faults: [found], cautions: [] }
  })
}

function addUp<Row>(totals: Totals, outcome: Outcome<Row>): void {
  totals.rows++
  totals[outcome.is]++
  if (outcome.twiceOf !== undefined) totals.twice++
  if (outcome.isThere) totals.there++
  if (outcome.becomes !== null && !outcome.isThere) totals.willWrite++
}

function notesOf<Row, Print>({ importer, survey, terms }: Trial<Row, Print>): Note[] {
  const columns = new Map(survey.columns.map(column => [column.heading, column]))
  return [...survey.notes, ...importer.fields.flatMap(field => {
    const column = columns.get(terms.mapping.fields[field.name] ?? '')
    if (!column) return []
    if (field.kind === 'day' || field.kind === 'moment') return orderNotes(column, survey, terms)
    const taught = column.values.filter(({ text }) => !isInList(field, text))
    return taught.flatMap(({ text, rows }) => valueNote({ column: column.heading, text, rows }, mappedValue(terms.mapping, field.name, text)))
  })]
}

function orderNotes({ heading, days }: ColumnSeen, survey: Survey, { dayOrder }: Terms): Note[] {
  const { byHabit, byOthers } = decideOrders(days, dayOrder, survey.columns.map((column) => column.days))
  const values = { column: heading }
  return [
    ...byHabit.length > 0 ? [{ says: `import.note.${dayOrder}-by-habit`, values }] : [],
    ...byOthers.length > 0 ? [{ says: `import.note.${dayOrder === 'day-first' ? 'month-first' : 'day-first'}-by-others`, values }] : [],
  ]
}

function valueNote({ column, text, rows }: { column: string, text: string, rows: number }, value: string | undefined): Note[] {
  return value === undefined ? [] : [{ says: 'import.note.value-read-as', values: { column, text, value, count: rows } }]
}

// A mapping may have lain in the database, which puts the keys of an object in an order of its own.
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => one < other ? -1 : 1))
  })
}

