import { rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { afterAll, expect, test } from 'vitest'
import { aCertificate } from '../../database/testing/a-certificate.ts'
import { aDataFolder, aFreePort, startService, type Service } from '../../database/testing/a-service.ts'
import { connectedAs, ownAddress, testHouse } from '../../database/testing/index.ts'
import { readSettings } from '../platform/settings.ts'
import { reachDatabase } from './reach.ts'
import { startHouse } from './start.ts'

const room = aDataFolder()
const projectDir = `${import.meta.dirname}/../..`
const log = { info: () => {}, warn: () => {} }

afterAll(() => rmSync(room, { recursive: true }))

test('it signs in as web alone: who would pass the guard, or has another name, is refused', async () => {
  await expect(start({ DATABASE_URL: await ownAddress('superuser') })).rejects.toThrow(/DATABASE_URL signs in as \S+, who is superuser or may pass row-level security/)
  await expect(start({ DATABASE_URL: await ownAddress('owner') })).rejects.toThrow('DATABASE_URL signs in as waymark_test_owner; the name of that role ends with _web')
  await expect(start({ DATABASE_URL: await ownAddress('web'), DATABASE_OWNER_URL: await ownAddress('web') })).rejects.toThrow('the name of that role ends with _owner')
})

test('it says which server cannot be used, and why', async () => {
  const nowhere = `postgresql://waymark_test_web:x@127.0.0.1:${await aFreePort()}/waymark`
  await expect(start({ DATABASE_URL: nowhere })).rejects.toThrow(/The server that DATABASE_URL names cannot be used: .*ECONNREFUSED/)
  await expect(start({ DATABASE_URL: (await ownAddress('web')).replace(/:[^:@]+@/, ':wrong@') })).rejects.toThrow(/cannot be used: .*password authentication failed/)
})

test('it only looks where it has no owner, and says what to run', async () => {
  const started = await start({ DATABASE_URL: await ownAddress('web') })
  expect(started.reached.owner).toBeUndefined()
  await started.stop()
  const name = `${(await testHouse()).name}_behind`
  const superuser = await connectedAs('superuser')
  await superuser.query(`create database ${name} owner waymark_test_owner`)
  await superuser.end()
  await expect(start({ DATABASE_URL: await ownAddress('web', name) })).rejects.toThrow('Run npx waymark migrate with DATABASE_OWNER_URL set, then start again.')
})

test('it speaks HTTPS itself, tells browsers to stay with it, and does no jobs without an owner', async () => {
  const { cert, key } = aCertificate(room)
  const env = { DATA_DIR: room, DATABASE_URL: await ownAddress('web'), TLS_CERT: cert, TLS_KEY: key }
  const service = startService({ port: await aFreePort(), env })
  const ready = await untilReadyOverTls(service)
  expect(service.said()).toContain(`Waymark is ready: https://localhost:${service.port}`)
  expect(ready.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  expect(JSON.parse(ready.text)).toMatchObject({ checks: { jobs: { ok: true, says: 'This process does no jobs: DATABASE_OWNER_URL is not set. Another one has to.' } } })
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)

  writeFileSync(key, 'no key')
  const wrong = startService({ port: await aFreePort(), env })
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain('TLS_CERT and TLS_KEY cannot be used')
}, 30_000)

async function start(environment: NodeJS.ProcessEnv) {
  const found = readSettings({ DATA_DIR: room, ...environment })
  if ('faults' in found) throw new Error(found.faults.join('\n'))
  const surroundings = { settings: found.settings, projectDir, log }
  return startHouse(reachDatabase(surroundings), surroundings)
}

type Ready = { status: number, text: string, headers: Record<string, unknown> }

async function untilReadyOverTls({ port, child, said }: Service): Promise<Ready> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(said())
    const ready = await askOverTls(port)
    if (ready.status === 200) return ready
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

function askOverTls(port: number): Promise<Ready> {
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path: '/readyz', rejectUnauthorized: false, agent: false }, (answer) => {
      let text = ''
      answer.on('data', (piece: Buffer) => { text += piece.toString() })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    asked.on('error', () => resolve({ status: 0, text: '', headers: {} }))
  })
}
