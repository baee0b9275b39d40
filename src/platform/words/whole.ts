import type { Catalogue } from './catalogue.ts'

/** What is wrong with a sentence of a translation. */
export type Wrong = 'no-such-key' | 'no-text' | 'placeholders' | 'forms'

/** The forms of a plural in a language: "one" and "other" in Danish, six in Arabic. */
function formsOf(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories
}

/**
 * What is wrong with a translation, key by key: it says what nobody asks for, loses or invents a place for a value, or lacks a form of
 * its own language. The number itself may be left out of a form that says it ("two days" in one word).
 */
export function wrongIn(translation: Readonly<Record<string, unknown>>, english: Readonly<Catalogue>, locale: string): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>()
  for (const [key, text] of Object.entries(translation)) {
    const fault = faultOf(key, text, english)
    if (fault) wrong.set(key, fault)
  }
  for (const [key, fault] of missingForms(translation, english, locale)) wrong.set(key, fault)
  return wrong
}

/** "days_few" is a form of "days" where English knows it as a plural. */
export function baseOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

function faultOf(key: string, text: unknown, english: Readonly<Catalogue>): Wrong | undefined {
  const model = english[key] ?? (isForm(key) ? english[`${baseOf(key)}_other`] : undefined)
  if (model === undefined) return 'no-such-key'
  if (typeof text !== 'string' || text.trim() === '') return 'no-text'
  const [own, asked] = [placesIn(text), placesIn(model)]
  const isFree = (name: string) => isForm(key) && name === 'count'
  return [...own].some((name) => !asked.has(name)) || [...asked].some((name) => !own.has(name) && !isFree(name)) ? 'placeholders' : undefined
}

function missingForms(translation: Readonly<Record<string, unknown>>, english: Readonly<Catalogue>, locale: string): [string, Wrong][] {
  const plurals = new Set(Object.keys(translation).filter((key) => isForm(key) && english[`${baseOf(key)}_other`] !== undefined).map(baseOf))
  return [...plurals].flatMap((base) => formsOf(locale).some((form) => translation[`${base}_${form}`] === undefined)
    ? Object.keys(translation).filter((key) => isForm(key) && baseOf(key) === base).map((key): [string, Wrong] => [key, 'forms']) : [])
}

function isForm(key: string): boolean {
  return baseOf(key) !== key
}

function placesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{-?\s*(.+?)\s*\}\}/g)].map(([, name = '']) => name))
}
