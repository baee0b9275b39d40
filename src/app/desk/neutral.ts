/** How people are called on paper that others may see. */
export const sheetNames = ['initials', 'names', 'codes'] as const
export type SheetNames = (typeof sheetNames)[number]

/** What the wing has to know so that the right person is called. */
export const slipNames = ['name', 'number', 'both'] as const
export type SlipNames = (typeof slipNames)[number]

export function calledOnSheet(as: SheetNames, { name, person }: { name: string, person: string }): string {
  if (as === 'codes') return codeOf(person)
  return as === 'names' ? name : initialsOf(name)
}

/** Four letters of the random name in addresses: it opens nothing, and says nothing to whoever has no page beside it. */
export function codeOf(publicId: string): string {
  return publicId.slice(0, 4).toUpperCase()
}

export function initialsOf(name: string): string {
  return name.split(/[\s-]+/).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '')).filter(Boolean).map((word) => `${Array.from(word)[0]}.`).join(' ')
}

/** The wing calls somebody by the name or by the number; where there is no number to be known, by the name. */
export function calledOnSlip(as: SlipNames, { name, number }: { name: string, number: string | null }): string {
  if (number === null || as === 'name') return name
  return as === 'number' ? number : `${name}, ${number}`
}

/**
 * A place is typed by people, and "Back on Track, group room" says what the slip must not. Where the words of a place hold one that gives something
 * away, the place is left out: nothing is better than that.
 */
export function neutralPlace(place: string, givingAway: readonly string[]): string | undefined {
  const said = ` ${plain(place)} `
  return givingAway.some((words) => plain(words) !== '' && said.includes(` ${plain(words)} `)) ? undefined : place
}

// Letters and digits alone, without accents or capitals: ENTRÉ, entre and Entré-room are one to whoever reads over a shoulder.
function plain(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
