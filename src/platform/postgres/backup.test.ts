import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDataFolder, connectTo, lostOf, quiet, startWriting } from './a-test-server.ts'
import { backup, outsideBackupAdvice } from './backup.ts'
import { startEmbedded, type Embedded } from './launch.ts'
import { restore } from './restore.ts'

const room = aDataFolder('waymark-backup-')
const dataDir = path.join(room, 'data')
let server: Embedded

beforeAll(async () => {
  server = await startEmbedded({ dataDir, log: quiet })
  writeFileSync(path.join(dataDir, 'secrets', 'codes'), 'the key of the one-time codes', { mode: 0o600 })
})

afterAll(async () => {
  await server.stop()
  rmSync(room, { recursive: true })
})

test('it restores every write that was acknowledged before the backup was done, while writing went on', async () => {
  const writing = startWriting(server)
  await writing.until(20)
  const to = path.join(room, 'under-writes')
  const made = await backup({ connect: () => connectTo(server), dataDir, to })
  const acknowledged = [...writing.acknowledged]
  await writing.until(acknowledged.length + 20)
  await writing.stop()
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(made.said).toContain(made.upTo)

  const again = path.join(room, 'again')
  await restore({ from: to, dataDir: again, log: quiet })
  expect(readFileSync(path.join(again, 'secrets', 'codes'), 'utf8')).toBe('the key of the one-time codes')
  expect(statSync(path.join(again, 'secrets', 'codes')).mode & 0o777).toBe(0o600)
  const restored = await startEmbedded({ dataDir: again, log: quiet })
  const lost = await lostOf(acknowledged, restored)
  await restored.stop()
  expect(lost).toEqual([])
})

test('it refuses to restore over anything, and under a running service', async () => {
  const from = await aBackup('kept')
  await expect(restore({ from, dataDir, log: quiet })).rejects.toThrow(/Waymark is running on .+ Stop it before restoring/)
  const full = path.join(room, 'full')
  mkdirSync(full)
  writeFileSync(path.join(full, 'letter.txt'), 'mine')
  await expect(restore({ from, dataDir: full, log: quiet })).rejects.toThrow(/is not empty/)
  expect(readdirSync(full)).toEqual(['letter.txt'])
})

test('it names the file of a damaged backup and leaves nothing behind', async () => {
  const from = await aBackup('damaged')
  const file = path.join(from, 'postgres', 'base', '1', '1259')
  appendFileSync(file, 'x')
  const empty = path.join(room, 'empty')
  await expect(restore({ from, dataDir: empty, log: quiet })).rejects.toThrow(`The backup is damaged: ${file}`)
  rmSync(file)
  await expect(restore({ from, dataDir: empty, log: quiet })).rejects.toThrow(`The backup is damaged: ${file}`)
  expect(readdirSync(empty)).toEqual([])
})

test('it takes a backup without its list for an interrupted one, and never follows a list out of the folder', async () => {
  const from = await aBackup('interrupted')
  const list = path.join(from, 'backup.json')
  writeFileSync(list, readFileSync(list, 'utf8').replace('postgres/PG_VERSION', '../../PG_VERSION'))
  await expect(restore({ from, dataDir: path.join(room, 'empty'), log: quiet })).rejects.toThrow(`The backup is damaged: ${list}`)
  rmSync(list)
  await expect(restore({ from, dataDir: path.join(room, 'empty'), log: quiet })).rejects.toThrow(/no complete backup/)
  expect(existsSync(path.join(room, 'PG_VERSION'))).toBe(false)
})

test('it does not write a backup into a folder that holds something', async () => {
  const to = await aBackup('twice')
  await expect(backup({ connect: () => connectTo(server), dataDir, to })).rejects.toThrow(/is not empty/)
})

test('it names the tools of an outside server', () => {
  expect(outsideBackupAdvice()).toMatch(/pg_basebackup.+pg_dump/)
})

async function aBackup(name: string): Promise<string> {
  const to = path.join(room, name)
  await backup({ connect: () => connectTo(server), dataDir, to })
  return to
}
