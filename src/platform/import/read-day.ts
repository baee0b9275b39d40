import { Temporal } from 'temporal-polyfill'
import { dayAt, instant, readDay, type Day } from '../day.ts'
import { datePartsOf, inPlainDigits, type DateParts, type DayOrders } from './day-order.ts'
import { fault, type Cell, type Fault } from './fault.ts'
import { monthNamed, withoutWeekday } from './month-names.ts'

/** How a column's days are read. A year of two digits is the one that lies between `from` and `to`: a birth was, a release will be. */
export type DayReading = { orders: DayOrders, from: Day, to: Day, timeZone: string }

/** The day that a cell names, as services write days, or what is wrong with it. An empty cell is for the caller to judge. */
export function dayInCell(cell: Cell, reading: DayReading): Day | Fault {
  const text = inPlainDigits(cell.text)
  // Also where four digits of a person's own number follow, as Swedish files write a birth: 19840527-1234.
  const written = /^\d{8}(-\d{4})?$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : text

  const moment = momentWithZone(written)
  if (moment) return dayAt(instant(moment), reading.timeZone)
  return dayWritten(cell, withoutTime(written), reading)
}

/** Whether a text could be a day at all, for telling columns apart. */
export function looksLikeDay(text: string): boolean {
  const bare = withoutTime(inPlainDigits(text))
  return datePartsOf(bare) !== undefined || partsInWords(bare) !== undefined
}

// A system that keeps midnight in UTC writes the evening before: its zone has to be honoured to find the day.
function momentWithZone(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i.exec(text)
  if (!found || !readDay(found[1] ?? '')) return undefined
  const moment = `${found[1]}T${found[2]}${(found[3] ?? '').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
  try {
    return Temporal.Instant.from(moment).toString()
  } catch (wrong) {
    if (wrong instanceof RangeError) return undefined
    throw wrong
  }
}

function withoutTime(text: string): string {
  return text.replace(/[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[ap]\.?m\.?)?$/i, '')
}

function dayWritten(cell: Cell, text: string, reading: DayReading): Day | Fault {
  const words = partsInWords(text)
  if (words) return dayOfParts(cell, words, reading)

  const parts = datePartsOf(text)
  if (parts) return dayOfNumbers(cell, parts, reading)
  if (/^\d{5}([.,]\d+)?$/.test(text)) return fault(cell, 'import.day.serial')
  if (/^(\d{1,2}[./-])?\d{4}$/.test(text)) return fault(cell, 'import.day.incomplete')
  return fault(cell, 'import.day.not-a-day')
}

type WrittenParts = { day: number, month: number, year: number, yearDigits: number }

function dayOfNumbers(cell: Cell, parts: DateParts, reading: DayReading): Day | Fault {
  const { first, second, third, lengths: [digitsOfFirst, , digitsOfThird] } = parts
  if (digitsOfFirst === 4) return dayOfParts(cell, { year: first, month: second, day: third, yearDigits: 4 }, reading)
  if (digitsOfFirst === 3 || digitsOfThird === 3 || digitsOfThird === 1) return fault(cell, 'import.day.not-a-day')

  const order = reading.orders[parts.sign] ?? 'day-first'
  const dayFirst = { day: first, month: second, year: third, yearDigits: digitsOfThird }
  const monthFirst = { day: second, month: first, year: third, yearDigits: digitsOfThird }
  if (order === 'year-first' && digitsOfThird === 2) return dayOfParts(cell, { year: first, month: second, day: third, yearDigits: 2 }, reading)
  if (order !== 'mixed') return dayOfParts(cell, order === 'month-first' ? monthFirst : dayFirst, reading)

  if (first <= 12 && second <= 12 && first !== second) return fault(cell, 'import.day.two-readings')
  return dayOfParts(cell, first > 12 ? dayFirst : monthFirst, reading)
}

function partsInWords(written: string): WrittenParts | undefined {
  const text = withoutWeekday(written)
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})$/iu.exec(text)
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/iu.exec(text)
  const [day, word, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : []
  const month = word === undefined ? undefined : monthNamed(word)
  if (month === undefined || day === undefined || year === undefined) return undefined
  return { day: Number(day), month, year: Number(year), yearDigits: year.length }
}

function dayOfParts(cell: Cell, { day, month, year, yearDigits }: WrittenParts, reading: DayReading): Day | Fault {
  if (yearDigits === 4) return existing(year, month, day) ?? fault(cell, 'import.day.impossible')

  const years = [1800, 1900, 2000, 2100].map(century => century + year)
  const near = years.filter(full => full >= Number(reading.from.slice(0, 4)) && full <= Number(reading.to.slice(0, 4)))
  const fitting = near.map(full => existing(full, month, day)).filter(found => found !== undefined && found >= reading.from && found <= reading.to)
  if (fitting.length === 1 && fitting[0]) return fitting[0]
  return fault(cell, years.some(full => existing(full, month, day)) ? 'import.day.year-unclear' : 'import.day.impossible')
}

function existing(year: number, month: number, day: number): Day | undefined {
  return readDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
