// Marks that no eye sees (Unicode's isolates): between them a text keeps its own direction, whatever stands around it. They work in
// the text of a page, in what a field says when it is empty, and on paper alike.
const [leftToRight, ofItsOwn, end] = ['\u2066', '\u2068', '\u2069']

/**
 * The values of a sentence, each kept together where it runs against the sentence: a name in Latin letters in an Arabic sentence
 * would otherwise drag the full stop, the comma or the time beside it to the wrong side.
 */
export function inOneDirection(values: Record<string, string>, direction: 'ltr' | 'rtl'): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, keptTogether(value, direction)]))
}

/** What holds such marks already is a list or a sentence, and was taken care of piece by piece. */
export function keptTogether(text: string, direction: 'ltr' | 'rtl'): string {
  return against[direction].test(text) && !/[\u2066-\u2069]/.test(text) ? `${ofItsOwn}${text}${end}` : text
}

const against = { rtl: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u, ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u }

/** A sentence that a language lacks, in English: marked, so that the page can say so to whoever has it read aloud. */
export function markedEnglish(text: string): string {
  return `${leftToRight}${text}${end}`
}

/** English within English needs no marks. */
export function withoutMarks<Value extends string | number>(value: Value): Value | string {
  return typeof value === 'string' ? value.replaceAll(leftToRight, '').replaceAll(ofItsOwn, '').replaceAll(end, '') : value
}

/**
 * Names the language of every English sentence on a page in another language, for screen readers: `lang` and `dir` around it. Only
 * where text stands; a title, an option and a value of an attribute take no elements, and keep the marks, which turn the direction.
 */
export function withLanguagesNamed(html: string): string {
  if (!html.includes(leftToRight)) return html
  return html.replaceAll(/<(title|option|textarea|script|style)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : part.replaceAll(oneEnglish, '<span lang="en-GB" dir="ltr">$1</span>')))
}

const oneEnglish = /\u2066((?:[^\u2066\u2068\u2069]|\u2068[^\u2066\u2068\u2069]*\u2069)*)\u2069/g
