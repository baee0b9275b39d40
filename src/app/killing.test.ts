import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { placeOf } from '../platform/postgres/place.ts'
import { runningPostmaster } from '../platform/postgres/postmaster.ts'
import { aDataFolder, aFreePort, keepSigningIn, lostOf, startService, untilReady, type Service } from '../../database/testing/a-service.ts'

/** `KILLS=50` in the environment gives the long form. */
const kills = Number(process.env['KILLS'] ?? 6)
const dataDir = aDataFolder()
const port = await aFreePort()
let service: Service

afterAll(async () => {
  service.child.kill('SIGTERM')
  await service.ended
  rmSync(dataDir, { recursive: true })
})

test(`it loses no acknowledged write over ${kills} kills in the middle of writes`, async () => {
  service = await start()
  const writing = keepSigningIn(() => port)
  for (let kill = 1; kill <= kills; kill += 1) {
    await writing.until(kill * 10)
    await killSomething(kill)
  }
  await writing.until((kills + 1) * 10)
  await writing.stop()
  expect(await lostOf(port, writing.acknowledged)).toEqual([])
}, 30_000 + kills * 5_000)

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
