import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Access } from './launch.ts'

/** For the tests of this folder: a DATA_DIR of their own, connections, and somebody who never stops writing. */
export function aDataFolder(name = 'waymark-test-'): string {
  return mkdtempSync(path.join(tmpdir(), name))
}

export const quiet = { info: () => undefined, warn: () => undefined }

export async function connectTo(access: Access): Promise<pg.Client> {
  const client = new pg.Client({ host: access.socketDir, port: access.port, user: access.superuser, password: access.password, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Writes one number after the other until stopped, connecting anew whenever the server goes; `acknowledged` is what was confirmed. */
export function startWriting(access: Access) {
  const acknowledged: number[] = []
  let next = 0
  let going = true
  const done = write()

  async function write(): Promise<void> {
    while (going) await connectTo(access).then(writeOn, () => undefined)
  }

  async function writeOn(client: pg.Client): Promise<void> {
    await client.query('create table if not exists written (number int primary key)').catch(() => undefined)
    while (going && await writeOne(client)) acknowledged.push(next)
    await client.end().catch(() => undefined)
  }

  async function writeOne(client: pg.Client): Promise<boolean> {
    next += 1
    return client.query('insert into written values ($1)', [next]).then(() => true, () => false)
  }

  return {
    acknowledged,
    async until(count: number): Promise<void> {
      while (acknowledged.length < count) await new Promise(setImmediate)
    },
    async stop(): Promise<void> {
      going = false
      await done
    },
  }
}

/** The numbers that were confirmed and are not there. */
export async function lostOf(acknowledged: number[], access: Access): Promise<number[]> {
  const client = await connectTo(access)
  const { rows } = await client.query<{ number: number }>('select number from written')
  await client.end()
  const there = new Set(rows.map((row) => row.number))
  return acknowledged.filter((number) => !there.has(number))
}
