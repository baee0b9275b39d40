import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { currentReader, languageOf, readerOf, reading } from '../words/index.ts'

/** A part of a page for somebody who reads another language than the page: a slip that is handed over. It is drawn at once, since what is drawn later speaks to whoever reads the page. */
export function InLanguage({ language, children }: { language: string, children: () => Child }) {
  const reader = readerOf(language, currentReader().timeZone)
  const drawn = reading(reader, () => textOf(<>{children()}</>))
  return <div lang={languageOf(reader.language).locale} dir={reader.direction}>{raw(drawn)}</div>
}

function textOf(drawn: JSX.Element): string {
  if (drawn instanceof Promise) throw new Error('What is handed over waits for nothing.')
  return drawn.toString()
}
