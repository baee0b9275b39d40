import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { deploymentOf } from '../src/app/deployment.ts'
import { connectOnce, deploy, openPool, prepareDatabase } from '../src/platform/database/index.ts'
import { prepareQueue } from '../src/platform/jobs/index.ts'
import { startEmbedded, type Embedded } from '../src/platform/postgres/launch.ts'
import { foundNorland } from './seeds/cast.ts'
import { houseOver } from './testing/house-over.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { socketDir: string, port: number, superuser: string, password: string, webPassword: string, ownerPassword: string, evaluatorPassword: string }
  }
}

const project = join(import.meta.dirname, '..')

/**
 * One real server for the whole run, with a finished database that every test file copies for itself: the embedded one, or the one
 * of TEST_DATABASE_URL (a superuser's address), so that policies are tried on PostgreSQL 15 too.
 */
export async function setup(run: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  const embedded = await (process.env['TEST_DATABASE_URL'] ? borrowServer(process.env['TEST_DATABASE_URL']) : startEmbedded({ dataDir, log: { info: () => {}, warn: () => {} } }))
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
  const [web, ownerAt, evaluator] = [database.web, database.owner, database.evaluator]
  if ('url' in web || 'url' in ownerAt || 'url' in evaluator) throw new Error('The embedded database is reached by its socket.')
  run.provide('testServer', { socketDir: embedded.socketDir, port: embedded.port, superuser: embedded.superuser, password: embedded.password, webPassword: web.password, ownerPassword: ownerAt.password, evaluatorPassword: evaluator.password })
  return async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Server = Pick<Embedded, 'socketDir' | 'port' | 'superuser' | 'password' | 'stop'>

/** A server that somebody else keeps. What an earlier run left there goes first, and what this one made goes at the end. */
async function borrowServer(url: string): Promise<Server> {
  const { hostname, port, username, password, searchParams } = new URL(url)
  await clearAway(url)
  return { socketDir: searchParams.get('host') ?? hostname, port: Number(port || 5432), superuser: decodeURIComponent(username), password: decodeURIComponent(password), stop: () => clearAway(url) }
}

async function clearAway(url: string): Promise<void> {
  const superuser = await connectOnce({ url })
  const { rows: databases } = await superuser.query<{ name: string }>(`select datname as name from pg_database where pg_get_userbyid(datdba) = 'waymark_test_owner'`)
  for (const { name } of databases) await superuser.query(`drop database ${name} with (force)`)
  const { rows: roles } = await superuser.query<{ name: string }>(`select rolname as name from pg_roles where rolname like 'waymark_test_%'`)
  for (const { name } of roles) await superuser.query(`drop role ${name}`)
  await superuser.end()
}
