import { Temporal } from 'temporal-polyfill'

/** A calendar day, written '2026-11-23'. It has no time and no zone. */
export type Day = string & { readonly __day: true }

/** A moment, written '2026-11-23T14:00:00.000Z'; always in UTC. */
export type Instant = string & { readonly __instant: true }

/** The day that a text of the form YYYY-MM-DD names, or nothing when there is no such day. */
export function readDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text) ? text as Day : undefined
}

/** A day known to exist, for definitions and tests. Throws when it does not. */
export function day(text: string): Day {
  const found = readDay(text)
  if (!found) throw new RangeError(`There is no day ${text}.`)
  return found
}

/** A moment in our way of writing it. Throws a RangeError where the text names none. */
export function instant(text: string): Instant {
  if (isInstant(text)) return text as Instant
  return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant
}

/** Whether a text is a moment in our way of writing it. Nearly every moment is: then there is nothing to work out. */
export function isInstant(text: string): boolean {
  const milliseconds = text.length === 24 ? Date.parse(text) : NaN
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text
}

/**
 * The day on the wall calendar of a place at a moment; `zone` is an IANA name. Within a quarter of an hour it is the same day everywhere (since 1972 no clock
 * differs by less), and lists ask for the same ones again and again: what was found is kept.
 */
export function dayAt(moment: Instant, zone: string): Day {
  const minutes = Number(moment.slice(14, 16))
  const quarter = `${moment.slice(0, 14)}${minutes - minutes % 15} ${zone}`
  if (moment < '1972' || moment.length !== 24) return dayFound(moment, zone)
  const day = daysKept.get(quarter) ?? dayFound(moment, zone)
  if (daysKept.size >= mostDaysKept) daysKept.clear()
  daysKept.set(quarter, day)
  return day
}

const daysKept = new Map<string, Day>()
const mostDaysKept = 20_000

function dayFound(moment: Instant, zone: string): Day {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() as Day
}

/** The wall-clock time 'HH:MM' of a place at a moment. */
export function timeAt(moment: Instant, zone: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The moment of a wall-clock time 'HH:MM' on a day; nothing when the clock skips it (summer time). */
export function momentOf(on: Day, time: string, zone: string): Instant | undefined {
  const ahead = /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? aheadOn(on, zone) : undefined
  return ahead === undefined ? momentFound(on, time, zone) : new Date(Date.parse(`${on}T${time}Z`) - ahead).toISOString() as Instant
}

/** By how many milliseconds the clock of a place is ahead on a day; nothing where that changes in its course. Asked of the same days again and again: what was found is kept. */
function aheadOn(on: Day, zone: string): number | undefined {
  const key = `${on} ${zone}`
  if (aheadKept.has(key)) return aheadKept.get(key)
  const [starts, ends] = ['00:00', '23:59'].map((time) => {
    const moment = momentFound(on, time, zone)
    return moment === undefined ? undefined : Date.parse(`${on}T${time}Z`) - Date.parse(moment)
  })
  if (aheadKept.size >= mostDaysKept) aheadKept.clear()
  aheadKept.set(key, starts === ends ? starts : undefined)
  return aheadKept.get(key)
}

const aheadKept = new Map<string, number | undefined>()

function momentFound(on: Day, time: string, zone: string): Instant | undefined {
  try {
    const local = Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(time))
    const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
    if (!zoned.toPlainDateTime().equals(local)) return undefined
    return zoned.toInstant().toString({ fractionalSecondDigits: 3 }) as Instant
  } catch (fault) {
    if (fault instanceof RangeError) return undefined
    throw fault
  }
}

export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) as Day
}

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(from: Day, months: number): Day {
  return Temporal.PlainDate.from(from).add({ months }).toString() as Day
}

/** How many days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function addMinutes(from: Instant, minutes: number): Instant {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString() as Instant
}

/** Milliseconds since 1970, for what a standard counts so: the codes of an authenticator. */
export function millisecondsOf(moment: Instant): number {
  return Temporal.Instant.from(moment).epochMilliseconds
}
