import { inside } from './finding.ts'
import type { Programme } from './programme.ts'

/** A text of a definition by the place it stands in ("units.relations.title"), in a language if the file has it there. */
export function textIn(definition: Programme, place: string, language: string): string {
  return definition.translations?.[language]?.[place] ?? textAt(definition, place) ?? ''
}

/** The text that stands at a place, as it was written; nothing when there is none. */
export function textAt(definition: Programme, place: string): string | undefined {
  let here: unknown = definition
  for (const step of place.split('.')) here = Array.isArray(here) ? here.find(part => inside(part, 'id') === step) ?? here[Number(step) - 1] : inside(here, step)
  return typeof here === 'string' ? here : undefined
}
