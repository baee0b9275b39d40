import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { connectedAs } from '../../database/testing/index.ts'
import { deploy, readDeployment, type Deployment } from '../platform/database/index.ts'
import { deploymentOf } from './deployment.ts'

const project = join(import.meta.dirname, '../..')
const migrations = mkdtempSync(join(tmpdir(), 'waymark-migrations-'))
for (const name of readdirSync(join(project, 'database/migrations'))) copyFileSync(join(project, 'database/migrations', name), join(migrations, name))

afterAll(() => rmSync(migrations, { recursive: true }))

test('it leaves the database as it was when a migration fails, and says which, why and what to do', async () => {
  const good = add('9001-people-note-a-colour.sql', 'alter table units add column colour text;')
  const bad = add('9002-people-note-a-wrong-thing.sql', 'alter table units add column shape text; alter table unit add column size int;')
  await expect(migrate(deploymentFrom(migrations))).rejects.toThrow(
    '9002-people-note-a-wrong-thing.sql failed: relation "unit" does not exist. The database is as it was before; mend the file or the data it names and migrate again.')
  expect(await columnsOfUnits()).not.toContain('colour')
  expect(await taken(good)).toBe(false)

  rmSync(join(migrations, bad))
  expect(await migrate(deploymentFrom(migrations))).toEqual([good])
  expect(await columnsOfUnits()).toContain('colour')
  expect(await migrate(deploymentFrom(migrations))).toEqual([])
})

test('it refuses a migration that was changed after it was taken', async () => {
  const changed = add('9003-people-note-a-size.sql', 'alter table units add column size int;')
  await migrate(deploymentFrom(migrations))
  writeFileSync(join(migrations, changed), '-- another\nalter table units add column size text;')
  await expect(migrate(deploymentFrom(migrations))).rejects.toThrow(/9003-people-note-a-size.sql was changed after this database took it. Put the file back/)
})

function add(name: string, sql: string): string {
  writeFileSync(join(migrations, name), sql)
  return name
}

function deploymentFrom(folder: string): Deployment {
  const { policies, access } = deploymentOf(project)
  return { ...readDeployment(folder, [], access), policies }
}

async function migrate(deployment: Deployment): Promise<string[]> {
  const owner = await connectedAs('owner')
  try {
    return await deploy(owner, deployment, 'waymark_test', '2026-11-23T09:00:00Z')
  } finally {
    await owner.end()
  }
}

async function columnsOfUnits(): Promise<string[]> {
  return (await asked(`select column_name as found from information_schema.columns where table_name = 'units'`)).map(({ found }) => found)
}

async function taken(name: string): Promise<boolean> {
  return (await asked(`select name as found from migrations where name = '${name}'`)).length > 0
}

async function asked(statement: string): Promise<{ found: string }[]> {
  const owner = await connectedAs('owner')
  const { rows } = await owner.query<{ found: string }>(statement)
  await owner.end()
  return rows
}
