import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { deploymentOf } from '../src/app/deployment.ts'
import { connectOnce, deploy, openPool, prepareDatabase } from '../src/platform/database/index.ts'
import { prepareQueue } from '../src/platform/jobs/index.ts'
import { startEmbedded } from '../src/platform/postgres/launch.ts'
import { foundNorland } from './seeds/cast.ts'
import { houseOver } from './testing/house-over.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { socketDir: string, port: number, superuser: string, password: string, webPassword: string, ownerPassword: string }
  }
}

const project = join(import.meta.dirname, '..')

/** One real server for the whole run, with a finished database that every test file copies for itself. */
export async function setup(run: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  const embedded = await startEmbedded({ dataDir, log: { info: () => {}, warn: () => {} } })
  const rolesSql = readFileSync(join(project, 'database/roles.sql'), 'utf8')
  const database = await prepareDatabase(embedded, 'waymark_test', { secretsDir: join(dataDir, 'secrets'), rolesSql })
  const owner = await connectOnce(database.owner)
  await deploy(owner, deploymentOf(project), 'waymark_test', '2026-11-23T08:00:00Z')
  await prepareQueue(database.owner)
  await owner.query(`select make_log_months('2026-11-23', 3)`)
  await owner.end()
  const pool = openPool(database.web, 1)
  await foundNorland(houseOver(pool, 'waymark_test'))
  await pool.end()
  const [web, ownerAt] = [database.web, database.owner]
  if ('url' in web || 'url' in ownerAt) throw new Error('The embedded database is reached by its socket.')
  run.provide('testServer', { socketDir: embedded.socketDir, port: embedded.port, superuser: embedded.superuser, password: embedded.password, webPassword: web.password, ownerPassword: ownerAt.password })
  return async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
