import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { act, connectedAs, ownAddress, testHouse } from '../../database/testing/index.ts'
import { founder } from '../../database/seeds/cast.ts'
import { pretendDay } from '../people/index.ts'
import { day } from '../platform/day.ts'
import { readSettings } from '../platform/settings.ts'
import { command } from './commands/index.ts'
import { refuseDemonstrationInProduction } from './production.ts'

const room = mkdtempSync(join(tmpdir(), 'waymark-founding-'))
const projectDir = join(import.meta.dirname, '../..')
const quiet = { info: () => {}, warn: () => {} }

afterAll(() => rmSync(room, { recursive: true }))

test('it founds a service on an empty database, with an administrator who chooses a password by a code, once', async () => {
  const empty = await anEmptyDatabase()
  const wanted = ['init', '--name', 'Ida Falk', '--username', 'ida']
  await expect(waymark(empty, ...wanted)).rejects.toThrow('add --service and --time-zone')
  expect(await waymark(empty, ...wanted, '--service', 'Sydland', '--time-zone', 'Europe/Nowhere')).toMatchObject({ code: 2, said: expect.stringContaining('There is no time zone') as string })
  const founded = await waymark(empty, ...wanted, '--service', 'Sydland', '--time-zone', 'Europe/Oslo')
  expect(founded).toMatchObject({ code: 0, said: expect.stringMatching(/ida is its administrator\.\nOne-time code for ida: \w{5}-\w{5}\./) as string })
  expect((await waymark(empty, 'account', 'list')).said).toMatch(/^ida +Ida Falk +administrator +waits for its code$/m)
  await expect(waymark(empty, ...wanted)).rejects.toThrow('already has an administrator')
  expect(await waymark(empty, 'demo', '--today', '2027-01-01')).toMatchObject({ code: 1, said: expect.stringContaining('holds no demonstration') as string })
}, 30_000)

test('it takes a password from a file, and refuses a poor one', async () => {
  const empty = await anEmptyDatabase()
  const file = join(room, 'password')
  const wanted = ['init', '--name', 'Ida Falk', '--username', 'ida', '--service', 'Sydland', '--time-zone', 'UTC', '--password-file', file]
  writeFileSync(file, 'short\n')
  expect(await waymark(empty, ...wanted)).toMatchObject({ code: 1, said: expect.stringMatching(/password/i) as string })
  writeFileSync(file, 'four quiet herons wade\n')
  expect(await waymark(empty, ...wanted)).toMatchObject({ code: 0 })
  expect((await waymark(empty, 'account', 'list')).said).toMatch(/^ida +Ida Falk +administrator +open$/m)
}, 30_000)

test('it does not go into production with the passwords or the pretended day of a demonstration', async () => {
  const { house } = await testHouse()
  await expect(refuseDemonstrationInProduction(house, quiet)).rejects.toThrow(/nobody may have a password of the demonstration.+: kai, noor/)
  await act(founder(), (work) => pretendDay(work, day('2027-02-23')), {})
  await expect(refuseDemonstrationInProduction(house, quiet)).rejects.toThrow('pretends that it is 2027-02-23')
})

let made = 0

/** As an administrator of an outside server makes it, before anything of ours was there. */
async function anEmptyDatabase(): Promise<string> {
  made += 1
  const name = `${(await testHouse()).name}_empty_${made}`
  const superuser = await connectedAs('superuser')
  await superuser.query(`create database ${name} owner waymark_test_owner`)
  await superuser.end()
  return name
}

async function waymark(database: string, ...args: string[]) {
  const told: string[] = []
  const log = { info: (sentence: string) => { told.push(sentence) }, warn: (sentence: string) => { told.push(sentence) } }
  const environment = { DATA_DIR: room, DATABASE_URL: await ownAddress('web', database), DATABASE_OWNER_URL: await ownAddress('owner', database) }
  const read = () => {
    const found = readSettings(environment)
    return 'settings' in found ? { settings: found.settings, projectDir, log } : undefined
  }
  const code = await command(args, { read, projectDir, log })
  return { code, said: told.join('\n') }
}
