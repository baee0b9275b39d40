import type { Fault } from '../finding.ts'
import { textAt } from '../translations.ts'
import { fault, type Check } from './draft.ts'

/** A translation of a text that is not there would be lost without a word. */
export const translationsHaveATarget: Check = draft =>
  Object.entries(draft.definition.translations ?? {}).flatMap(([language, texts]) => Object.keys(texts).flatMap((place): Fault[] =>
    textAt(draft.definition, place) === undefined ? [fault(draft, 'translation-of-nothing', ['translations', language, place], { name: place.slice(0, 100) })] : []))
