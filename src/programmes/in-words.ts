import { currentReader, languageOf, say } from '../platform/words/index.ts'
import { boundsOf, type Bounds } from './dose.ts'
import type { Count, Dose, Frequency, Team } from './parts.ts'
import { partsOf, type Programme } from './programme.ts'
import { english, t, type EnglishKey, type NameIn } from './words.ts'

/** "10 to 32 sessions", "at least 3 months", "no fixed number". */
export function amountInWords(count: Count, unit: NameIn<'amount'>): string {
  const bounds = boundsOf(count)
  if (bounds === undefined) return t('programmes.said.unknown')
  if (count === 'open') return unit === 'weeks' || unit === 'months' ? t('programmes.range.open-end') : t('programmes.range.open')
  return t(`programmes.amount.${unit}`, { count: bounds.max ?? bounds.typical ?? bounds.min ?? 0, range: rangeInWords(bounds) })
}

function rangeInWords({ min, typical, max }: Bounds): string {
  const shown = (number: number | undefined) => say.number(number ?? 0)
  if (min !== undefined && min === max) return shown(min)
  if (min === undefined && max === undefined) return t('programmes.range.about', { typical: shown(typical) })
  const span = min === undefined ? t('programmes.range.most', { most: shown(max) })
    : max === undefined ? t('programmes.range.least', { least: shown(min) }) : t('programmes.range.between', { least: shown(min), most: shown(max) })
  return typical === undefined ? span : t('programmes.range.usually', { range: span, typical: shown(typical) })
}

/** "2 times a week", "once in two weeks". */
export function frequencyInWords({ times, per }: Frequency): string {
  const bounds = boundsOf(times)
  if (bounds === undefined) return t('programmes.said.unknown')
  return t(`programmes.per.${per}`, { count: bounds.max ?? bounds.typical ?? bounds.min ?? 0, times: rangeInWords(bounds) })
}

/** A word that a definition uses as a name: translated where this house knows it, or else as its writer wrote it. */
export function wordInWords(word: string): string {
  const key = `programmes.word.${word}`
  return Object.hasOwn(english, key) ? t(key as EnglishKey) : word.replaceAll('_', ' ')
}

export function wordsInWords(words: readonly string[]): string {
  return words.length === 0 ? t('programmes.said.nothing') : say.list(words.map(wordInWords))
}

/** What a role or a forum of this definition is called; the person is the person everywhere. */
export function roleInWords(definition: Programme, name: string): string {
  if (name === 'participant') return t('programmes.said.participant')
  if (name === 'nobody') return t('programmes.said.nobody')
  if (name === 'not_established') return t('programmes.said.unknown')
  return [...definition.roles, ...partsOf(definition.forums)].find(one => one.id === name)?.title ?? wordInWords(name)
}

export function rolesInWords(definition: Programme, names: readonly string[]): string {
  return names.length === 0 ? t('programmes.said.nobody') : say.list(names.map(name => roleInWords(definition, name)))
}

export function yesOrNo(value: boolean): string {
  return t(value ? 'programmes.said.yes' : 'programmes.said.no')
}

/** How people sit together; in the catalogue no name ends in "_one", which there means a plural. */
export function formInWords(form: Exclude<Dose['form'], 'not_established' | undefined>): string {
  return t(`programmes.form.${form === 'one_to_one' ? 'single' : form}`)
}

export function shapeInWords(shape: Team['shape']): string {
  return t(`programmes.shape.${shape === 'one_to_one' ? 'single' : shape === 'one_or_two_to_one' ? 'one-or-two' : shape}`)
}

/** A country by its code; of a part of one ("GB-EAW") its own name where this house knows it. */
export function countryInWords(code: string): string {
  const key = `programmes.place.${code}`
  if (Object.hasOwn(english, key)) return t(key as EnglishKey)
  const [region = code, part] = code.split('-')
  const name = new Intl.DisplayNames([languageOf(currentReader().language).locale], { type: 'region' }).of(region) ?? region
  return part ? t('programmes.said.place', { region: name, part }) : t('programmes.said.country', { name })
}
