import { inside, placeOf, type Path } from './finding.ts'
import type { Source, Standing } from './sources.ts'

/** How sure one field of a statement is. Only `established` may be shown without a mark. */
export type Sureness = 'established' | 'unverified' | 'inferred' | 'proposed' | 'not_established'

/**
 * What may be said of one field of a statement, given the sources that it names. Of several sources the weakest counts.
 * `within`: the part whose list the statement stands in, on whose source it rests if it names none.
 */
export function surenessOf(statement: Standing, field: string, sources: ReadonlyMap<string, Source>, within: Standing = {}): Sureness {
  const proposals = statement.design_proposals
  if (inside(statement, field) === 'not_established') return 'not_established'
  if (proposals === 'all' || proposals?.includes(field)) return 'proposed'
  const ids = sourceIdsOf(statement).length > 0 ? sourceIdsOf(statement) : sourceIdsOf(within)
  const standings = ids.map(id => sources.get(id)?.standing ?? 'published')
  if (standings.length === 0) return 'not_established'
  if (standings.includes('unverified')) return 'unverified'
  return standings.includes('inferred') ? 'inferred' : 'established'
}

export function sourceIdsOf({ source }: Standing): string[] {
  return typeof source === 'string' ? [source] : source ?? []
}

/** Every place of a definition of which nobody knows, as people say it: "dose.meetings.minutes". */
export function notEstablishedIn(definition: object): readonly string[] {
  const places = placesFound.get(definition) ?? placesOf(definition, definition, [])
  placesFound.set(definition, places)
  return places
}

/** A definition never changes once it is read, and each page of a plan asks. */
const placesFound = new WeakMap<object, readonly string[]>()

function placesOf(definition: unknown, value: unknown, path: Path): string[] {
  if (value === 'not_established') return [placeOf(definition, path)]
  if (typeof value !== 'object' || value === null) return []
  const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  return steps.flatMap(step => placesOf(definition, inside(value, step), [...path, step]))
}
