import type { Instant } from '../platform/day.ts'
import { inSameWords } from '../platform/in-same-words.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { Catalogue, LoadedDefinition } from './catalogue.ts'
import { definitionAsKept } from './check-definition.ts'
import type { Programme } from './programme.ts'

/** Said once at start: the definitions that this service offers. */
export function offer(catalogue: Catalogue): void {
  offered = catalogue
}

/** The programmes that a plan can be made with today. */
export function programmesOnOffer(): LoadedDefinition[] {
  return [...offered.definitions.values()]
}

/** What a programme is called; its id where it is no longer offered. */
export function programmeTitle(id: string): string {
  return offered.definitions.get(id)?.definition.title ?? id
}

export function offeredCatalogue(): Catalogue {
  return offered
}

/**
 * Takes the offered version of a programme into use: its text is kept with its hash. A file changed under a version that
 * was used before is refused: it needs a new version. Refuses 'programme-not-offered', 'programme-changed'.
 */
export async function useProgramme(work: Work, id: string): Promise<Programme> {
  const loaded = offered.definitions.get(id)
  if (!loaded) throw refuse('programme-not-offered')
  const { definition, hash, text } = loaded
  const kept = await keptVersion(work, id, definition.version)
  if (kept && kept.hash !== hash) throw refuse('programme-changed', { title: definition.title, version: definition.version })
  if (!kept) {
    await work.db.insertInto('programme_versions').values({ programme: id, version: definition.version, hash, definition: text, kept_at: work.now })
      .onConflict((conflict) => conflict.doNothing()).execute()
  }
  return definition
}

/** The definition that a plan was made with, as it was then. Asked once a piece of work: many people have few programmes, and a definition is long. */
export function programmeOf(work: Work, id: string, version: number): Promise<Programme | undefined> {
  const asked = askedIn.get(work) ?? new Map<string, Promise<Programme | undefined>>()
  const found = asked.get(`${id} ${version}`) ?? definitionOf(work, id, version)
  askedIn.set(work, asked.set(`${id} ${version}`, found))
  return found
}

/** The same without asking the database, where the file on offer is the very one that was kept, or the kept text was read before; `hash` is the kept one's. */
export function knownProgramme(id: string, version: number, hash: string | null): Programme | undefined {
  const loaded = offered.definitions.get(id)
  if (loaded && loaded.definition.version === version && loaded.hash === hash) return loaded.definition
  return hash === null ? undefined : readByHash.get(hash)
}

const askedIn = new WeakMap<Work, Map<string, Promise<Programme | undefined>>>()

async function definitionOf(work: Work, id: string, version: number): Promise<Programme | undefined> {
  const loaded = offered.definitions.get(id)
  const hash = await keptHash(work, id, version)
  if (loaded && loaded.definition.version === version && (hash === undefined || hash === loaded.hash)) return loaded.definition
  if (hash === undefined) return undefined
  const known = readByHash.get(hash)
  if (known) return known
  const kept = await keptVersion(work, id, version)
  if (!kept) return undefined
  const definition = definitionAsKept(kept.definition)
  readByHash.set(hash, definition)
  return definition
}

/** Kept versions that no file offers any more, read once a process: a text is long, and under one hash there is one text. */
const readByHash = new Map<string, Programme>()

async function keptHash(work: Work, programme: string, version: number): Promise<string | undefined> {
  const [row] = await hashKept(work, programme, version)
  return row?.hash
}

const hashKept = inSameWords((work, programme: string, version: number) => work.db.selectFrom('programme_versions').select('hash').where('programme', '=', programme).where('version', '=', version))

export type KeptVersion = { version: number, hash: string, definition: string, kept_at: Instant }

/** The text that was kept when this version was first used. */
export function keptVersion(work: Work, programme: string, version: number): Promise<KeptVersion | undefined> {
  return work.db.selectFrom('programme_versions').select(['version', 'hash', 'definition', 'kept_at']).where('programme', '=', programme).where('version', '=', version).executeTakeFirst()
}

/** The versions of a programme that plans were made with, the latest first. */
export function keptVersions(work: Work, programme: string) {
  return work.db.selectFrom('programme_versions').select(['version', 'kept_at']).where('programme', '=', programme).orderBy('version', 'desc').execute()
}

let offered: Catalogue = { definitions: new Map(), sources: new Map(), findings: [] }
