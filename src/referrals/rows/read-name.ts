import { isBlank, plain } from '../../platform/import/spelling.ts'

/** A name as sent, and what its parts seem to be. The parts are a suggestion: only the person knows their name. */
export type NameRead = { asSent: string, firstName: string | null, surname: string | null }

/** Reads "Surname, First" and "First Surname", with "van der", "bin" and the like kept to the surname. */
export function readName(asSent: string): NameRead | null {
  const text = asSent.normalize('NFC').replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ').trim()
  // Somebody may really be called Na or Null; nobody is called "?" or "unknown".
  if (!/\p{L}/u.test(text) || isBlank(text) && !['na', 'null', 'none'].includes(text.toLowerCase())) return null

  const comma = text.indexOf(',')
  const [surname, firstName] = comma > 0 ? [text.slice(0, comma), text.slice(comma + 1)] : partsOf(text.split(' '))
  return { asSent, firstName: firstName.trim() || null, surname: surname.trim() || null }
}

/** A name as it is compared: capitals, accents and the order of its parts do not matter. */
export function comparableName({ firstName, surname }: NameRead): string {
  return plain(`${firstName ?? ''} ${surname ?? ''}`).split(' ').filter(part => part !== '').sort().join(' ')
}

const beforeSurnames = new Set(['van', 'von', 'de', 'der', 'den', 'del', 'della', 'di', 'da', 'dos', 'du', 'la', 'le', 'ter', 'ten', 'zu', 'af', 'av', 'al', 'el', 'bin', 'ibn', 'bint', 'ben', 'abu', 'abd', 'ould', 'st', 'mac'])

function partsOf(words: string[]): [string, string] {
  const capitals = words.filter(isAllCapitals)
  if (capitals.length > 0 && capitals.length < words.length) return [capitals.join(' '), words.filter(word => !isAllCapitals(word)).join(' ')]

  // The first word is never taken for one of these: "Al Berg" and "Ben Haddad" have first names.
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && beforeSurnames.has(word.toLowerCase()))
  const start = particle > 0 ? particle : words.length - 1
  return [words.slice(start).join(' '), words.slice(0, start).join(' ')]
}

// "BERG José" as French files write; a single initial is no surname.
function isAllCapitals(word: string): boolean {
  return /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(word)
}
