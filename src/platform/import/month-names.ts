import { plain } from './spelling.ts'

/** The number of a month written as a word, in full or cut short: "May", "marts", "févr.", "Dez". */
export function monthNamed(word: string): number | undefined {
  const sought = plain(word)
  if (sought.length < 3) return undefined
  const found = new Set(monthNames.filter(({ name }) => name === sought || name.startsWith(sought) && sought.length >= 3).map(({ month }) => month))
  return found.size === 1 ? [...found][0] : undefined
}

const languages = ['en', 'da', 'sv', 'nb', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'pl', 'fi', 'ar']

const monthNames = languages.flatMap(language => ['long', 'short'].flatMap(length => {
  const format = new Intl.DateTimeFormat(language, { month: length as 'long' | 'short', timeZone: 'UTC' })
  const inDate = new Intl.DateTimeFormat(language, { month: length as 'long' | 'short', day: 'numeric', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1)).flatMap((moment, index) => [
    { name: plain(format.format(moment)), month: index + 1 },
    { name: plain(inDate.formatToParts(moment).find(part => part.type === 'month')?.value ?? ''), month: index + 1 },
  ])
})).filter(({ name }) => name.length >= 3)

/** "lundi 2 février 2026" and "le 2 février 2026" without what says nothing new. Any other word before a day ("about", "before") stays, and makes it no date. */
export function withoutWeekday(written: string): string {
  const text = written.replace(/^(?:le|den|am)\s+(?=\d)/i, '')
  const found = /^(\p{L}+)\.?,?\s+(?=.*\d)/u.exec(text)
  return found && weekdayNames.has(plain(found[1] ?? '')) ? text.slice(found[0].length) : text
}

const weekdayNames = new Set(languages.flatMap(language => ['long', 'short'].flatMap(length => {
  const format = new Intl.DateTimeFormat(language, { weekday: length as 'long' | 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => plain(format.format(Date.UTC(2026, 1, 2 + day)).replace('.', '')))
})))
