/** The first part of one of these names that stands in a place as a word of its own, also as whose it is ("Mia's", "Mias"). Two letters are no name here: too many words are as short. */
export function nameIn(place: string, names: readonly string[]): string | undefined {
  const said = wordsOf(place).map(plain)
  return names.flatMap(wordsOf).find((part) => part.length > 2 && said.some((word) => word === plain(part) || word === `${plain(part)}s`))
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}]+/u).filter(Boolean)
}

function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
