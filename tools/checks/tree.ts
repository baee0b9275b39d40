import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'

/** The project as the checks see it: paths from its top, and what stands in them. */
export type Tree = { files: string[], read(file: string): string, bytes(file: string): number }

/** What a check found: how many things it looked at, what is wrong, and what is only worth a question. */
export type Verdict = { seen: number, problems: string[], questions?: string[] }

export type Check = { name: string, asks: string, look(tree: Tree): Verdict | Promise<Verdict> }

export function readTree(top: string): Tree {
  const ignored = ignoredNames(top)
  const files = globSync('**/*', { cwd: top, withFileTypes: true, exclude: (entry) => ignored.some((name) => matchesGlob(entry.name, name)) })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length).replaceAll('\\', '/').replace(/^\//, ''))
    .concat(hidden(top))

  return {
    files: files.sort(),
    read: (file) => readFileSync(join(top, file), 'utf8'),
    bytes: (file) => statSync(join(top, file)).size,
  }
}

/** A tree of a few files, for the tests of the checks. */
export function treeOf(contents: Record<string, string>): Tree {
  const read = (file: string): string => contents[file] ?? ''
  return { files: Object.keys(contents).sort(), read, bytes: (file) => Buffer.byteLength(read(file)) }
}

// Not asked of git: the checks run on an unpacked archive too.
function ignoredNames(top: string): string[] {
  const lines = readFileSync(join(top, '.gitignore'), 'utf8').split('\n')
  return ['.git', ...lines.map((line) => line.trim().replace(/\/$/, '')).filter((line) => line !== '' && !line.startsWith('#'))]
}

function hidden(top: string): string[] {
  return globSync('{.*,.ci/*}', { cwd: top, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['.env', '.git'].includes(entry.name))
    .map((entry) => (basename(entry.parentPath) === '.ci' ? `.ci/${entry.name}` : entry.name))
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

/** The room a file of `src` stands in, '' for every other file. Scripts for the browser (src/islands) are files of the page and no room. */
export function roomOf(file: string): string {
  const room = /^src\/([^/]+)\//.exec(file)?.[1] ?? ''
  return room === 'islands' ? '' : room
}
