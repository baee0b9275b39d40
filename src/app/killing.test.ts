import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOnce } from '../platform/database/index.ts'
import { runningEmbedded } from '../platform/postgres/launch.ts'
import { placeOf } from '../platform/postgres/place.ts'
import { runningPostmaster } from '../platform/postgres/postmaster.ts'
import { aDataFolder, aFreePort, keepSigningIn, lostOf, signInOver, startService, untilReady, type Service } from '../../database/testing/a-service.ts'
import { confirmedOver } from '../../database/testing/import-over.ts'

/** `KILLS=50` in the environment gives the long form. */
const kills = Number(process.env['KILLS'] ?? 6)
const dataDir = aDataFolder()
const port = await aFreePort()
let service: Service

beforeAll(async () => { service = await start() }, 60_000)

afterAll(async () => {
  service.child.kill('SIGTERM')
  await service.ended
  rmSync(dataDir, { recursive: true })
})

test(`it loses no acknowledged write over ${kills} kills in the middle of writes`, async () => {
  const writing = keepSigningIn(() => port)
  for (let kill = 1; kill <= kills; kill += 1) {
    await writing.until(kill * 10)
    await killSomething(kill)
  }
  await writing.until((kills + 1) * 10)
  await writing.stop()
  expect(await lostOf(port, writing.acknowledged)).toEqual([])
}, 30_000 + kills * 5_000)

test('it brings an import to its end with every row of the file once, whatever is killed while it is written', async () => {
  const numbers = Array.from({ length: 2000 }, (_, n) => `KILL-${String(n).padStart(4, '0')}`)
  const lines = numbers.map((number, n) => `${number};Kim ${number};1980-${String(n % 12 + 1).padStart(2, '0')}-01;Fjordvik prison;2026-10-01;Asks;yes`)
  const cookie = await signInOver(port, 'Kai')
  const fileId = await confirmedOver(port, { cookie: cookie!, kind: 'referrals', csv: `Number;Name;Born;Place;Referred;Why;Agrees\n${lines.join('\n')}\n` })
  // The database alone first, under a job of a process that lives: its workers end, and come back with it.
  for (const [place, turn] of [3, 1, 3, 2].entries()) {
    await untilFar(fileId, place * 250 + 1)
    await killSomething(turn)
  }
  await untilFar(fileId, Infinity)
  const [receipt] = await asked('select written, left_out, there_before from import_files where public_id = $1', [fileId])
  expect(receipt).toEqual({ written: 2000, left_out: 0, there_before: 0 })
  expect((await asked('select number from referrals where import_id = $1 order by number', [fileId])).map(({ number }) => number)).toEqual(numbers)
}, 90_000)

/** Until so many rows are written, or the file is. */
async function untilFar(fileId: string, rows: number): Promise<void> {
  for (;;) {
    if (service.child.exitCode !== null) throw new Error(`It ended by itself: ${service.said().slice(-500)}`)
    const [file] = await asked('select rows, confirmed_at from import_files where public_id = $1', [fileId]).catch(() => [])
    if (file && (file['confirmed_at'] !== null || Number(file['rows']) >= rows)) return
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
}

async function asked(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const access = runningEmbedded(dataDir)
  if (!access) return []
  const client = await connectOnce({ ...access, user: access.superuser, database: 'waymark' })
  client.on('error', () => {})
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** By turns the application, the application and its database at once, the database alone, which comes back by itself. */
async function killSomething(turn: number): Promise<void> {
  const server = runningPostmaster(placeOf(dataDir))
  if (turn % 3 !== 1 && server) process.kill(server.process, 'SIGKILL')
  if (turn % 3 === 0) return
  service.child.kill('SIGKILL')
  await service.ended
  service = await start()
}

async function start(): Promise<Service> {
  return untilReady(startService({ port: port, env: { DATA_DIR: dataDir } }))
}
