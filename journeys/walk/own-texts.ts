import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cast } from '../../database/seeds/cast.ts'

const project = join(import.meta.dirname, '../..')

/** What people wrote themselves, and what therefore stands on a page in their own words. */
export type OwnWords = { written: string[], userNames: ReadonlySet<string>, wordsOfTheFile: ReadonlySet<string> }

export function ownWords(): OwnWords {
  const seeded = readdirSync(join(project, 'database/seeds')).map((file) => `database/seeds/${file}`)
  const quoted = [...seeded, 'journeys/walk/scene.ts'].flatMap(quotedIn)
  return {
    // Languages are named in themselves.
    written: longestFirst([...quoted, ...defined()].filter(isProse).concat('English', 'Pseudo', 'dansk', 'العربية')),
    userNames: new Set([...cast.map(({ first }) => first.toLowerCase()), 'jonas']),
    wordsOfTheFile: new Set(wordsIn(`referrals.csv ${read('database/samples/referrals.csv', 'latin1')} measures-wide.csv ${read('database/samples/measures-wide.csv')} WHO PHQ GAD`)),
  }
}

export function wordsIn(text: string): string[] {
  return text.match(/\p{Letter}+/gu) ?? []
}

/** Nobody's name stands in a browser's title. */
export const namesOfTheCast = cast.flatMap(({ first, name }) => [name, first])

/** Whatever stands in quotes in the seeds and in the scene was said by somebody invented. */
function quotedIn(file: string): string[] {
  return [...read(file).matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, quoted = '']) => quoted.replaceAll('\\', ''))
}

/** The texts of a programme's definition are data, in the language of whoever wrote it; of some a page shows a single sentence. */
function defined(): string[] {
  const files = readdirSync(join(project, 'definitions/programmes')).map((file) => `definitions/programmes/${file}`)
  const texts = ['definitions/sources.yaml', ...files].flatMap((file) => textsIn(parse(read(file))))
  return texts.flatMap((text) => [text, ...text.split(/(?<=\.) /)])
}

function read(file: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return readFileSync(join(project, file), encoding)
}

function longestFirst(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((one, other) => other.length - one.length)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

// Codes and addresses are nobody's words, and would hide words of which they are a part.
function isProse(text: string): boolean {
  return text.length > 2 && /^\p{Lu}|\s|[^ -~]|\.\p{Ll}/u.test(text)
}
