import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { deploymentOf } from '../../src/app/deployment.ts'
import { connectOnce, deploy, type Deployment } from '../../src/platform/database/index.ts'
import { connectedAs } from '../testing/index.ts'
import { fillEveryTable } from '../testing/row-one.ts'

/*
 * A service that was set up by an earlier version starts on today's: what that version deployed is kept in database/older, every table gets a row, and today's version is deployed over it. Then
 * nothing is lost, and nothing is left that a service set up today does not have.
 */

type Kept = { migrations: { name: string, hash: string }[], policies: Deployment['policies'], rights: { record: string, role: string, verb: string, scope: string }[] }

const project = join(import.meta.dirname, '../..')
const older = readdirSync(join(project, 'database/older')).filter((name) => name.endsWith('.json.gz'))
const today = deploymentOf(project)
const made: string[] = []

afterAll(async () => {
  const superuser = await connectOnce(await atDatabase('postgres'))
  for (const name of made) await superuser.query(`drop database if exists ${name} with (force)`)
  await superuser.end()
})

function keptIn(file: string): Kept {
  return JSON.parse(gunzipSync(readFileSync(join(project, 'database/older', file))).toString()) as Kept
}

const server = () => inject('testServer')
const atDatabase = (database: string, as: 'superuser' | 'owner' = 'superuser') => Promise.resolve(as === 'owner'
  ? { ...server(), user: 'waymark_test_owner', password: server().ownerPassword, database } : { ...server(), user: server().superuser, database })

/** The database as the kept version left it. Its migrations are today's files of the same names: a service takes each only once, by its text. */
async function setUpBy(kept: Kept, name: string): Promise<void> {
  const superuser = await connectOnce(await atDatabase('postgres'))
  await superuser.query(`create database ${name} owner waymark_test_owner`)
  await superuser.end()
  made.push(name)
  const migrations = today.migrations.filter((one) => kept.migrations.some((before) => before.name === one.name))
  await deployAs(name, { migrations, policies: kept.policies, access: { text: '', rights: () => kept.rights }, hash: 'older' })
}

async function deployAs(name: string, deployment: Deployment): Promise<string[]> {
  const owner = await connectOnce(await atDatabase(name, 'owner'))
  try {
    return await deploy(owner, deployment, 'waymark_test', '2026-11-23T08:00:00Z')
  } finally {
    await owner.end()
  }
}

// What a deployment writes itself; parts of the log are made month by month.
const itsOwn = ['migrations', 'deployments', 'rights', 'access_log']

type Row = Record<string, unknown>

async function everyRow(client: pg.ClientBase, tables: readonly string[]): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>()
  for (const table of tables) found.set(table, (await client.query<{ row: Row }>(`select to_jsonb(t) as row from public."${table}" t`)).rows.map(({ row }) => row))
  return found
}

function lost(before: Map<string, Row[]>, after: Map<string, Row[]>): string[] {
  return [...before].flatMap(([table, rows]) => rows.filter((row) => !(after.get(table) ?? []).some((one) => isSame(row, one))).map((row) => `${table}: ${JSON.stringify(row)}`))
}

/** A column that a later step took away is not missed. */
function isSame(before: Row, after: Row): boolean {
  return Object.keys(before).every((column) => !(column in after) || JSON.stringify(before[column]) === JSON.stringify(after[column]))
}

const catalogue: Record<string, string> = {
  policies: `select tablename || '.' || policyname as name, concat_ws(' | ', permissive, roles::text, cmd, qual, with_check) as says from pg_policies where schemaname = 'public'`,
  functions: `select p.oid::regprocedure::text as name, concat_ws(' | ', pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), p.prosecdef, p.provolatile, p.proconfig::text, p.prosrc, (select string_agg(a::text, ',' order by a::text) from unnest(p.proacl) a)) as says
    from pg_proc p where p.pronamespace = 'public'::regnamespace`,
  views: `select viewname as name, definition as says from pg_views where schemaname = 'public'`,
  columns: `select c.relname || '.' || a.attname as name, concat_ws(' | ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), (select string_agg(x::text, ',' order by x::text) from unnest(a.attacl) x)) as says
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname !~ '^access_log_'`,
  tables: `select c.relname as name, concat_ws(' | ', c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions::text, (select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a)) as says
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and c.relname !~ '^access_log_'`,
  constraints: `select c.relname || '.' || k.conname as name, pg_get_constraintdef(k.oid) as says from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace and c.relname !~ '^access_log_'`,
  indexes: `select tablename || '.' || indexname as name, indexdef as says from pg_indexes where schemaname = 'public' and tablename !~ '^access_log_'`,
  triggers: `select c.relname || '.' || t.tgname as name, pg_get_triggerdef(t.oid) as says from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and c.relname !~ '^access_log_'`,
  rights: `select concat_ws(' ', record, role, verb, scope) as name, shape as says from rights`,
}

async function look(client: pg.ClientBase, kind: string): Promise<Map<string, string>> {
  return new Map((await client.query<{ name: string, says: string }>(catalogue[kind]!)).rows.map(({ name, says }) => [name, says]))
}

/** What is in one and not, or otherwise, in the other. */
function differences(fresh: Map<string, string>, upgraded: Map<string, string>): string[] {
  return [...new Set([...fresh.keys(), ...upgraded.keys()])].sort().filter((name) => fresh.get(name) !== upgraded.get(name))
    .map((name) => `${name}: ${fresh.has(name) ? upgraded.has(name) ? `fresh ${fresh.get(name)} — upgraded ${upgraded.get(name)}` : 'is missing' : 'was left behind'}`)
}

describe.each(older)('a database set up as %s', (file) => {
  const kept = keptIn(file)
  const name = `test_older_${process.pid}_${file.slice(0, 4)}`

  test('it was taken by migrations that nobody has changed since', () => {
    const now = new Map(today.migrations.map((one) => [one.name, createHash('sha256').update(one.sql).digest('hex')]))
    expect(kept.migrations.filter(({ name: migration, hash }) => now.get(migration) !== hash)).toEqual([])
  })

  test('it goes over to today\'s version with a row in every table, and keeps each of them', async () => {
    await setUpBy(kept, name)
    const superuser = await connectOnce(await atDatabase(name))
    await superuser.query('begin')
    const { filled, empty } = await fillEveryTable(superuser, itsOwn)
    await superuser.query('commit')
    expect(empty).toEqual([])
    const before = await everyRow(superuser, filled)
    expect([...before.values()].flat().length).toBeGreaterThan(filled.length)
    expect(await deployAs(name, today)).toEqual(today.migrations.map((one) => one.name).slice(kept.migrations.length))
    expect(await deployAs(name, today)).toEqual([])
    expect(lost(before, await everyRow(superuser, filled))).toEqual([])
    await superuser.end()
  }, 120_000)

  test.each(Object.keys(catalogue))('its %s are then those of a service set up today', async (kind) => {
    const [upgraded, fresh] = [await connectOnce(await atDatabase(name)), await connectedAs('superuser')]
    const found = await look(fresh, kind)
    expect(found.size).toBeGreaterThan(kind === 'triggers' ? -1 : 5)
    expect(differences(found, await look(upgraded, kind))).toEqual([])
    await upgraded.end()
    await fresh.end()
  })
})
