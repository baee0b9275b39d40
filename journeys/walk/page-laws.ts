import { untranslated } from '../../src/platform/words/untranslated.ts'
import { attribute, controlsIn } from './forms.ts'
import type { Seen } from './crawl.ts'
import { wordsIn, type OwnWords } from './own-texts.ts'

/** What a page breaks, one sentence each, with the page's address in front. */
export type Law = (seen: Seen) => string[]

export const titleNamesNobody = (names: readonly string[]): Law => ({ html }) => {
  const title = /<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''
  return [...(title === '' ? ['has no title'] : []), ...names.filter((name) => title.includes(name)).map((name) => `names ${name} in its title`)]
}

/** The content policy refuses them, so that the page would look other than it was meant. */
export const hasNoStyleOfItsOwn: Law = ({ html }) => [...html.matchAll(/<[a-z][^>]*\sstyle="[^"]*"/g)].map(([tag]) => `holds a style attribute: ${tag.slice(0, 80)}`)

/** Nothing on a page waits for script: without it everything is there. What adds to it is a file of our own, and stands nowhere in the page itself. */
export const needsNoScript: Law = ({ html }) => (/<script\b|\son[a-z]+="/.test(html.replaceAll(ownFile, '')) ? ['holds script'] : [])

const ownFile = /<script type="module" src="\/assets\/[\w.-]+"><\/script>/g

export const everyControlHasALabel: Law = ({ html }) => {
  const labelled = new Set([...html.matchAll(/<label\b[^>]*\sfor="([^"]*)"/g)].map(([, id]) => id))
  return controlsIn(html).filter((tag) => !labelled.has(attribute(tag, 'id')) && !attribute(tag, 'aria-label')).map((tag) => `has a field without a label: ${tag.slice(0, 120)}`)
}

/** An id twice, and a label or a link within the page leads to the wrong one. */
export const everyIdIsOne: Law = ({ html }) => {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '')
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `has the id ${id} twice`)
}

export const hasOneMainHeading: Law = ({ html }) => {
  const count = [...html.matchAll(/<h1\b/g)].length
  return count === 1 ? [] : [`has ${count} main headings`]
}

export const beginsWithTheSkipLink: Law = ({ html }) => {
  const first = /<(?:a|button|input|select|textarea|summary)\b[^>]*>/.exec(html.slice(html.indexOf('<body')))?.[0] ?? ''
  return attribute(first, 'href') === '#main' && html.includes('id="main"') ? [] : [`does not begin with the skip link, but with ${first.slice(0, 80)}`]
}

/** Read in the invented language: whatever is not in it came from no catalogue. */
export const isAllTranslated = ({ written, exactly, wordsOfTheFile }: OwnWords): Law => {
  // The same texts stand on many pages, and somebody's own words are thousands: each text is looked at once.
  const known = new Map<string, boolean>()
  const isWritten = (text: string) => {
    const answer = known.get(text) ?? (exactly.has(text) || untranslated(text, written).length === 0)
    known.set(text, answer)
    return answer
  }
  return ({ html, at }) => {
    const isOfTheFile = (text: string) => /^\/\w+\/import\//.test(at) && wordsIn(text).every((word) => wordsOfTheFile.has(word))
    const direction = /<html\b[^>]*\sdir="([^"]*)"/.exec(html)?.[1]
    const unsaid = untranslated(withoutCodes(html)).filter((text) => !isWritten(text) && !isOfTheFile(text))
    return [...(direction === 'rtl' ? [] : [`is read ${direction ?? 'in no direction'}`]), ...unsaid.map((text) => `says without a catalogue: ${text.slice(0, 120)}`)]
  }
}

// Keys, addresses for machines, the numbers of receipts and complaints, and how somebody is called on paper are in no language.
function withoutCodes(html: string): string {
  return html.replaceAll(/<code\b[^>]*>[\s\S]*?<\/code>/g, '').replaceAll(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){1,2}\b/g, '').replaceAll(/<td [^>]*data-called[^>]*>[^<]*<\/td>/g, '')
}

/** All that the pages break, each once. */
export function broken(pages: readonly Seen[], law: Law): string[] {
  return [...new Set(pages.filter(isPage).flatMap((seen) => law(seen).map((fault) => `${seen.at} (${seen.who}) ${fault}`)))]
}

/** What is handed out as a file to take along carries its own look and its own laws. */
export function isPage({ type, status, isFile }: Seen): boolean {
  return status === 200 && type.startsWith('text/html') && !isFile
}

/** Whoever mends one thing after the other goes down the page once, and each link of the summary leads to a field that is there. */
export function summaryFollowsTheFields(html: string): boolean {
  const summary = /<div class="ds-error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  const places = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => html.indexOf(` id="${decodeURIComponent(id ?? '')}"`))
  return places.every((place, at) => place > 0 && place >= (places[at - 1] ?? 0))
}
