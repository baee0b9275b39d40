import type { JSX } from 'hono/jsx/jsx-runtime'
import { withLanguagesNamed } from '../words/index.ts'

/** The text of a whole page. Components speak to the current reader, so this is called inside `reading`. */
export async function htmlOf(page: JSX.Element): Promise<string> {
  return `<!doctype html>${withLanguagesNamed(String(await page))}`
}
