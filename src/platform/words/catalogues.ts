import { createInstance } from 'i18next'
import type { Catalogue, Values } from './catalogue.ts'
import { inOneDirection, markedEnglish, withoutMarks } from './directions.ts'
import { foundCatalogues, type Found } from './found.ts'
import { installLanguage, languageOf, pseudoCode } from './languages.ts'
import { pseudo } from './pseudo.ts'
import { currentReader } from './reader.ts'
import { readTranslation, type Translation } from './translations.ts'
import { baseOf } from './whole.ts'

/** A room's English sentences. The invented language follows from them. */
export function register(english: Catalogue): void {
  refuseDoubles(english)
  put('en', english)
  put(pseudoCode, Object.fromEntries(Object.entries(english).map(([key, sentence]) => [key, pseudo(sentence)])))
}

/** A translation, as many catalogues as it comes in. What it lacks is said in English. */
export function addLanguage(code: string, direction: 'ltr' | 'rtl', catalogues: Catalogue[]): void {
  installLanguage(code, direction)
  for (const catalogue of catalogues) put(code, catalogue)
}

/** The keys of which a language has no sentence yet. */
export function untranslatedKeys(code: string): string[] {
  translationOf(code)
  const own = sentences.getResourceBundle(languageOf(code).locale, room) as Catalogue | undefined
  const said = new Set(Object.keys(own ?? {}).map(baseOf))
  return [...new Set(Object.keys(all()).map(baseOf))].filter(key => !said.has(key))
}

/** How many sentences the pages have, a plural counted once. */
export function sentencesThereAre(): number {
  return new Set(Object.keys(all()).map(baseOf)).size
}

/** What lies there of a language, read when it is asked for first: an hour in which nobody reads Arabic costs nothing. */
export function translationOf(code: string): Translation {
  forgetOfOtherFolders()
  const known = translations.get(code)
  if (known) return known
  const { locale } = languageOf(code)
  const translation = isOurs(code) ? { catalogues: [], readBy: '', findings: [] } : readTranslation(code, locale, all())
  translations.set(code, translation)
  for (const catalogue of translation.catalogues) put(code, catalogue)
  return translation
}

/** What was read stands for the folders it was read from. */
function forgetOfOtherFolders(): void {
  const here = foundCatalogues()
  if (readFrom === here) return
  translations.clear()
  plainSentences.clear()
  readFrom = here
}

let readFrom: readonly Found[] | undefined

/** One sentence for the reader, from any catalogue. A key without a sentence is a fault, never shown. */
export function sentence(key: string, values?: Values): string {
  const { language } = currentReader()
  if (values !== undefined) return sentenceIn(language, key, values)
  const known = plainSentences.get(`${language} ${key}`) ?? sentenceIn(language, key, {})
  plainSentences.set(`${language} ${key}`, known)
  return known
}

/** What has no values is the same each time, until a catalogue comes. A page has a hundred of them. */
const plainSentences = new Map<string, string>()

function sentenceIn(language: string, key: string, values: Values): string {
  if (isOurs(language)) return said(key, options(language, values))
  translationOf(language)
  const asked = { ...options(language, values), replace: inOneDirection(inWords(values, languageOf(language).locale), languageOf(language).direction) }
  if (sentences.exists(key, { ...asked, lngs: [asked.lng] })) return said(key, asked)
  return markedEnglish(said(key, options('en', Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withoutMarks(value)])))))
}

function said(key: string, asked: ReturnType<typeof options>): string {
  return sentences.t(key, asked)
}

/** English, and what is made from it: nothing has to be read, and nothing can be missing. */
function isOurs(code: string): boolean {
  return code === 'en' || code === pseudoCode
}

const translations = new Map<string, Translation>()

const room = 'words'

const sentences = createInstance({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  load: 'currentOnly',
  defaultNS: room,
  ns: [room],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // The page escapes everything; escaping here as well would show "&amp;" to people.
  interpolation: { escapeValue: false },
  missingInterpolationHandler: (text: string, match: string[]) => {
    throw new Error(`The sentence "${text}" needs a value for ${match[0] ?? ''}.`)
  },
  parseMissingKeyHandler: (key: string) => {
    throw new Error(`There is no sentence "${key}".`)
  },
})
void sentences.init()

function options(language: string, values: Values) {
  const { locale } = languageOf(language)
  // Values are only ever inserted: `replace` keeps them from being read as options, `nest` from being looked up.
  return { lng: locale, nest: false, replace: inWords(values, locale), ...(typeof values['count'] === 'number' && { count: values['count'] }) }
}

function inWords(values: Values, locale: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) =>
    [name, typeof value === 'number' ? value.toLocaleString(locale) : value]))
}

function put(code: string, catalogue: Catalogue): void {
  plainSentences.clear()
  sentences.addResourceBundle(languageOf(code).locale, room, catalogue, true, true)
}

function refuseDoubles(english: Catalogue): void {
  const known = all()
  for (const [key, text] of Object.entries(english)) {
    if (known[key] !== undefined && known[key] !== text) throw new Error(`Two catalogues have a sentence "${key}".`)
  }
}

function all(): Catalogue {
  return (sentences.getResourceBundle('en-GB', room) as Catalogue | undefined) ?? {}
}
