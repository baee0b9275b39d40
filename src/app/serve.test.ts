import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { placeOf } from '../platform/postgres/place.ts'
import { runningPostmaster } from '../platform/postgres/postmaster.ts'
import { aDataFolder, aFreePort, ask, startService, untilReady, type Service } from '../../database/testing/a-service.ts'

// One service after the other, on the same data: a first start takes as long as all that follow.
const dataDir = aDataFolder()
const place = placeOf(dataDir)
const services: Service[] = []

afterAll(async () => {
  for (const service of services) {
    service.child.kill('SIGTERM')
    await service.ended
  }
  rmSync(dataDir, { recursive: true })
})

test('it stops cleanly when npm is told to stop, or the whole group at once', async () => {
  for (const way of ['npm', 'group'] as const) {
    const service = await start('npm')
    process.kill(way === 'npm' ? service.child.pid! : -service.child.pid!, 'SIGTERM')
    await service.ended
    expect(runningPostmaster(place)).toBeUndefined()
    expect(existsSync(place.lock)).toBe(false)
    expect((await ask(service.port, '/healthz')).status).toBe(0)
  }
  const log = readFileSync(place.log, 'utf8')
  expect(log.match(/database system is shut down/g)?.length).toBeGreaterThanOrEqual(2)
  expect(log).not.toContain('not properly shut down')
}, 30_000)

test('it takes over what one that was killed left behind, and says to a second start that it is running', async () => {
  const first = await start()
  const server = runningPostmaster(place)?.process
  first.child.kill('SIGKILL')
  await first.ended
  const next = await start()
  expect(next.said()).toContain('it was taken over')
  expect(runningPostmaster(place)?.process).toBe(server)

  const second = startService({ port: await aFreePort(), env: { DATA_DIR: dataDir } })
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^Waymark is already running on the data in .+ \(process \d+\)\. Stop it first/)
  await stop(next)
}, 30_000)

test('it says that the port is taken, and leaves no database running', async () => {
  const port = await aFreePort()
  const other = createServer().listen(port, '127.0.0.1')
  const service = startService({ port, env: { DATA_DIR: dataDir } })
  expect(await service.ended).toBe(1)
  expect(service.said()).toBe(`Something else is already listening on port ${port} of 127.0.0.1. Stop it, or set PORT to another port.\n`)
  expect(runningPostmaster(place)).toBeUndefined()
  other.close()
}, 30_000)

test('it names every fault of the settings at once and ends with 2', async () => {
  const service = startService({ port: 0, env: { DATA_DIR: dataDir, WAYMARK_MODE: 'live', DATABASE_OWNER_URL: 'nowhere' } })
  expect(await service.ended).toBe(2)
  expect(service.said().trim().split('\n').map((line) => line.split(':')[0])).toEqual(['DATABASE_OWNER_URL', 'WAYMARK_MODE', 'DATABASE_OWNER_URL'])
})

test('it is ready when the database, the migrations, the log and the jobs are; a bad definition is named and closes nothing', async () => {
  const definitions = join(dataDir, 'own', 'programmes')
  mkdirSync(definitions, { recursive: true })
  writeFileSync(join(definitions, 'broken.yaml'), 'id: broken\n')
  const service = await start('node', { DEFINITIONS_DIR: join(dataDir, 'own') })
  const { checks } = JSON.parse((await ask(service.port, '/readyz')).text) as { checks: Record<string, { ok: boolean, says: string }> }
  expect(Object.keys(checks)).toEqual(['database', 'migrations', 'log', 'definitions', 'words', 'jobs'])
  expect(checks['log']?.says).toBe('The log has room for 6 months ahead.')
  expect(checks['definitions']).toEqual({ ok: true, says: expect.stringMatching(/programmes are on offer\. .*broken\.yaml:\d+: /) as string })
  const fromElsewhere = await fetch(`http://127.0.0.1:${service.port}/readyz`, { headers: { 'x-forwarded-for': '203.0.113.9' } }).then((answer) => answer.json()) as object
  expect(fromElsewhere).toEqual({ ready: true })
  await stop(service)
}, 30_000)

async function start(by: 'npm' | 'node' = 'node', env: NodeJS.ProcessEnv = {}): Promise<Service> {
  const service = startService({ by, port: await aFreePort(), env: { DATA_DIR: dataDir, ...env } })
  services.push(service)
  return untilReady(service)
}

async function stop(service: Service): Promise<void> {
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
}
