import { dayAt, millisecondsOf, type Instant } from '../../platform/day.ts'
import { fault, isFault, type Cell, type Fault } from '../../platform/import/fault.ts'
import type { Field, ImportContext, RawRow, ReadRow } from '../../platform/import/importer.ts'
import { cellOf, textIn } from '../../platform/import/read-cell.ts'
import { isBlank } from '../../platform/import/spelling.ts'
import { mappedValue, valueOf } from '../../platform/import/values.ts'
import { allCauses, type Cause } from '../session.ts'
import { sameNumber } from './known-people.ts'
import { endCellOf, readEnd, readLength, readStart, type LengthRead } from './read-times.ts'
import { ways } from './session-fields.ts'
import type { SessionRow } from './session-row.ts'

/** Who is meant by a number (`isMine`: in a unit of whoever imports), and by the public id of a colleague. */
export type Known = { person(number: string): { id: number, isMine: boolean } | undefined, worker(publicId: string): number | undefined }

/**
 * One row, whole or not at all. A row is not taken where it contradicts itself (an end before the beginning, minutes that are not those
 * between them, ten hours, held without a length), or where nobody can know yet what it means (whether it was held, who held it). It waits:
 * it is named, nothing of it is written, and the same file imported later writes it without doubling the others.
 */
export function readSessionRow(raw: RawRow, context: ImportContext, { fields, known }: { fields: Field[], known: Known }): ReadRow<SessionRow> {
  const found: Found = { faults: textsTooLong(raw), cautions: [] }
  const participantId = personOf(raw, known, found)
  const outcome = outcomeOf(raw, context, fields, found)
  const authorId = workerOf(raw, context, known, found)
  const startsAt = startOf(raw, context, found)
  const minutes = startsAt === null ? null : lengthOf(raw, context, { startsAt, isHeld: outcome?.state === 'held' }, found)
  if (found.faults.length > 0 || participantId === null || outcome === null || authorId === null || startsAt === null || minutes === null) return { faults: found.faults }
  const row = { participantId, authorId, startsAt, minutes, ...outcome, way: wayOf(raw, context, fields), place: textIn(raw, 'place') ?? '', done: textIn(raw, 'done') ?? '', note: textIn(raw, 'note') ?? '' }
  return { row, cautions: found.cautions }
}

type Found = { faults: Fault[], cautions: Fault[] }

const longest = { number: 60, by: 200, place: 200, outcome: 200, done: 20_000, note: 20_000 }

function textsTooLong(raw: RawRow): Fault[] {
  return Object.entries(longest).filter(([field, most]) => cellOf(raw, field).text.trim().length > most)
    .map(([field, most]) => fault(cellOf(raw, field), 'session-row.text-too-long', { count: cellOf(raw, field).text.trim().length, most }))
}

function personOf(raw: RawRow, known: Known, { faults }: Found): number | null {
  const cell = cellOf(raw, 'number')
  if (isBlank(cell.text)) return wrong(faults, fault(cell, 'session-row.nobody'))
  const person = known.person(sameNumber(cell.text))
  if (!person) return wrong(faults, fault(cell, 'session-row.unknown-person'))
  return person.isMine ? person.id : wrong(faults, fault(cell, 'session-row.other-unit'))
}

/** "?" is an answer too: nobody knows. No cause is guessed for it. */
function outcomeOf(raw: RawRow, { mapping }: ImportContext, fields: Field[], { faults }: Found): Pick<SessionRow, 'state' | 'cause' | 'outcomeAsSent'> | null {
  const cell = cellOf(raw, 'outcome')
  const value = mappedValue(mapping, 'outcome', cell.text) ?? valueOf(fields.find(({ name }) => name === 'outcome')!, cell.text)
  const outcomeAsSent = cell.text.trim()
  if (value === 'held') return { state: 'held', cause: null, outcomeAsSent: '' }
  if (value === 'called-off') return { state: 'called-off', cause: null, outcomeAsSent }
  const cause = allCauses.find((one): one is Cause => one === value)
  return cause ? { state: 'missed', cause, outcomeAsSent } : wrong(faults, fault(cell, 'session-row.outcome-unknown'))
}

/** Only what a person has said counts: a note must never reach somebody of nearly the same name. */
function workerOf(raw: RawRow, { mapping }: ImportContext, known: Known, { faults }: Found): number | null {
  const cell = cellOf(raw, 'by')
  if (isBlank(cell.text)) return wrong(faults, fault(cell, 'session-row.no-worker'))
  return known.worker(mappedValue(mapping, 'by', cell.text) ?? '') ?? wrong(faults, fault(cell, 'session-row.worker-waits'))
}

function startOf(raw: RawRow, context: ImportContext, { faults, cautions }: Found): Instant | null {
  const start = readStart(raw, context)
  if (isFault(start)) return wrong(faults, start)
  if (start === null) return wrong(faults, fault(cellOf(raw, 'start'), 'session-row.no-start'))
  if (start.caution) cautions.push(start.caution)
  return dayAt(start.at, context.timeZone) > context.today ? wrong(faults, fault(cellOf(raw, 'start'), 'session-row.future')) : start.at
}

const mostMinutes = 480
const leastMinutes = 5

/** What did not take place has no length of its own: nothing, or as planned. */
function lengthOf(raw: RawRow, context: ImportContext, { startsAt, isHeld }: { startsAt: Instant, isHeld: boolean }, { faults, cautions }: Found): number | null {
  const end = readEnd(raw, context)
  if (isFault(end)) return wrong(faults, end)
  const between = end ? (millisecondsOf(end.at) - millisecondsOf(startsAt)) / 60_000 : null
  if (between !== null && between < 0) return wrong(faults, fault(endCellOf(raw), 'session-row.ends-before'))
  const said = readLength(raw)
  if (isFault(said)) return wrong(faults, said)
  if (end?.caution) cautions.push(end.caution)
  const length = oneLength(between, said, endCellOf(raw))
  if (isFault(length)) return wrong(faults, length)
  if (length >= leastMinutes) return length
  return isHeld ? wrong(faults, fault(cellOf(raw, end ? 'end' : 'minutes'), 'session-row.no-length')) : 0
}

function oneLength(between: number | null, said: LengthRead | null, end: Cell): number | Fault {
  if (between !== null && said !== null && Math.abs(between - said.minutes) > 1) return fault(said.cell, 'session-row.lengths-differ', { minutes: between })
  const minutes = Math.round(between ?? said?.minutes ?? 0)
  return minutes > mostMinutes ? fault(said?.cell ?? end, 'session-row.too-long', { count: minutes, most: mostMinutes }) : minutes
}

function wayOf(raw: RawRow, { mapping }: ImportContext, fields: Field[]): SessionRow['way'] {
  const { text } = cellOf(raw, 'way')
  const value = mappedValue(mapping, 'way', text) ?? valueOf(fields.find(({ name }) => name === 'way')!, text)
  return ways.find((way) => way === value) ?? null
}

function wrong(faults: Fault[], found: Fault): null {
  faults.push(found)
  return null
}
