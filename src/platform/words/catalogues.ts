import { createInstance } from 'i18next'
import { installLanguage, languageOf, pseudoCode } from './languages.ts'
import { pseudo } from './pseudo.ts'
import { currentReader } from './reader.ts'

/** Sentences by key: "agreement.reviewed"; of a plural, one entry a form: "agreement.days_one", "agreement.days_other". */
export type Catalogue = Record<string, string>

export type Values = Record<string, string | number>

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
  const own = sentences.getResourceBundle(languageOf(code).locale, room) as Catalogue | undefined
  return Object.keys(all()).filter(key => baseOf(key) === key && own?.[key] === undefined)
}

/** One sentence for the reader, from any catalogue. A key without a sentence is a fault, never shown. */
export function sentence(key: string, values: Values = {}): string {
  const { language } = currentReader()
  if (!sentences.exists(key, options(language, values))) throw new Error(`There is no sentence "${key}".`)
  return sentences.t(key, options(language, values))
}

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

function baseOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many)$/, '')
}
