import { Temporal } from 'temporal-polyfill'
import { instant, type Instant } from '../day.ts'
import { inPlainDigits } from './day-order.ts'
import { fault, isFault, type Cell, type Fault } from './fault.ts'
import { dayInCell, type DayReading } from './read-day.ts'

export type MomentRead = { at: Instant, /** Said when the clock showed this time twice, on the night that summer time ends. */ caution?: Fault }

/** The moment at which the service's own clocks showed what the cell says. */
export function momentInCell(cell: Cell, reading: DayReading): MomentRead | Fault {
  const found = /^(.+?)[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[ap]\.?m\.?)?$/i.exec(inPlainDigits(cell.text))
  if (!found) return fault(cell, 'import.moment.no-time')
  const [, written = '', hour = '', minute = '', second = '0', mark = ''] = found

  const on = dayInCell({ ...cell, text: written }, reading)
  if (isFault(on)) return { ...on, cell: cell.text, values: { ...on.values, cell: cell.text } }
  const local = localTime(on, { hour: hourOf(Number(hour), mark), minute: Number(minute), second: Number(second) })
  if (!local) return fault(cell, 'import.moment.impossible')
  return /^(Z|[+-])/i.test(mark) ? { at: instant(`${local.toString()}${zoneMark(mark)}`) } : onTheClocks(cell, local, reading.timeZone)
}

// When clocks go forward an hour is missing; when they go back one comes twice. The first of the two is taken, and said.
function onTheClocks(cell: Cell, local: Temporal.PlainDateTime, timeZone: string): MomentRead | Fault {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
  const at = instant(earlier.toInstant().toString())

  if (earlier.epochMilliseconds === later.epochMilliseconds) return { at }
  if (!earlier.toPlainDateTime().equals(local)) return fault(cell, 'import.moment.skipped', { timeZone })
  return { at, caution: fault(cell, 'import.moment.twice', { timeZone }) }
}

function localTime(on: string, time: { hour: number, minute: number, second: number }): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(time, { overflow: 'reject' }))
  } catch (wrong) {
    if (wrong instanceof RangeError) return undefined
    throw wrong
  }
}

function hourOf(hour: number, mark: string): number {
  if (!/^[ap]/i.test(mark)) return hour
  if (hour > 12 || hour === 0) return 99
  return hour % 12 + (/^p/i.test(mark) ? 12 : 0)
}

function zoneMark(mark: string): string {
  return mark.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
}
