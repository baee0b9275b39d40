/** A text as it is compared: without case, accents, invisible marks and punctuation. Never what is stored. */
export function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[øæœßłđþðı]/g, letter => oneByOne[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A word of a list as it is compared. Here signs speak: "yes?" is no yes, "✓" and "✗" are two answers, and so are "☑ yes ☐ no" and "☐ yes ☑ no".
 * What ends or parts words (a full stop, a dash, a stroke) still makes no other word of it.
 */
export function listWord(text: string): string {
  if (!/[\p{S}*_[\]?؟？［］]/u.test(text)) return plain(text)
  const parts = text.normalize('NFKC').match(/[\p{S}*_[\]?؟]|[^\p{S}*_[\]?؟]+/gu) ?? []
  return parts.map((part) => (/^[\p{S}*_[\]?؟]$/u.test(part) ? part : plain(part))).filter((part) => part !== '').join(' ')
}

/** Without what a terminal obeys, and without marks that turn the direction of the words around them. */
export function withoutCommands(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

/** A cell in which somebody wrote that there is nothing to write. */
export function isBlank(text: string): boolean {
  return wordsForNothing.has(text.trim().toLowerCase())
}

/** One letter wrong, missing, too many, or two changed round; and long enough that this cannot be another word. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same++

  const [restOfOne, restOfOther] = [one.slice(same), other.slice(same)]
  return restOfOne.slice(1) === restOfOther.slice(1)
    || restOfOne.slice(1) === restOfOther
    || restOfOne === restOfOther.slice(1)
    || (restOfOne[0] === restOfOther[1] && restOfOne[1] === restOfOther[0] && restOfOne.slice(2) === restOfOther.slice(2))
}

const oneByOne: Record<string, string> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', þ: 'th', ð: 'd', ı: 'i' }

const wordsForNothing = new Set(['', '-', '–', '—', '.', '?', 'n/a', 'na', 'n.a.', 'null', 'none', 'unknown', 'ukendt', 'ukjent', 'okänd', 'okänt', 'unbekannt', 'inconnu', 'onbekend', 'k.a.', 'keine angabe', 'ej angivet', 'uppgift saknas', 'ikke oplyst', 'non renseigné', 'غير معروف', 'لا يوجد', '00.00.0000', '0000-00-00', '00/00/0000'])
