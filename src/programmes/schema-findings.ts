import type { ErrorObject } from 'ajv/dist/2020.js'
import { wordsOf } from '../platform/words/index.ts'
import { namesABelief } from './checks/belief.ts'
import { schemaErrors } from './definition-schema.ts'
import { inside, placeOf, type Fault, type Path } from './finding.ts'
import en from './programmes.words.en.json' with { type: 'json' }

const t = wordsOf(en)

/** What does not have the published form, one sentence for each place. */
export function schemaFaults(data: unknown): Fault[] {
  return telling(schemaErrors(data)).map(error => faultOf(data, error))
}

/**
 * Of a choice ("a number, or a range, or not_established") the checker reports every branch that failed. A person is told one thing:
 * what is wrong deeper inside, if something is, or else what the choice would have been.
 */
function telling(errors: ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter(error => error.keyword === 'anyOf').map(error => error.instancePath))
  const exact = errors.filter(error => !isVague(error) || !choices.has(error.instancePath))
  const outer = errors.filter(error => error.keyword === 'anyOf' && !exact.some(other => isAtOrIn(other.instancePath, error.instancePath)))
  return onePerPlace([...exact, ...outer.filter(error => !outer.some(other => other !== error && other.instancePath.startsWith(`${error.instancePath}/`)))])
}

function isVague(error: ErrorObject): boolean {
  return error.keyword !== 'required' && error.keyword !== 'additionalProperties'
}

function isAtOrIn(place: string, around: string): boolean {
  return place === around || place.startsWith(`${around}/`)
}

function onePerPlace(errors: ErrorObject[]): ErrorObject[] {
  const told = new Map<string, ErrorObject>()
  for (const error of errors) {
    const key = `${error.instancePath} ${String(error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '')}`
    // Of nested choices the outermost comes last and describes all that is possible.
    if (!told.has(key) || error.keyword === 'anyOf') told.set(key, error)
  }
  return [...told.values()]
}

function faultOf(data: unknown, error: ErrorObject): Fault {
  const path = pathOf(data, error.instancePath)
  const place = placeOf(data, path)
  if (error.keyword === 'required') return missing(path, place, error)
  if (error.keyword === 'additionalProperties') return unknownKey(path, place, error)
  if (path.at(-1) === 'about' && namesABelief(String(error.data))) return { rule: 'belief-is-no-rule', at: path, sentence: t('programmes.check.belief-is-no-rule', { place }) }
  return { rule: 'form', at: path, sentence: t('programmes.check.form', { place, wanted: wantedBy(error), found: shown(error.data) }) }
}

function missing(path: Path, place: string, error: ErrorObject): Fault {
  return { rule: 'form', at: path, sentence: t('programmes.check.missing', { place, key: String(error.params['missingProperty']) }) }
}

const wordings = ['items', 'questions', 'wording', 'item_texts']

function unknownKey(path: Path, place: string, error: ErrorObject): Fault {
  const key = String(error.params['additionalProperty']).slice(0, 60)
  const at = [...path, key]
  if (path[0] === 'instruments' && wordings.includes(key)) return { rule: 'instrument-wording', at, sentence: t('programmes.check.instrument-wording', { place }) }
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object).join(', ')
  return { rule: 'form', at, sentence: t('programmes.check.unknown-key', { place, key, known }) }
}

function wantedBy(error: ErrorObject): string {
  const description: unknown = error.parentSchema?.['description']
  if (typeof description === 'string') return description
  if (error.keyword === 'enum') return (error.params['allowedValues'] as string[]).join(', ')
  return error.message ?? error.keyword
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** "/roles/0/title" as a way through the data, where a number in a list is a number. */
function pathOf(data: unknown, pointer: string): Path {
  const path: (string | number)[] = []
  let here = data
  for (const step of pointer.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const name = Array.isArray(here) ? Number(step) : step
    path.push(name)
    here = inside(here, name)
  }
  return path
}
