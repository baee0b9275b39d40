import { prepareAccounts } from '../accounts/index.ts'
import { lineStatement } from '../audit/index.ts'
import { connectOnce, deploy, isDeployed, openPool, type Deployment, type Pool } from '../platform/database/index.ts'
import { instant, type Instant } from '../platform/day.ts'
import { prepareQueue } from '../platform/jobs/index.ts'
import type { House } from '../platform/open-work.ts'
import { deploymentOf } from './deployment.ts'
import { reachBeside, type Reached, type Surroundings } from './reach.ts'
import { t } from './serve-words.ts'

export type Started = { house: House, reached: Reached, deployment: Deployment, stop(): Promise<void> }

/** The database at this version's deployment, and a house over it. What `serve` begins with, while the database still starts. */
export function startHouse(reaching: Promise<Reached>, surroundings: Surroundings): Promise<Started> {
  return openHouse(reaching, surroundings, 24)
}

/** Runs one task of a command over a house: beside the running service, or with a database started for this task alone. */
export async function withHouse<T>(surroundings: Surroundings, task: (house: House) => Promise<T>): Promise<T> {
  const { house, stop } = await openHouse(reachBeside(surroundings), surroundings, 2)
  try {
    return await task(house)
  } finally {
    await stop()
  }
}

/** Brings a database to this version; beside a running service too. Gives the names of the migrations that it took now. */
export async function migrate(reached: Reached, deployment: Deployment): Promise<string[]> {
  if (!reached.owner) throw new Error(t('serve.no-owner'))
  const owner = await connectOnce(reached.owner)
  try {
    const applied = await deploy(owner, deployment, reached.prefix, now())
    await prepareQueue(reached.owner)
    return applied
  } finally {
    await owner.end()
  }
}

/** Real time. Rules never ask it: they are given `work.now`. */
export function now(): Instant {
  return instant(new Date().toISOString())
}

async function openHouse(reaching: Promise<Reached>, { settings, projectDir, log }: Surroundings, connections: number): Promise<Started> {
  const deployment = deploymentOf(projectDir)
  const reached = await reaching
  const pool = openPool(reached.web, connections)
  const evaluation = reached.evaluator && openPool(reached.evaluator, 2)
  const stop = async () => { await pool.end(); await evaluation?.end(); await reached.stop() }
  try {
    const applied = await bringUpToDate(pool, reached, deployment)
    if (applied.length > 0) log.info(t('serve.migrated', { names: applied.join(', ') }))
    const secret = settings.secret()
    prepareAccounts({ secret, mode: settings.mode })
    const house: House = { pool, evaluation, rolePrefix: reached.prefix, lineStatement, clock: now, ids: { next: 0, left: 0 }, formSecret: secret }
    return { house, reached, deployment, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** In the ordinary start one statement finds that nothing has to be done. Without the owner the start only looks. */
async function bringUpToDate(pool: Pool, reached: Reached, deployment: Deployment): Promise<string[]> {
  if (await isDeployed(pool, deployment)) return []
  if (!reached.owner) throw new Error(t('serve.not-migrated'))
  return migrate(reached, deployment)
}
