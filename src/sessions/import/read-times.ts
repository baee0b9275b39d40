import { fault, isFault, type Cell, type Fault } from '../../platform/import/fault.ts'
import type { ImportContext, RawRow } from '../../platform/import/importer.ts'
import { inPlainDigits } from '../../platform/import/day-order.ts'
import { cellOf, dayReading } from '../../platform/import/read-cell.ts'
import { dayInCell } from '../../platform/import/read-day.ts'
import { momentInCell, type MomentRead } from '../../platform/import/read-moment.ts'
import { isBlank } from '../../platform/import/spelling.ts'
import { addMonths } from '../../platform/day.ts'

/** When it began: day and time in one cell, or the day in a column of its own. */
export function readStart(raw: RawRow, context: ImportContext): MomentRead | Fault | null {
  return readAt(raw, context, { field: 'start', dayFrom: ['on'] })
}

/** When it ended; a bare time is of the day on which it began. */
export function readEnd(raw: RawRow, context: ImportContext): MomentRead | Fault | null {
  return readAt(raw, context, { field: 'end', dayFrom: ['on', 'start'] })
}

function readAt(raw: RawRow, context: ImportContext, { field, dayFrom }: { field: string, dayFrom: string[] }): MomentRead | Fault | null {
  const cell = field === 'end' ? endCellOf(raw) : cellOf(raw, field)
  if (isBlank(cell.text)) return null
  const written = inPlainTime(oneTime(inPlainDigits(cell.text), field))
  const dayCell = dayFrom.map((name) => cellOf(raw, name)).find(({ text }) => !isBlank(text) && hasDay(text))
  if (hasDay(written)) return said(cell, momentInCell({ ...cell, text: written }, readingOf(cell, context)))
  if (!dayCell) return fault(cell, 'import.moment.no-time')
  const [day, reading] = [inPlainTime(inPlainDigits(dayCell.text)).replace(/[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2})?(\s*[ap]m)?$/i, ''), readingOf(dayCell, context)]
  // What is wrong with the day is said of the column in which it stands.
  const on = dayInCell({ ...dayCell, text: day }, reading)
  return isFault(on) ? said(dayCell, on) : said(cell, momentInCell({ ...cell, text: `${day} ${written}` }, reading))
}

/** Where one column says from when to when, the end stands in it too. */
export function endCellOf(raw: RawRow): Cell {
  const [end, start] = [cellOf(raw, 'end'), cellOf(raw, 'start')]
  return isBlank(end.text) && fromTo.test(inPlainDigits(start.text)) ? start : end
}

/** "09.00-10.30" is two times. With a T or with seconds it would be a time and how far its zone is from Greenwich. */
function oneTime(text: string, field: string): string {
  const [, day = '', from = text, to = text] = fromTo.exec(text) ?? []
  return field === 'end' ? to : `${day}${from}`
}

const fromTo = /^((?:.*\d.*[ ,]+)?(?:kl\.? ?)?)(\d{1,2}[:.]\d{2}) ?(?:-|–|—|til|till|bis|to) ?(\d{1,2}[:.]\d{2})(?: ?Uhr)?$/iu

/** Nobody imports what lies further back than a working life. */
function readingOf(cell: Cell, context: ImportContext) {
  return dayReading(cell, context, { from: addMonths(context.today, -12 * 45), to: addMonths(context.today, 12 * 5) })
}

/** A fault shows the cell as it was sent. */
function said(cell: Cell, read: MomentRead | Fault): MomentRead | Fault {
  return isFault(read) ? { ...read, cell: cell.text, values: { ...read.values, cell: cell.text } } : read
}

function hasDay(text: string): boolean {
  return !/^\s*\d{1,2}([:.]\d{2}){0,2}\s*([ap]\.?m\.?)?\s*$/i.test(text)
}

/** "kl. 14.30", "14 h 30", "14 Uhr", "2 PM" are times; spaces of any width are one space. */
export function inPlainTime(text: string): string {
  return text.replace(/[\s\u00a0\u202f\u2007]+/g, ' ').trim()
    .replace(/\b(kl|klokken|um|à|at)\.? ?(?=\d)/gi, '')
    .replace(/ ?\bUhr\b/gi, '')
    .replace(/^\d{1,2}$/, '$&:00')
    .replace(/(^| )(\d{1,2}) ?h ?(\d{2})?$/i, (_, before: string, hour: string, minute?: string) => `${before}${hour}:${minute ?? '00'}`)
    .replace(/(^| )(\d{1,2}) ?([ap])\.? ?m\.?$/i, '$1$2:00 $3m')
    .replace(/([ap])\. ?m\.?$/i, '$1m')
    .replace(/ ?([صم])$/, (_, half: string) => (half === 'ص' ? ' am' : ' pm'))
    .replace(/([T ,])(\d{1,2})$/, (whole, sign: string, hour: string) => (/\d$/.test(text.slice(0, 4)) && Number(hour) < 24 && /\d{4}[T ]\d{1,2}$|[./-]\d{2,4} \d{1,2}$/.test(text.trim()) ? `${sign}${hour}:00` : whole))
}

export type LengthRead = { minutes: number, cell: Cell }

/** How long it lasted, in minutes or in hours: "60", "60 min", "1:30", "1 h 30", "1,5". */
export function readLength(raw: RawRow): LengthRead | Fault | null {
  for (const [field, minutesEach] of [['minutes', 1], ['hours', 60]] as const) {
    const cell = cellOf(raw, field)
    if (isBlank(cell.text)) continue
    const minutes = minutesIn(inPlainDigits(cell.text).replace(/[\s\u00a0\u202f]+/g, ' ').trim(), minutesEach)
    return minutes === undefined || minutes < 0 ? fault(cell, 'session-row.not-a-length') : { minutes, cell }
  }
  return null
}

function minutesIn(text: string, minutesEach: number): number | undefined {
  const clock = /^(\d{1,2})(?::| ?h(?:ours?)? ?| ?t(?:imer)? ?| ?Std\.? ?)(\d{2})(?: ?m(?:in)?\.?)?(?::00)?$/i.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const number = /^(-?\d+(?:[.,]\d+)?) ?(\p{L}*)\.?$/u.exec(text)
  if (!number) return undefined
  const amount = Number(number[1]!.replace(',', '.'))
  const unit = (number[2] ?? '').toLowerCase()
  if (unit === '') return amount * minutesEach
  if (/^(m|min|mins|minutes?|minutter|minuten)$/.test(unit)) return amount
  return /^(h|hours?|std|stunden?|t|timer?|heures?)$/.test(unit) ? amount * 60 : undefined
}
