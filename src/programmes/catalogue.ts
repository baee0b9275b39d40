import { basename, resolve } from 'node:path'
import { definitionFilesIn, readDefinitionFile, readSources, type Finding, type Source, type TextFile } from '../platform/definitions/index.ts'
import { checkDefinition } from './check-definition.ts'
import type { Programme } from './programme.ts'
import { t } from './words.ts'

/** A definition with the text it was read from: the text and its hash are what a used version is kept by. */
export type LoadedDefinition = Readonly<TextFile> & { readonly definition: Programme }

/** The programmes on offer. Nothing in it changes while the service runs. */
export type Catalogue = {
  readonly definitions: ReadonlyMap<string, LoadedDefinition>
  readonly sources: ReadonlyMap<string, Source>
  readonly findings: readonly Finding[]
}

/**
 * The definitions of several folders: the project's own first, then the service's. A bad file is named and not offered; the good ones serve.
 * The sources that all may name stand in the first folder.
 */
export async function loadDefinitions(dirs: readonly string[]): Promise<Catalogue> {
  const sources = dirs[0] === undefined ? { found: [], findings: [] } : await readSources(dirs[0])
  const definitions = new Map<string, LoadedDefinition>()
  const findings = [...sources.findings]
  for (const dir of dirs) findings.push(...await loadFolder(dir, sources.found, definitions))
  return Object.freeze({ definitions, sources: new Map(sources.found.map(source => [source.id, source])), findings: Object.freeze(findings) })
}

/** Everything in one folder that is laid out as `definitions` is. */
export async function checkAll(dir: string): Promise<Catalogue> {
  return await loadDefinitions([dir])
}

/** For `waymark definitions check`: the files named, and nothing loaded. `home` is the folder whose sources they may name. */
export async function checkFiles(paths: readonly string[], home: string): Promise<{ findings: Finding[], checked: number }> {
  const sources = await readSources(home)
  const findings = [...sources.findings]
  const [ours, named] = [await namesIn(home), new Map<string, string>()]
  for (const path of paths) {
    const { found, findings: unread } = await readDefinitionFile(path)
    findings.push(...unread, ...(found ? checkDefinition(found.file, found.text, sources.found).findings : []), ...twice(path, ours, named))
  }
  return { findings, checked: paths.length }
}

/** The project's own programmes, by id, with their files. */
async function namesIn(home: string): Promise<ReadonlyMap<string, string>> {
  const { found } = await definitionFilesIn(home, 'programmes')
  return new Map(found.map(file => [idOf(file), file]))
}

/** A file's name is its id: of two files with one name only one could be offered. `named` gathers those of this call. */
function twice(path: string, ours: ReadonlyMap<string, string>, named: Map<string, string>): Finding[] {
  const id = idOf(path)
  const other = [named.get(id), ours.get(id)].find(file => file !== undefined && resolve(file) !== resolve(path))
  named.set(id, path)
  return other === undefined ? [] : [sameTwice(path, id, other)]
}

function idOf(file: string): string {
  return basename(file, '.yaml')
}

function sameTwice(file: string, id: string, other: string): Finding {
  return { file, line: 1, rule: 'same-programme-twice', sentence: t('programmes.check.same-programme-twice', { id, other }) }
}

/** The sources that one definition may name: its own, and those of the project. */
export function sourcesFor(catalogue: Catalogue, definition: Programme): ReadonlyMap<string, Source> {
  return new Map([...catalogue.sources, ...definition.sources.map((source): [string, Source] => [source.id, source])])
}

async function loadFolder(dir: string, sources: readonly Source[], into: Map<string, LoadedDefinition>): Promise<Finding[]> {
  const { found: files, findings } = await definitionFilesIn(dir, 'programmes')
  for (const file of files) {
    const { found, findings: unread } = await readDefinitionFile(file)
    findings.push(...unread, ...(found ? loadFile(found, sources, into) : []))
  }
  return findings
}

function loadFile(read: TextFile, sources: readonly Source[], into: Map<string, LoadedDefinition>): Finding[] {
  const { definition, findings } = checkDefinition(read.file, read.text, sources)
  if (!definition) return findings
  const earlier = into.get(definition.id)
  if (earlier) return [sameTwice(read.file, definition.id, earlier.file)]
  into.set(definition.id, Object.freeze({ ...read, definition: frozen(definition) }))
  return []
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
