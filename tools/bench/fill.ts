import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash as passwordHash } from '@node-rs/argon2'
import pg from 'pg'
import { parse } from 'yaml'
import { connectionOf } from './place.ts'
import type { Size } from './place.ts'

/** Everybody of the invented service has the same password: signing in is measured, not guessed. */
export const password = 'the-benchmark-signs-in'

const sqlFile = join(import.meta.dirname, 'fill.sql')
const migrations = join(import.meta.dirname, '../../database/migrations')

/** What the data depend on, the tables included: the same hash gives the same service, which is then used again. */
export function hashOf(size: Size): string {
  const hash = createHash('sha256').update(JSON.stringify(size)).update(readFileSync(sqlFile))
  for (const name of readdirSync(migrations).toSorted()) hash.update(name).update(readFileSync(join(migrations, name)))
  return hash.digest('hex').slice(0, 12)
}

export type Filled = { /** Nothing when it was full already. */ seconds: number | undefined, /** What the kept counts by month and the live question differ in: nothing. */ differing: number }

/** Fills a service that stands and is empty, and counts the months. What an earlier run recorded is taken away. */
export async function fill(dataDir: string, size: Size): Promise<Filled> {
  const client = new pg.Client(connectionOf(dataDir, 'superuser'))
  await client.connect()
  try {
    const seconds = await fillOnce(client, dataDir, size)
    // Without the keys that point at sessions: they would be looked for one by one through all notes.
    await client.query(`begin; set local session_replication_role = replica; delete from session_contents where session_id > ${lastMade}; delete from facilitator_notes where id > ${lastMade};
      delete from sessions where id > ${lastMade}; commit`)
    await client.query(`begin; select set_config('app.actor_name', 'caretaker', true), set_config('app.moment', now()::text, true); select count_session_months(); commit`)
    const { rows } = await client.query<{ differing: number }>(differing)
    return { seconds, differing: rows[0]?.differing ?? -1 }
  } finally {
    await client.end()
  }
}

/** Ids above it were given by the service itself. */
const lastMade = 500_000_000

const differing = `with live as (select date_trunc('month', s.starts_at at time zone (select time_zone from services))::date as month, p.unit_id, coalesce(l.programme, '') as programme,
      count(*) filter (where s.state = 'held')::int as held, count(*) filter (where s.state = 'missed')::int as missed, count(distinct p.id)::int as people
    from sessions s join participants p on p.id = s.participant_id left join plans l on l.id = s.plan_id where s.state in ('held', 'missed') group by 1, 2, 3),
  kept as (select month, unit_id, programme, held, missed, people from session_months)
  select count(*)::int as differing from ((select * from live except select * from kept) union all (select * from kept except select * from live)) d`

async function fillOnce(client: pg.Client, dataDir: string, size: Size): Promise<number | undefined> {
  const done = join(dataDir, 'filled')
  if (existsSync(done)) return undefined
  const began = performance.now()
  const values = { people: String(size.people), staff: String(size.staff), seed: String(size.seed), password: await passwordHash(password), programmes: JSON.stringify(programmes()), frame: JSON.stringify(definition('coding-frames/pro-integration').read) }
  const sql = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`:${name}`, () => value), readFileSync(sqlFile, 'utf8'))
  // One by one: a vacuum stands in no transaction.
  for (const statement of statementsOf(sql)) await client.query(statement)
  writeFileSync(done, '')
  return (performance.now() - began) / 1000
}

function statementsOf(sql: string): string[] {
  return sql.replaceAll(/^--.*$/gm, '').split(/;\n/).map((one) => one.trim()).filter((one) => one !== '')
}

/** The three programmes of the plans, as the service would have kept them when the first plan was made, with what is chosen and answered of them. */
function programmes() {
  return ['back-on-track', 'entre', 'healthy-identity'].map((id) => {
    const { text, read } = definition(`programmes/${id}`)
    const units = listed(read['units']).map((unit) => ({ id: unit['id'], offence: unit['offence_focused'] === true }))
    const rules = listed(read['rules']).map((rule) => ({ id: rule['id'], asks: rule['asks'] }))
    return { id, version: 1, hash: createHash('sha256').update(text).digest('hex'), text, units, rules }
  })
}

function definition(name: string): { text: string, read: Record<string, unknown> } {
  const text = readFileSync(join(import.meta.dirname, `../../definitions/${name}.yaml`), 'utf8')
  return { text, read: parse(text) as Record<string, unknown> }
}

function listed(part: unknown): Record<string, unknown>[] {
  return Array.isArray(part) ? part as Record<string, unknown>[] : []
}
