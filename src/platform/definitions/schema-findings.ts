import type { ErrorObject } from 'ajv/dist/2020.js'
import type { DefinitionForm } from './definition-schema.ts'
import { inside, placeOf, type Fault, type Path } from './finding.ts'
import { t } from './words.ts'

/** What one kind of definition has more to say of than its form: the place, the key that is not known, the value that is not taken. */
export type OwnFault = (at: Path, found: { place: string, key?: string, value?: unknown }) => Fault | undefined

/** What does not have the published form, one sentence for each place. */
export function schemaFaults(form: Pick<DefinitionForm<unknown>, 'errors'>, data: unknown, ownFault: OwnFault = () => undefined): Fault[] {
  return telling(form.errors(data)).map(error => faultOf(data, error, ownFault))
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
    const key = `${error.instancePath} ${isLoose(error) ? 'loose words' : String(error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '')}`
    // Of nested choices the outermost comes last and describes all that is possible.
    if (!told.has(key) || error.keyword === 'anyOf') told.set(key, error)
  }
  return [...told.values()]
}

function faultOf(data: unknown, error: ErrorObject, ownFault: OwnFault): Fault {
  const path = pathOf(data, error.instancePath)
  const place = placeOf(data, path)
  if (error.keyword === 'required') return missing(path, place, error)
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']).slice(0, 60)
    return ownFault([...path, key], { place, key }) ?? unknownKey([...path, key], place, error)
  }
  return ownFault(path, { place, value: error.data }) ?? { rule: 'form', at: path, sentence: t('definitions.form', { place, wanted: wantedBy(error), found: shown(error.data) }) }
}

function missing(path: Path, place: string, error: ErrorObject): Fault {
  return { rule: 'form', at: path, sentence: t('definitions.missing', { place, key: String(error.params['missingProperty']) }) }
}

/** A key without a value that nobody knows: mostly the rest of a text with a comma that stands in no quotation marks. */
function isLoose(error: ErrorObject): boolean {
  return error.keyword === 'additionalProperties' && inside(error.data, String(error.params['additionalProperty'])) === null
}

function unknownKey(at: Path, place: string, error: ErrorObject): Fault {
  const ours = (error.parentSchema?.['properties'] ?? {}) as object
  const known = Object.keys(ours).join(', ')
  if (isLoose(error)) {
    const words = Object.entries(error.data as object).filter(([key, value]) => value === null && !Object.hasOwn(ours, key)).map(([key]) => `"${key.slice(0, 60)}"`).join(', ')
    return { rule: 'form', at, sentence: t('definitions.loose-words', { place, words, known }) }
  }
  return { rule: 'form', at, sentence: t('definitions.unknown-key', { place, key: String(at.at(-1)), known }) }
}

function wantedBy(error: ErrorObject): string {
  const description: unknown = error.parentSchema?.['description']
  if (typeof description === 'string') return description
  if (error.keyword === 'enum') return (error.params['allowedValues'] as string[]).join(', ')
  return error.message ?? error.keyword
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return t('definitions.nothing')
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value) ?? t('definitions.nothing')
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
