import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cast } from '../../database/seeds/cast.ts'
import { oldSessions } from './scene-at-the-desk.ts'

const project = join(import.meta.dirname, '../..')
const samples = ['referrals.csv', 'measures-wide.csv', 'sessions-legacy.csv']

/** What people wrote themselves, and what therefore stands on a page in their own words. */
export type OwnWords = { written: string[], /** Whole texts only: as parts of others they would hide what nobody wrote. */ exactly: ReadonlySet<string>, wordsOfTheFile: ReadonlySet<string> }

export function ownWords(): OwnWords {
  const seeded = readdirSync(join(project, 'database/seeds')).map((file) => `database/seeds/${file}`)
  const scenes = readdirSync(import.meta.dirname).filter((file) => file.startsWith('scene')).map((file) => `journeys/walk/${file}`)
  const quoted = [...seeded, ...scenes].flatMap(quotedIn)
  return {
    // Languages are named in themselves.
    written: longestFirst([...quoted, ...defined(), ...told()].filter(isProse).concat('English', 'Pseudo', 'dansk', 'العربية')),
    // User names, and the phases as the file of measures calls them.
    exactly: new Set([...cast.map(({ first }) => first.toLowerCase()), 'jonas', 'A', 'B']),
    wordsOfTheFile: new Set(wordsIn(`${samples.map((file) => `${file} ${read(`database/samples/${file}`, file === 'referrals.csv' ? 'latin1' : 'utf8')}`).join(' ')} old-sessions.csv ${oldSessions.join(' ')} WHO PHQ GAD`)),
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

/** The texts of a definition are data, in the language of whoever wrote it; of some a page shows a single sentence. */
function defined(): string[] {
  const files = ['definitions/programmes', 'definitions/coding-frames'].flatMap((folder) => readdirSync(join(project, folder)).map((file) => `${folder}/${file}`))
  const texts = ['definitions/sources.yaml', ...files].flatMap((file) => textsIn(parse(read(file))))
  return texts.flatMap((text) => [text, ...text.split(/(?<=\.) /)])
}

/** What people are told before they answer stands on a page in the language of the answer, whoever reads it there. */
function told(): string[] {
  const rooms = readdirSync(join(project, 'src/participants')).filter((file) => /\.words\.\w+\.json$/.test(file))
  const catalogues = rooms.map((file) => JSON.parse(read(`src/participants/${file}`)) as Record<string, unknown>)
  return catalogues.flatMap((words) => Object.entries(words).flatMap(([key, text]) => (key.startsWith('notice.ours.') ? textsIn(text) : [])))
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
