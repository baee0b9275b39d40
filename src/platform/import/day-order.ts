/** Which part of 08/03/25 is the day. Decided over a whole column, because one cell alone cannot tell. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first' | 'mixed'

/** An order for each sign that parts a date: a column may come from two offices, one with dots and one with strokes. */
export type DayOrders = Record<string, DayOrder>

/** How many dates of a column can be read in each order, by the sign that parts them. */
export type DayEvidence = Record<string, { all: number, dayFirst: number, monthFirst: number, yearFirst: number, onlyDayFirst: number, onlyMonthFirst: number }>

export type DateParts = { first: number, second: number, third: number, lengths: [number, number, number], sign: string }

/** The three numbers of a date such as 13.03.1997, 22/02/96 or 1984-05-27; digits of any script. */
export function datePartsOf(text: string): DateParts | undefined {
  const found = /^(\d{1,4})\s*([./\-‐–])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(inPlainDigits(text))
  if (!found) return undefined
  const [, first = '', sign = '', second = '', third = ''] = found
  return { first: Number(first), second: Number(second), third: Number(third), lengths: [first.length, second.length, third.length], sign }
}

/** ٢٧ and २७ as 27, so that dates in any script are read alike. */
export function inPlainDigits(text: string): string {
  return text.trim().replace(/\p{Nd}/gu, digit => /\d/.test(digit) ? digit : String(valueOfDigit(digit)))
}

/** Adds one cell of a column to what is known of it. */
export function noteDate(evidence: DayEvidence, text: string): void {
  const parts = datePartsOf(text.replace(/[ T]\d{1,2}[:.]\d{2}.*$/, ''))
  if (!parts || parts.lengths[0] === 4) return
  const dayFirst = parts.first <= 31 && parts.second <= 12
  const monthFirst = parts.first <= 12 && parts.second <= 31
  const yearFirst = parts.lengths[2] <= 2 && parts.second <= 12 && parts.third <= 31

  const seen = evidence[parts.sign] ??= { all: 0, dayFirst: 0, monthFirst: 0, yearFirst: 0, onlyDayFirst: 0, onlyMonthFirst: 0 }
  seen.all++
  seen.dayFirst += Number(dayFirst)
  seen.monthFirst += Number(monthFirst)
  seen.yearFirst += Number(yearFirst)
  seen.onlyDayFirst += Number(dayFirst && !monthFirst)
  seen.onlyMonthFirst += Number(monthFirst && !dayFirst)
}

/** Signs for which every date of the column could be read both ways: what decided was the service's own habit (`byHabit`), or the other columns, against that habit (`byOthers`). */
export type DecidedOrders = { orders: DayOrders, byHabit: string[], byOthers: string[] }

type Habit = 'day-first' | 'month-first'

/** `others`: every column of the file. Whoever writes 5/27/84 for a birth means the fourth of August by 8/4/2027, too. */
export function decideOrders(evidence: DayEvidence, habit: Habit, others: DayEvidence[] = []): DecidedOrders {
  const orders: DayOrders = {}
  const byHabit: string[] = []
  const byOthers: string[] = []
  for (const [sign, seen] of Object.entries(evidence)) {
    const ofFile = habitOf(others.flatMap((column) => column[sign] ?? []))
    const order = orderOf(seen, ofFile ?? habit)
    orders[sign] = order
    if (seen.dayFirst === 0 || seen.onlyDayFirst + seen.onlyMonthFirst > 0) continue
    if (ofFile === undefined && order === habit) byHabit.push(sign)
    if (ofFile === order && order !== habit) byOthers.push(sign)
  }
  return { orders, byHabit, byOthers }
}

/** How the dates of a whole file are written, where one can tell; one slip among many does not count. */
function habitOf(columns: DayEvidence[string][]): Habit | undefined {
  const days = columns.reduce((sum, { onlyDayFirst }) => sum + onlyDayFirst, 0)
  const months = columns.reduce((sum, { onlyMonthFirst }) => sum + onlyMonthFirst, 0)
  if (Math.min(days, months) * 20 > Math.max(days, months) || days === months) return undefined
  return days > months ? 'day-first' : 'month-first'
}

// One slip among many (05/13/90 in a column of days first) is a wrong date. Several are a second habit, and then a date
// that can be read both ways cannot be read at all.
function orderOf(seen: DayEvidence[string], habit: Habit): DayOrder {
  const [less, more] = [seen.onlyDayFirst, seen.onlyMonthFirst].sort((a, b) => a - b) as [number, number]
  if (seen.yearFirst > seen.dayFirst && seen.yearFirst > seen.monthFirst) return 'year-first'
  if (less > 0 && less * 20 > more) return 'mixed'
  if (seen.onlyDayFirst === seen.onlyMonthFirst) return habit
  return seen.onlyDayFirst > seen.onlyMonthFirst ? 'day-first' : 'month-first'
}

// The digits of every script stand together, zero first, so the value is the distance from the zero.
function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}
