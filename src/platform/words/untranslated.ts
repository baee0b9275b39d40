/**
 * For tests: the texts of a page, read in the invented language, that came from no catalogue.
 * `given` are the texts that people wrote themselves: names, notes.
 */
export function untranslated(html: string, given: readonly string[] = []): string[] {
  return textsOf(html)
    .map(text => given.reduce((rest, own) => rest.replaceAll(own, ''), text))
    .map(withoutMarked)
    .filter(text => /\p{Letter}/u.test(text))
}

// Texts between tags, and those that only a screen reader or an empty field shows.
function textsOf(html: string): string[] {
  const page = html.replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, '').replace(inItself, '')
  const spoken = [...html.matchAll(/\s(?:aria-label|placeholder|alt|title)="([^"]*)"/g)].map(match => match[1] ?? '')
  return [...page.split(/<[^>]*>/), ...spoken].map(unescaped)
}

// A language is named in itself, and says so.
const inItself = /<(option|span)\b[^>]*\slang="[^"]*"[^>]*>[^<]*<\/\1>/g

// Sentences stand inside sentences, so the innermost go first.
function withoutMarked(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  return rest === text ? rest.trim() : withoutMarked(rest)
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
