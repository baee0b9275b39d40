import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { longestText, readText } from './definition-text.ts'
import { inside, type Finding } from './finding.ts'
import type { Source } from './sources.ts'
import { t } from './words.ts'

export type TextFile = { file: string, text: string, hash: string }

export type Read<Found> = { found: Found, findings: Finding[] }

/** One file as text, or the finding that says why not. */
export async function readDefinitionFile(file: string): Promise<Read<TextFile | undefined>> {
  try {
    const { size } = await stat(file)
    // A character takes four bytes at most: what is larger is not even opened.
    if (size > 4 * longestText) return refused(file, 'too-large', t('definitions.too-large', { most: longestText, length: size }))
    const bytes = await readFile(file)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { found: { file, text, hash: createHash('sha256').update(text).digest('hex') }, findings: [] }
  } catch (problem) {
    if (problem instanceof TypeError) return refused(file, 'not-utf-8', t('definitions.not-utf-8'))
    if (isFileFault(problem)) return refused(file, 'not-a-file', unreadable(file, problem.code))
    throw problem
  }
}

/** The files of one kind ("programmes") in a folder that is laid out as `definitions` is, by name; a name that is not read is said. */
export async function definitionFilesIn(dir: string, kind: string): Promise<Read<string[]>> {
  const folder = await listing(join(dir, kind)) ?? await listing(dir)
  if (!folder) return { found: [], findings: [{ file: dir, line: 1, rule: 'not-a-file', sentence: t('definitions.no-folder', { file: dir }) }] }
  const odd = folder.filter(file => /\.ya?ml$/i.test(file) && !file.endsWith('.yaml'))
  return {
    found: folder.filter(file => file.endsWith('.yaml') && basename(file) !== sourcesFile).toSorted(),
    findings: odd.map(file => ({ file, line: 1, rule: 'file-name', sentence: t('definitions.file-name', { file: basename(file) }) })),
  }
}

/** The sources that every definition may name. */
export async function readSources(dir: string): Promise<Read<Source[]>> {
  const file = join(dir, sourcesFile)
  const { found, findings } = await readDefinitionFile(file)
  if (!found) return { found: [], findings }
  const { data, lineOf, faults } = readText(found.text)
  if (faults.length > 0) return { found: [], findings: faults.map(fault => ({ file, ...fault })) }
  const list = inside(data, 'sources')
  const isList = Array.isArray(list) && list.every(isSource)
  return isList ? { found: list, findings: [] } : { found: [], findings: [{ file, line: lineOf(['sources']), rule: 'sources', sentence: t('definitions.sources', { place: 'sources' }) }] }
}

const sourcesFile = 'sources.yaml'

function isSource(value: unknown): value is Source {
  return typeof inside(value, 'id') === 'string' && typeof inside(value, 'title') === 'string'
}

async function listing(dir: string): Promise<string[] | undefined> {
  try {
    return (await readdir(dir)).map(name => join(dir, name))
  } catch (problem) {
    if (isFileFault(problem)) return undefined
    throw problem
  }
}

function unreadable(file: string, problem: string): string {
  if (problem === 'EISDIR') return t('definitions.is-a-folder', { file })
  return problem === 'ENOENT' ? t('definitions.not-a-file', { file }) : t('definitions.not-readable', { file, problem })
}

function refused(file: string, rule: string, sentence: string): Read<undefined> {
  return { found: undefined, findings: [{ file, line: 1, rule, sentence }] }
}

function isFileFault(problem: unknown): problem is Error & { code: string } {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && 'syscall' in problem
}
