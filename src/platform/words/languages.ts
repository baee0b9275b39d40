import { pseudo } from './pseudo.ts'
import type { Reader } from './reader.ts'

/** A language that pages can be read in. `locale` is what the machine's own tables of dates and plurals are asked for. */
export type Language = { code: string, name: string, direction: 'ltr' | 'rtl', locale: string }

/** The languages one can choose, in the order in which they were added. */
export function installedLanguages(): Language[] {
  return [...languages.values()]
}

export function languageOf(code: string): Language {
  const language = languages.get(code)
  if (language === undefined) throw new Error(`The language "${code}" is not installed.`)
  return language
}

/** A reader of an installed language; whoever asks for another reads English. */
export function readerOf(code: string, timeZone: string): Reader {
  const { code: language, direction } = languages.get(code) ?? english
  return { language, direction, timeZone }
}

export function installLanguage(code: string, direction: 'ltr' | 'rtl'): void {
  languages.set(code, { code, name: ownNameOf(code), direction, locale: code })
}

/** What dates and numbers go through before they are shown: nothing, except in the invented language. */
export function spoken(code: string, text: string): string {
  return code === pseudoCode ? pseudo(text) : text
}

export const pseudoCode = 'qps'

const english: Language = { code: 'en', name: 'English', direction: 'ltr', locale: 'en-GB' }

// English plurals and dates, under a name of its own for the sentences.
const pseudoLanguage: Language = { code: pseudoCode, name: 'Pseudo', direction: 'rtl', locale: 'en-GB-x-pseudo' }

const languages = new Map([english, pseudoLanguage].map(language => [language.code, language]))

function ownNameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
}
