import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineStatement } from '../audit/index.ts'
import { connectOnce, deploy, isDeployed, openPool, prepareDatabase, prefixOf, type ServiceDatabase } from '../platform/database/index.ts'
import { instant, type Instant } from '../platform/day.ts'
import type { House } from '../platform/open-work.ts'
import { startEmbedded } from '../platform/postgres/launch.ts'
import type { Settings } from '../platform/settings.ts'
import { readinessOf } from './readiness.ts'
import { deploymentOf } from './deployment.ts'

export type Check = { ok: boolean, says: string }
export type Started = { house: House, database: ServiceDatabase, readiness: () => Promise<Record<string, Check>>, stop: () => Promise<void> }

export type Log = { info: (sentence: string) => void, warn: (sentence: string) => void }

/** The database up, at this version's deployment, and a house over it. What `serve` and the commands begin with. */
export async function startHouse(settings: Settings, projectDir: string, log: Log): Promise<Started> {
  const { database, stopServer } = await databaseOf(settings, projectDir, log)
  try {
    await bringUpToDate(database, projectDir, log)
    const pool = openPool(database.web, 24)
    const house: House = { pool, rolePrefix: database.prefix, lineStatement, clock: now, ids: { next: 0, left: 0 }, formSecret: settings.secret }
    return { house, database, readiness: () => readinessOf(house), stop: async () => { await pool.end(); await stopServer() } }
  } catch (fault) {
    await stopServer()
    throw fault
  }
}

async function databaseOf(settings: Settings, projectDir: string, log: Log): Promise<{ database: ServiceDatabase, stopServer: () => Promise<void> }> {
  if (settings.database) {
    const { web, owner, evaluator } = settings.database
    const prefix = prefixOf(decodeURIComponent(new URL(web).username))
    return { database: { web: { url: web }, owner: { url: owner ?? web }, evaluator: { url: evaluator ?? web }, prefix }, stopServer: async () => {} }
  }
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log })
  const files = { secretsDir: join(settings.dataDir, 'secrets'), rolesSql: readFileSync(join(projectDir, 'database/roles.sql'), 'utf8') }
  return { database: await prepareDatabase(embedded, 'waymark', files), stopServer: () => embedded.stop() }
}

/** In the ordinary start one statement finds that nothing has to be done. */
async function bringUpToDate(database: ServiceDatabase, projectDir: string, log: Log): Promise<void> {
  const owner = await connectOnce(database.owner)
  try {
    const deployment = deploymentOf(projectDir)
    if (await isDeployed(owner, deployment)) return
    const applied = await deploy(owner, deployment, database.prefix, now())
    if (applied.length > 0) log.info(applied.join('\n'))
  } finally {
    await owner.end()
  }
}

/** Real time. Rules never ask it: they are given `work.now`. */
export function now(): Instant {
  return instant(new Date().toISOString())
}

