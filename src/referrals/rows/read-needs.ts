import { isBlank, plain } from '../../platform/import/spelling.ts'
import { usualNeeds } from './choices.ts'

/** A need in the words it was sent in, and which of the usual ones it seems to be. */
export type NeedRead = { asWritten: string, need: string | null }

export function readNeeds(text: string): NeedRead[] {
  return text.split(/[,;/+&\n|]/).map(part => part.trim()).filter(part => !isBlank(part)).map(asWritten => ({ asWritten, need: needOf(asWritten) }))
}

function needOf(asWritten: string): string | null {
  const written = ` ${plain(asWritten)} `
  return namedNeeds.find(({ names }) => names.some(name => written.includes(name)))?.value ?? null
}

// Made once: a file asks for them in every row.
const namedNeeds = usualNeeds.map(({ value, synonyms }) => ({ value, names: [value, ...synonyms].map(name => ` ${plain(name)} `) }))
