import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinitions, type Catalogue, type LoadedDefinition, type Source } from '../programmes/index.ts'

export type Reading = { projectDir: string, dataDir: string, definitionsDir: string | undefined }

type Kept = { print: string, definitions: [string, LoadedDefinition][], sources: [string, Source][], findings: Catalogue['findings'] }

/**
 * The definitions of the project and of the service. Reading and checking them anew takes a quarter of a start, so what came of the
 * very same files, by the very same program, is kept beside the data; any difference at all, and they are read anew.
 */
export async function readDefinitions({ projectDir, dataDir, definitionsDir }: Reading): Promise<Catalogue> {
  const dirs = [join(projectDir, 'definitions'), ...(definitionsDir ? [definitionsDir] : [])]
  const [print, file] = [printOf(projectDir, dirs), join(dataDir, 'definitions.kept.json')]
  const kept = existsSync(file) ? keptIn(readFileSync(file, 'utf8')) : undefined
  if (kept?.print === print) return catalogueOf(kept)
  const catalogue = await loadDefinitions(dirs)
  keep(file, { print, definitions: [...catalogue.definitions], sources: [...catalogue.sources], findings: catalogue.findings })
  return catalogue
}

/** Of the program, as the build knows it, and of every file in the folders. */
function printOf(projectDir: string, dirs: readonly string[]): string {
  const hash = createHash('sha256')
  const stamp = join(projectDir, 'dist/build-stamp.json')
  if (existsSync(stamp)) hash.update(readFileSync(stamp))
  for (const dir of dirs) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).sort()
    for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** A file that is not whole, or of another time, is none. */
function keptIn(text: string): Kept | undefined {
  try {
    return JSON.parse(text) as Kept
  } catch {
    return undefined // it is made anew
  }
}

function catalogueOf({ definitions, sources, findings }: Kept): Catalogue {
  return { definitions: new Map(definitions), sources: new Map(sources), findings }
}

function keep(file: string, kept: Kept): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(kept), { mode: 0o600 })
  renameSync(draft, file)
}
