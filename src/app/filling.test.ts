import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { connectOnce } from '../platform/database/index.ts'
import { readSettings } from '../platform/settings.ts'
import { fillingFile, fillOnce, isLeftUnfilled } from './filling.ts'
import { reachDatabase, type Reached } from './reach.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-filling-'))
const projectDir = join(import.meta.dirname, '../..')
afterAll(() => rmSync(dataDir, { recursive: true }))

function surroundings(environment: NodeJS.ProcessEnv = {}) {
  const read = readSettings({ DATA_DIR: dataDir, ...environment })
  if (!('settings' in read)) throw new Error(read.faults.join())
  return { settings: read.settings, projectDir, log: { info: () => undefined, warn: () => undefined } }
}

/** A process that is no more, as one that was killed. */
const nobodys = '2000000000'

test('it says as long as something is filled that it is not whole, and leaves it said when that ends in the middle', async () => {
  await fillOnce(dataDir, () => {
    expect(isLeftUnfilled(dataDir)).toBe(false)
    writeFileSync(fillingFile(dataDir), nobodys)
    expect(isLeftUnfilled(dataDir)).toBe(true)
    return Promise.resolve()
  })
  expect(isLeftUnfilled(dataDir)).toBe(false)
  await expect(fillOnce(dataDir, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  writeFileSync(fillingFile(dataDir), nobodys)
  expect(isLeftUnfilled(dataDir)).toBe(true)
  rmSync(fillingFile(dataDir))
})

test('it begins a demonstration anew that was killed half filled, and touches none that was whole or that somebody is filling', async () => {
  const found = (reached: Reached, text: string) => connectOnce(reached.owner!).then(async (owner) => {
    try { return (await owner.query<{ found: boolean }>(text)).rows[0]?.found } finally { await owner.end() }
  })
  const isThere = `select to_regclass('half_filled') is not null as found`
  const again = async () => {
    const reached = await reachDatabase(surroundings())
    try { return await found(reached, isThere) } finally { await reached.stop() }
  }
  const first = await reachDatabase(surroundings())
  await found(first, 'create table half_filled (one int)')
  await first.stop()
  expect(await again()).toBe(true)
  writeFileSync(fillingFile(dataDir), String(process.pid))
  expect(await again()).toBe(true)
  writeFileSync(fillingFile(dataDir), nobodys)
  expect([await again(), isLeftUnfilled(dataDir)]).toEqual([false, false])
}, 60_000)

test('it says what to do where the half filled database is on an outside server, and does nothing to it', async () => {
  writeFileSync(fillingFile(dataDir), nobodys)
  await expect(reachDatabase(surroundings({ DATABASE_URL: 'postgres://waymark_web@127.0.0.1:1/waymark' }))).rejects.toThrow(/interrupted while it was filled.*being-filled/)
})
