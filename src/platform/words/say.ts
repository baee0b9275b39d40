import { day, type Day, type Instant } from '../day.ts'
import { keptTogether } from './directions.ts'
import { languageOf, pseudoCode, spoken } from './languages.ts'
import { currentReader } from './reader.ts'

/** Days, moments, numbers and lists, as the reader writes them. */
export const say = {
  /** 23 November 2026 */
  day: (day: Day) => dated(day, { day: 'numeric', month: 'long', year: 'numeric' }),
  /** A year, a month or a day, as exactly as somebody knows it: 2013, February 2021, 23 November 2026 */
  when: (when: number | string) => exactly(String(when)),
  /** 23 Nov */
  dayShort: (day: Day) => dated(day, { day: 'numeric', month: 'short' }),
  /** Mon 23 Nov */
  weekday: (day: Day) => dated(day, { weekday: 'short', day: 'numeric', month: 'short' }),
  /** Monday */
  dayOfTheWeek: (day: Day) => dated(day, { weekday: 'long' }),
  /** 23 November 2026 at 16:40, in the reader's time zone */
  moment: (instant: Instant) => timed(instant, { dateStyle: 'long', timeStyle: 'short' }),
  /** 16:40, in the reader's time zone */
  time: (instant: Instant) => timed(instant, { timeStyle: 'short' }),
  /** 1,234.5 */
  number: (number: number, form: Intl.NumberFormatOptions = {}) => inOwnWords(locale => numbers(locale, form).format(number)),
  /** Amira, Lena and Kai */
  list: (things: readonly string[]) => listed(things),
  /** Amira, 10:00, room B2: things beside each other, with the comma of the reader's script between them. */
  beside: (things: readonly string[]) => ownInOne(things).join(spoken(currentReader().language, commaOf(currentReader().language))),
  /** French, of "fr"; what is no code of a language stays as it was written. */
  language: (code: string) => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(code) ? inOwnWords(locale => new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code) : code),
  /** français, of "fr": a language by its own name, for whoever looks for theirs. */
  languageItself: (code: string) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
}

function exactly(when: string): string {
  if (when.length === 4) return inOwnWords(locale => numbers(locale, { useGrouping: false }).format(Number(when)))
  return when.length === 7 ? dated(day(`${when}-01`), { month: 'long', year: 'numeric' }) : say.day(day(when))
}

// The things are somebody's own words or said already; what stands between them is the reader's.
function listed(things: readonly string[]): string {
  const { code, locale } = languageOf(currentReader().language)
  return new Intl.ListFormat(locale).formatToParts(ownInOne(things)).map(({ type, value }) => (type === 'literal' ? spoken(code, value) : value)).join('')
}

// A name that runs the other way would change places with its neighbours. In English and the invented language they stay as they are.
function ownInOne(things: readonly string[]): string[] {
  const { code, direction } = languageOf(currentReader().language)
  return code === 'en' || code === pseudoCode ? [...things] : things.map((thing) => keptTogether(thing, direction))
}

function commaOf(code: string): string {
  return new Intl.Locale(languageOf(code).locale).maximize().script === 'Arab' ? '، ' : ', '
}

// A day has no time zone: it is read and written in the same one, so that it stays itself.
function dated(day: Day, form: Intl.DateTimeFormatOptions): string {
  return inOwnWords(locale => formatter(locale, { ...form, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)))
}

// In every language the day has twenty-four hours, as on the slip, on the door and in the fields of our forms.
function timed(instant: Instant, form: Intl.DateTimeFormatOptions): string {
  const { timeZone } = currentReader()
  return inOwnWords(locale => formatter(locale, { ...form, hourCycle: 'h23', timeZone }).format(new Date(instant)))
}

function inOwnWords(write: (locale: string) => string): string {
  const { code, locale } = languageOf(currentReader().language)
  return spoken(code, write(locale))
}

// Making a formatter costs a thousand times as much as using one.
const formatter = madeOnce((locale, form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, form))
const numbers = madeOnce((locale, form: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, form))

function madeOnce<Form, Formatter>(make: (locale: string, form: Form) => Formatter): (locale: string, form: Form) => Formatter {
  const made = new Map<string, Formatter>()
  return (locale, form) => {
    const name = JSON.stringify([locale, form])
    const known = made.get(name) ?? make(locale, form)
    made.set(name, known)
    return known
  }
}
