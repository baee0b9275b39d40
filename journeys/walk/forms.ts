/** A form as a page shows it: where it goes, and what its fields hold before anybody touches them. */
export type ShownForm = { action: string, method: string, text: string }

export function formsIn(html: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', text = '']) => ({
    action: attribute(tag, 'action') ?? '', method: attribute(tag, 'method') ?? 'get', text,
  }))
}

/** What sending it untouched would send: hidden fields, what is filled in, what is ticked or chosen. */
export function fieldsOf({ text }: ShownForm): Record<string, string> {
  const inputs = [...text.matchAll(/<input\b([^>]*)>/g)].map(([, tag = '']) => tag).filter((tag) => !isMark(tag) || /\schecked\b/.test(tag))
  const areas = [...text.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)]
  const selects = [...text.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)]
  return Object.fromEntries([
    ...inputs.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
    ...areas.map(([, tag = '', written = '']) => [attribute(tag, 'name') ?? '', plain(written)]),
    ...selects.map(([, tag = '', options = '']) => [attribute(tag, 'name') ?? '', chosenOf(options)]),
  ].filter(([name]) => name !== '') as [string, string][])
}

/** The controls of a page that people fill in, each as its opening tag. */
export function controlsIn(html: string): string[] {
  return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => attribute(tag, 'type') !== 'hidden')
}

export function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plain(value)
}

export function plain(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

function isMark(tag: string): boolean {
  return ['radio', 'checkbox'].includes(attribute(tag, 'type') ?? '')
}

function chosenOf(options: string): string {
  const tags = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, tag = '']) => tag)
  return attribute(tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0] ?? '', 'value') ?? ''
}

/** What stands for this choice in a list of the form; the first real one when no words are given. */
export function choiceIn({ text }: ShownForm, name: string, words?: string): string {
  const list = new RegExp(`<select\\b[^>]*\\sname="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(text)?.[1] ?? ''
  const options = [...list.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, tag = '', label = '']) => ({ value: attribute(tag, 'value') ?? '', label: plain(label) }))
  const found = options.find(({ value, label }) => (words === undefined ? value !== '' : label === words))
  if (!found) throw new Error(`The form offers no ${words ?? 'choice'} under ${name}.`)
  return found.value
}

/** Where the link with these words leads. */
export function linkIn(html: string, words: string): string {
  const found = [...html.matchAll(/<a\b([^>]*)>([^<]*)<\/a>/g)].find(([, , label = '']) => plain(label) === words)
  if (!found) throw new Error(`The page has no link that says ${words}.`)
  return attribute(found[1] ?? '', 'href') ?? ''
}

/** The first address on a page that looks like this. */
export function pathIn(html: string, like: RegExp): string {
  const found = [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => plain(href)).find((href) => like.test(href))
  if (!found) throw new Error(`The page has no link like ${like.source}.`)
  return found
}
