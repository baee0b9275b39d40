import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash as passwordHash } from '@node-rs/argon2'
import pg from 'pg'
import { connectionOf } from './place.ts'
import type { Size } from './place.ts'

/** Everybody of the invented service has the same password: signing in is measured, not guessed. */
export const password = 'the-benchmark-signs-in'

const sqlFile = join(import.meta.dirname, 'fill.sql')

/** What the data depend on: the same hash gives the same service, which is then used again. */
export function hashOf(size: Size): string {
  return createHash('sha256').update(JSON.stringify(size)).update(readFileSync(sqlFile)).digest('hex').slice(0, 12)
}

/** Fills a service that stands and is empty. Returns the seconds it took; nothing when it was full already. */
export async function fill(dataDir: string, size: Size): Promise<number | undefined> {
  const done = join(dataDir, 'filled')
  if (existsSync(done)) return undefined
  const began = performance.now()
  const client = new pg.Client(connectionOf(dataDir, 'superuser'))
  await client.connect()
  const values = { people: String(size.people), staff: String(size.staff), seed: String(size.seed), password: await passwordHash(password), programmes: JSON.stringify(programmes()) }
  const sql = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`:${name}`, () => value), readFileSync(sqlFile, 'utf8'))
  // One by one: a vacuum stands in no transaction.
  for (const statement of statementsOf(sql)) await client.query(statement)
  await client.end()
  writeFileSync(done, '')
  return (performance.now() - began) / 1000
}

function statementsOf(sql: string): string[] {
  return sql.replaceAll(/^--.*$/gm, '').split(/;\n/).map((one) => one.trim()).filter((one) => one !== '')
}

/** The three programmes of the plans, as the service would have kept them when the first plan was made. */
function programmes(): { id: string, version: number, hash: string, text: string }[] {
  return ['back-on-track', 'entre', 'healthy-identity'].map((id) => {
    const text = readFileSync(join(import.meta.dirname, `../../definitions/programmes/${id}.yaml`), 'utf8')
    return { id, version: 1, hash: createHash('sha256').update(text).digest('hex'), text }
  })
}
