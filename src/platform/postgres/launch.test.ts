import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aDataFolder, connectTo, lostOf, quiet, startWriting } from './a-test-server.ts'
import { runningEmbedded, startEmbedded, type Embedded, type Wanted } from './launch.ts'
import { placeOf } from './place.ts'
import { postmasterOf } from './postmaster.ts'

const folders: string[] = []
const started: Embedded[] = []

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test('it keeps what was written over a stop and a new start', async () => {
  const dataDir = folder()
  const first = await start({ dataDir })
  await write(first, 'create table kept as select 7 as number')
  await started.pop()?.stop()
  expect(runningEmbedded(dataDir)).toBeUndefined()

  const second = await start({ dataDir })
  expect(second.adopted).toBe(false)
  expect(await write(second, 'select number from kept')).toEqual([{ number: 7 }])
})

test('it is reached by its socket alone, with a password that is made once and kept from others', async () => {
  const dataDir = folder()
  const server = await start({ dataDir })
  expect(await write(server, `select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync`)).toEqual([{ tcp: '', fsync: 'on' }])
  await expect(connectTo({ ...server, password: 'postgres' })).rejects.toThrow(/password authentication failed/)
  expect(statSync(path.join(dataDir, 'secrets', 'database-superuser')).mode & 0o777).toBe(0o600)
  expect(runningEmbedded(dataDir)?.password).toBe(server.password)
})

test('it puts the socket elsewhere when the way to the data is too long for one', async () => {
  const dataDir = path.join(folder(), 'a'.repeat(60), 'b'.repeat(60))
  const server = await start({ dataDir })
  expect(server.socketDir.length).toBeLessThan(80)
  expect(await write(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('it refuses data that another application is running on, naming the folder and the process', async () => {
  const dataDir = folder()
  const other = await anotherApplication(dataDir)
  await expect(startEmbedded({ dataDir, log: quiet })).rejects.toThrow(`already running on the data in ${placeOf(dataDir).dataDir} (process ${other.pid})`)
  await kill(other)
  await start({ dataDir })
})

test('it takes over the server of an application that was killed', async () => {
  const dataDir = folder()
  const other = await anotherApplication(dataDir)
  const before = postmasterOf(placeOf(dataDir))?.process
  await kill(other)

  const server = await start({ dataDir })
  expect(server.adopted).toBe(true)
  expect(postmasterOf(placeOf(dataDir))?.process).toBe(before)
})

test('it replaces a server left behind that was started in another way', async () => {
  const dataDir = folder()
  await kill(await anotherApplication(dataDir, { port: 54397 }))
  const server = await start({ dataDir })
  expect(server).toMatchObject({ adopted: false, port: 5432 })
  expect(await write(server, `select current_setting('listen_addresses') as tcp`)).toEqual([{ tcp: '' }])
})

test('it is not held up by files left with the number of a process that is somebody else by now', async () => {
  const dataDir = folder()
  await kill(await anotherApplication(dataDir))
  const place = placeOf(dataDir)
  await killServer(place.dataDir)
  writeFileSync(place.lock, `${process.ppid} 1`)
  writeFileSync(path.join(place.cluster, 'postmaster.pid'), `${process.ppid}\n${place.cluster}\n1700000000\n5432\n${place.dataDir}/run\n\n  1 1\nready   \n`)

  const server = await start({ dataDir })
  expect(await write(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('it does not make a new password for old data', async () => {
  const dataDir = folder()
  await start({ dataDir })
  await started.pop()?.stop()
  rmSync(path.join(dataDir, 'secrets'), { recursive: true })
  await expect(startEmbedded({ dataDir, log: quiet })).rejects.toThrow(/password of the database is missing/)
  mkdirSync(path.join(dataDir, 'secrets'))
})

test('it comes back by itself when the server is killed in the middle of writes, ten times, and loses nothing', async () => {
  const dataDir = folder()
  const server = await start({ dataDir })
  const writing = startWriting(server)
  for (let time = 1; time <= 10; time += 1) {
    await writing.until(time * 25)
    await killServer(dataDir)
  }
  await writing.until(275)
  await writing.stop()
  expect(await lostOf(writing.acknowledged, server)).toEqual([])
}, 30_000)

function folder(): string {
  const made = aDataFolder()
  folders.push(made)
  return made
}

async function start(wanted: Omit<Wanted, 'log'>): Promise<Embedded> {
  const server = await startEmbedded({ ...wanted, log: quiet })
  started.push(server)
  return server
}

async function write(server: Embedded, sql: string): Promise<unknown[]> {
  const client = await connectTo(server)
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}

/** A process of its own, as `npm start` is one. */
async function anotherApplication(dataDir: string, also: { port?: number } = {}): Promise<ChildProcess> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'launch.ts'))}
    const quiet = () => undefined
    await startEmbedded({ ...${JSON.stringify({ dataDir, ...also })}, log: { info: quiet, warn: quiet } })
    process.stdout.write('ready')
    setInterval(quiet, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit')
  child.kill('SIGKILL')
  await over
}

async function killServer(dataDir: string): Promise<void> {
  const running = postmasterOf(placeOf(dataDir))
  if (running) process.kill(running.process, 'SIGKILL')
}
