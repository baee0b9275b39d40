import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aDataFolder, aFreePort, keepSigningIn, lostOf, runCommand, startService, untilReady, type Service } from '../../database/testing/a-service.ts'

const room = aDataFolder()
const dataDir = join(room, 'data')
const services: Service[] = []

afterAll(async () => {
  for (const service of services) {
    service.child.kill('SIGTERM')
    await service.ended
  }
  rmSync(room, { recursive: true })
})

test('it brings back every acknowledged write on another machine, backed up while people sign in and then destroyed', async () => {
  const service = await start(dataDir)
  const writing = keepSigningIn(() => service.port)
  await writing.until(10)
  const made = await runCommand(['backup', join(room, 'kept')], { DATA_DIR: dataDir })
  await writing.stop()
  expect(made.code).toBe(0)
  const [, upTo = ''] = /holds every change acknowledged up to (\S+):/.exec(made.said) ?? []
  const acknowledged = writing.acknowledged.filter(({ at }) => at < upTo)
  expect(acknowledged.length).toBeGreaterThanOrEqual(10)
  service.child.kill('SIGKILL')
  await service.ended
  const left = await start(dataDir)
  left.child.kill('SIGTERM')
  await left.ended
  rmSync(dataDir, { recursive: true })

  const again = join(room, 'again')
  mkdirSync(again)
  expect(await runCommand(['restore', join(room, 'kept')], { DATA_DIR: again })).toMatchObject({ code: 0, said: expect.stringContaining('Restored into') as string })
  const restored = await start(again)
  expect(await lostOf(restored.port, acknowledged)).toEqual([])
  expect(await runCommand(['restore', join(room, 'kept')], { DATA_DIR: again })).toMatchObject({ code: 1, said: expect.stringContaining('Stop it before restoring') as string })
}, 60_000)

test('it backs up a service that is stopped, too', async () => {
  for (const service of services.splice(0)) {
    service.child.kill('SIGTERM')
    await service.ended
  }
  expect(await runCommand(['backup', join(room, 'of-the-stopped')], { DATA_DIR: join(room, 'again') })).toMatchObject({ code: 0 })
}, 30_000)

async function start(data: string): Promise<Service> {
  const service = startService({ port: await aFreePort(), env: { DATA_DIR: data } })
  services.push(service)
  return untilReady(service)
}
