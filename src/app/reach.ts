import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { forgetDatabase, prefixOf, prepareDatabase, type Connection, type EmbeddedAccess } from '../platform/database/index.ts'
import { runningEmbedded, startEmbedded, type Log } from '../platform/postgres/launch.ts'
import type { Settings } from '../platform/settings.ts'
import { fillingFile, isLeftUnfilled } from './filling.ts'
import { checkOutside } from './outside.ts'
import { t } from './serve-words.ts'

/** How to reach the database of this service. Without an owner nothing can be migrated from here, and no jobs run here. */
export type Reached = { web: Connection, owner: Connection | undefined, evaluator: Connection | undefined, prefix: string, stop(): Promise<void> }

/** Where the program is, what it was told, and to whom it speaks. */
export type Surroundings = { settings: Settings, projectDir: string, log: Log }

/** What has begun before the rest of the program is loaded: the database, another process, and listening for the word to stop. */
export type Beginning = { reaching: Promise<Reached>, told: Promise<void> }

export function begin(surroundings: Surroundings): Beginning {
  const [reaching, told] = [reachDatabase(surroundings), toldToStop()]
  // Whoever awaits it hears what stood in the way; until then nobody does.
  reaching.catch(() => {})
  return { reaching, told }
}

/** The embedded database, started for as long as this process wants it, or an outside one. */
export async function reachDatabase({ settings, projectDir, log }: Surroundings): Promise<Reached> {
  if (settings.database) return reachOutside(settings.database, settings)
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log })
  try {
    return { ...await preparedOn(embedded, settings, projectDir), stop: () => embedded.stop() }
  } catch (fault) {
    await embedded.stop()
    throw fault
  }
}

/** The same for a command: beside a service that is running, and by itself when none is. */
export async function reachBeside(surroundings: Surroundings): Promise<Reached> {
  const { settings, projectDir } = surroundings
  const running = settings.database ? undefined : runningEmbedded(settings.dataDir)
  if (!running) return reachDatabase(surroundings)
  return { ...await preparedOn(running, settings, projectDir), stop: async () => {} }
}

/** A signal to the whole group comes twice, from the terminal and from npm: each is heard, and the first is enough. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

/** A demonstration that was left half filled is begun anew: it had not opened yet, so nothing in it is anybody's. */
async function preparedOn(access: EmbeddedAccess, { dataDir, mode }: Settings, projectDir: string) {
  const files = { secretsDir: join(dataDir, 'secrets'), rolesSql: readFileSync(join(projectDir, 'database/roles.sql'), 'utf8') }
  if (mode === 'demo' && isLeftUnfilled(dataDir)) {
    await forgetDatabase(access, 'waymark', files)
    rmSync(fillingFile(dataDir))
  }
  return prepareDatabase(access, 'waymark', files)
}

async function reachOutside({ web, owner, evaluator }: NonNullable<Settings['database']>, { dataDir, mode }: Settings): Promise<Reached> {
  if (mode === 'demo' && isLeftUnfilled(dataDir)) throw new Error(t('serve.left-unfilled', { file: fillingFile(dataDir) }))
  await checkOutside({ web, owner, evaluator })
  const at = (url: string | undefined) => url === undefined ? undefined : { url }
  return { web: { url: web }, owner: at(owner), evaluator: at(evaluator), prefix: prefixOf(userOf(web)), stop: async () => {} }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
