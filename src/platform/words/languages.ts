import { foundCatalogues } from './found.ts'
import { pseudo } from './pseudo.ts'
import type { Reader } from './reader.ts'

/** A language that pages can be read in. `locale` is what the machine's own tables of dates and plurals are asked for. */
export type Language = { code: string, name: string, direction: 'ltr' | 'rtl', locale: string }

/** The languages one can choose: English and those of which words really lie there. The invented one is for whoever tests, and nobody is offered it. */
export function installedLanguages(): Language[] {
  return [...known().values()].filter(({ code }) => code !== pseudoCode)
}

/** Whether pages can be read in it, the invented one too. */
export function isInstalled(code: string): boolean {
  return find(code) !== undefined
}

/** The first installed language among those that somebody is said to speak: by its code, or by its name in any of the installed languages. */
export function installedAmong(said: readonly string[]): string | undefined {
  return said.map((one) => one.trim().toLowerCase()).flatMap((one) => installedLanguages().find(({ code }) => one === code || namesOf(code).includes(one)) ?? [])[0]?.code
}

export function languageOf(code: string): Language {
  const language = find(code)
  if (language === undefined) throw new Error(`The language "${code}" is not installed.`)
  return language
}

/** A reader of an installed language; whoever asks for another reads English. */
export function readerOf(code: string, timeZone: string): Reader {
  const { code: language, direction } = find(code) ?? english
  return { language, direction, timeZone }
}

export function installLanguage(code: string, direction: 'ltr' | 'rtl'): void {
  languages.set(code, { code, name: inItself(code), direction, locale: code })
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

// English is always there: whoever reads it waits for no folder to be read.
function find(code: string): Language | undefined {
  return languages.get(code) ?? known().get(code)
}

/** What lies there is looked for once, by the first who asks for a language other than English. */
function known(): Map<string, Language> {
  const found = foundCatalogues()
  if (found !== lookedAt) for (const { code } of found) if (!languages.has(code)) installLanguage(code, directionOf(code))
  lookedAt = found
  return languages
}

let lookedAt: readonly unknown[] | undefined

function directionOf(code: string): 'ltr' | 'rtl' {
  return (new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction?: string } }).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}

function namesOf(code: string): string[] {
  return [...languages.values()].flatMap(({ locale }) => new Intl.DisplayNames([locale], { type: 'language' }).of(code)?.toLowerCase() ?? [])
}

function inItself(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
}
