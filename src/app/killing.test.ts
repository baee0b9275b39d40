import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../../database/seeds/cast.ts'
import { placeOf } from '../platform/postgres/place.ts'
import { runningPostmaster } from '../platform/postgres/postmaster.ts'
import { aDataFolder, aFreePort, ask, startService, untilReady, type Service } from './a-service.ts'

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
  const writing = keepSigningIn()
  for (let kill = 1; kill <= kills; kill += 1) {
    await writing.until(kill * 10)
    await killSomething(kill)
  }
  await writing.until((kills + 1) * 10)
  await writing.stop()
  expect(await lostOf(writing.acknowledged)).toEqual([])
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

/** Each sign-in is a write of its own; the browser that got its cookie has been told that it stands. */
function keepSigningIn() {
  const acknowledged: string[] = []
  let going = true
  const done = Promise.all([sign(), sign()])

  async function sign(): Promise<void> {
    while (going) {
      const cookie = await signedIn()
      if (cookie) acknowledged.push(cookie)
      else await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  }

  return {
    acknowledged,
    async until(count: number): Promise<void> {
      while (acknowledged.length < count) await new Promise((resolve) => { setTimeout(resolve, 5) })
    },
    async stop(): Promise<void> {
      going = false
      await done
    },
  }
}

async function signedIn(): Promise<string | undefined> {
  const page = await ask(service.port, '/sign-in')
  const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
  const form = { ...Object.fromEntries(hidden) as Record<string, string>, username: 'mia', password: demonstrationPassword('Mia') }
  const answer = page.status === 200 ? await ask(service.port, '/sign-in', { form }) : undefined
  return answer?.status === 303 ? answer.cookies.find((cookie) => cookie.startsWith('__Host-sign-in='))?.split(';')[0] : undefined
}

async function lostOf(acknowledged: string[]): Promise<string[]> {
  const lost: string[] = []
  for (const cookie of acknowledged) if ((await ask(service.port, '/', { cookie })).status !== 200) lost.push(cookie)
  return lost
}

async function start(): Promise<Service> {
  return untilReady(startService({ port: port, env: { DATA_DIR: dataDir } }))
}
