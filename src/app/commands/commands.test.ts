import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, ownAddress, signInAs, visit } from '../../../database/testing/index.ts'
import { theService } from '../../people/index.ts'
import { readSettings } from '../../platform/settings.ts'
import { command } from './index.ts'

const projectDir = join(import.meta.dirname, '../../..')
const room = mkdtempSync(join(tmpdir(), 'waymark-commands-'))

afterAll(() => rmSync(room, { recursive: true }))

test('it shows what there is, for the whole and for each command', async () => {
  const whole = await waymark()
  expect(whole.code).toBe(0)
  const names = ['serve', 'init', 'migrate', 'demo', 'account', 'import', 'backup', 'restore', 'definitions', 'access-doc', 'endpoints']
  expect(names.filter((name) => !whole.said.includes(`  ${name}`))).toEqual([])
  for (const name of names) expect((await waymark(name, '--help')).said).toContain(`Usage: waymark ${name}`)
})

test('it answers wrong use with 2 and a sentence', async () => {
  for (const [args, sentence] of [
    [['frobnicate'], `This cannot be understood: unknown command 'frobnicate'`], [['backup'], `missing required argument 'to'`], [['import', 'x.csv'], `required option '--as <name>'`],
    [['demo', '--today', '2027-02-30'], 'There is no day 2027-02-30'], [['migrate', '--print-roles', 'Way;mark'], 'cannot be the name of a database'],
    [['account', 'open', 'ida', '--name', 'Ida', '--role', 'king'], 'There is no role king'],
  ] as const) {
    const { code, complained } = await waymark(...args)
    expect([code, complained]).toEqual([2, expect.stringContaining(sentence)])
  }
})

test('it prints the roles of a server with their names filled in', async () => {
  const { code, said } = await waymark('migrate', '--print-roles', 'norland')
  expect(code).toBe(0)
  expect(said).toContain('create role "norland_owner" login nosuperuser nobypassrls')
  expect(said).toContain('create database "norland" owner "norland_owner";')
  expect(said).not.toMatch(/[^:]:(owner|web|casework)\b/)
})

test('it migrates a database that is up to date and says that there was nothing', async () => {
  expect(await waymark('migrate')).toMatchObject({ code: 0, said: expect.stringContaining('has taken every step') as string })
})

test('it names those who can sign in to the demonstration, and not who works elsewhere', async () => {
  const { said } = await waymark('demo')
  expect(said).toContain('mia-in-norland')
  expect(said).toContain('sam-in-norland')
  expect(said).not.toContain('theo-in-norland')
})

test('it moves the clock of the demonstration and brings it back, and never in production', async () => {
  expect(await waymark('demo', '--today', '2027-02-23')).toMatchObject({ code: 0 })
  expect(await become('Mia', async (work) => work.today)).toBe('2027-02-23')
  expect(await waymark('demo', '--today', 'real')).toMatchObject({ code: 0 })
  expect(await become('Mia', theService)).toMatchObject({ clock_on: null })
  const refused = await waymarkWith({ WAYMARK_MODE: 'production', WAYMARK_SECRET: 'x'.repeat(32), BASE_URL: 'https://x.example' }, 'demo', '--today', '2027-02-23')
  expect(refused).toMatchObject({ code: 1, complained: expect.stringContaining('This is production') as string })
  expect(await become('Mia', theService)).toMatchObject({ clock_on: null })
})

test('it makes no second first administrator', async () => {
  await expect(waymark('init', '--name', 'Ida', '--username', 'ida')).rejects.toThrow('This service already has an administrator.')
})

test('it opens an account with a printed code, gives another code, and closes it', async () => {
  const { said } = await waymark('account', 'open', 'ida', '--name', 'Ida Falk', '--role', 'mentor', '--unit', 'Fjordvik prison')
  expect(said).toMatch(/^One-time code for ida: \w{5}-\w{5}\./)
  expect((await waymark('account', 'list')).said).toMatch(/^ida +Ida Falk +mentor +waits for its code$/m)
  expect((await waymark('account', 'code', 'IDA')).said).toMatch(/^One-time code for ida: /)
  expect(await waymark('account', 'code', 'nobody')).toMatchObject({ code: 1, complained: 'User name: no colleague signs in as nobody. npx waymark account list names them all.' })
  await expect(waymark('account', 'open', 'ivy', '--name', 'Ivy', '--role', 'mentor', '--unit', 'Nowhere')).rejects.toThrow('There is no unit Nowhere.')
  expect(await waymark('account', 'open', 'mia', '--name', 'Mia', '--role', 'mentor')).toMatchObject({ code: 1 })
})

test('it ends the sign-ins of an account that is closed, at once', async () => {
  const otto = await visit('Otto')
  expect((await otto.get('/')).status).toBe(200)
  expect(await waymark('account', 'close', 'otto')).toMatchObject({ code: 0 })
  expect((await otto.get('/')).status).toBe(303)
  await expect(signInAs(await aVisitor(), 'otto', 'otto-in-norland')).rejects.toThrow('could not sign in')
})

test('it tries a file of referrals before it writes one, and repeats nothing', async () => {
  const file = join(projectDir, 'database/samples/referrals.csv')
  const tried = await waymark('import', file, '--as', 'kai')
  expect(tried).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was written.') as string, complained: expect.stringMatching(/Row \d+, .+: /) as string })
  const first = await waymark('import', file, '--as', 'kai', '--confirm')
  expect(first.said).toMatch(/Written: [1-9]\d*\. /)
  expect((await waymark('import', file, '--as', 'kai', '--confirm')).said).toMatch(/Written: 0\. There before: [1-9]/)
  expect((await waymark('import', file, '--as', 'mia')).code).toBe(1)
  await expect(waymark('import', join(room, 'none.csv'), '--as', 'kai')).rejects.toThrow('cannot be read')
  await expect(waymark('import', room, '--as', 'kai')).rejects.toThrow('cannot be read')
})

test('it tells files of sessions from files of referrals by their headings, and says who is taken to be whom', async () => {
  const { id } = await aParticipant({ number: 'CL-1', team: ['Mia'] })
  const file = join(room, 'old.csv')
  writeFileSync(file, 'participant_no,start,end,outcome,by,minutes,note\nCL-1,2026-01-10 13:00,2026-01-10 14:00,held,M. Juhl,60,said in trust\nCL-1,2026-01-11 13:00,2026-01-11 14:00,held,MX,60,\n')
  const tried = await waymark('import', file, '--as', 'kai')
  expect(tried.complained).toContain('by: “M. Juhl” is taken to be Mia Juhl (1 row).')
  expect(tried.complained).toContain('by: “MX” means nobody and nothing yet (1 row). Say it with --match.')
  expect(tried.complained + tried.said).not.toContain('said in trust')
  expect((await waymark('import', file, '--as', 'kai', '--of', 'sessions', '--confirm')).said).toContain('Written: 1. There before: 0. Left out: 1.')
  expect((await waymark('import', file, '--as', 'kai', '--confirm', '--match', 'MX=Mia Juhl')).said).toContain('Written: 1. There before: 1. Left out: 0.')
  expect((await waymark('import', file, '--as', 'kai')).complained).toContain('“MX” is taken to be Mia Juhl')
  expect(await become('Mia', (work) => work.db.selectFrom('sessions').select('participant_id').where('participant_id', '=', id).execute())).toHaveLength(2)
  await expect(waymark('import', file, '--as', 'kai', '--of', 'songs')).rejects.toThrow('There is no kind of file called songs.')
  writeFileSync(file, 'A,B\n1,2\n')
  await expect(waymark('import', file, '--as', 'kai')).rejects.toThrow('The headings do not say what this file holds.')
})

test('it takes a file whose headings nobody knows when it is said which column holds what, and names what is missing', async () => {
  const file = join(room, 'unknown.csv')
  writeFileSync(file, 'Zeichen;Wer;Wann;Dienststelle\nZ-1;Bo Blom;lundi 2 février 2026;Fjordvik prison\n')
  const asKai = ['import', file, '--as', 'kai', '--of', 'referrals']
  await expect(waymark(...asKai)).rejects.toThrow('No column is chosen for: Referred on. Say it with --column "heading=what it holds". The file has: Zeichen, Wer, Wann, Dienststelle.')
  await expect(waymark(...asKai, '--column', 'Woher=Referred on')).rejects.toThrow('No column is called “Woher”.')
  await expect(waymark(...asKai, '--column', 'Wann=Shoe size')).rejects.toThrow('“Shoe size” is nothing that such a file can hold.')
  const said = ['--column', 'Wann=Referred on', 'Wer=name', 'Zeichen=Number', 'Dienststelle=Place']
  expect((await waymark(...asKai, ...said)).said).toMatch(/1 row: .*Confirming writes 1\./)
  expect((await waymark(...asKai, ...said, '--confirm')).said).toContain('Written: 1.')
  expect((await waymark('import', file, '--as', 'kai')).said).toContain('1 that are there already')
})

test('it takes a file of measures by its headings or by name, writes it once, and never as a mentor', async () => {
  const { id } = await aParticipant({ number: 'CL-2', team: ['Kai', 'Amira'] })
  const file = join(room, 'measures.csv')
  writeFileSync(file, 'no,date,phase,who5_1,who5_2,who5_3,who5_4,who5_5,ruler\nCL-2,2026-02-08,A,1,2,1,0,1,5\nCL-2,2026-03-01,A,1,1,2,1,1,6\nCL-2,not a day,A,1,1,2,1,1,6\n')
  expect((await waymark('import', file, '--as', 'kai', '--of', 'measures')).said).not.toContain('Written')
  const stored = () => become('Amira', (work) => work.db.selectFrom('measures').select(['participant_id', 'measured_on']).where('participant_id', '=', id).execute())
  expect(await stored()).toEqual([])
  expect((await waymark('import', file, '--as', 'kai', '--of', 'measures', '--confirm')).said).toMatch(/Written: [1-9]\d*\. There before: 0\. Left out: 1\./)
  const written = (await stored()).length
  expect(written).toBeGreaterThan(0)
  expect((await waymark('import', file, '--as', 'kai', '--of', 'measures', '--confirm')).said).toContain('Written: 0.')
  expect((await stored()).length).toBe(written)
  expect((await waymark('import', file, '--as', 'mia', '--of', 'measures')).code).toBe(1)
})

test('it answers files that are no table with a sentence', async () => {
  const file = join(room, 'bad.csv')
  for (const [bytes, words] of [['', 'The file is empty.'], ['\u0000\u0001\u0002', 'not a table in text'], ['PK\u0003\u0004', 'This is a spreadsheet']] as const) {
    writeFileSync(file, bytes)
    const { code, complained } = await waymark('import', file, '--as', 'kai')
    expect([code, complained]).toEqual([1, expect.stringContaining(words)])
  }
  truncateSync(file, 200 * 1024 * 1024)
  expect((await waymark('import', file, '--as', 'kai')).complained).toMatch(/The file has 200 MB; at most 100 MB can be read\. Divide it/)
})

test('it checks definitions: 0 for good ones, 1 with everything that is wrong, 2 where a file cannot be read or none is named', async () => {
  expect(await waymark('definitions', 'check', join(projectDir, 'definitions/programmes/back-on-track.yaml'))).toMatchObject({ code: 0, said: '1 file is as it should be.' })
  const bad = join(room, 'bad.yaml')
  writeFileSync(bad, 'id: bad\nversion: one\n')
  expect(await waymark('definitions', 'check', bad)).toMatchObject({ code: 1 })
  expect(await waymark('definitions', 'check')).toMatchObject({ code: 2, complained: expect.stringContaining('missing required argument') as string })
  const { code, complained } = await waymark('definitions', 'check', bad, join(room, 'none.yaml'))
  expect(code).toBe(2)
  expect(complained.split('\n').length).toBeGreaterThan(1)
  expect(complained).toContain('none.yaml:1: ')
})

test('it lists every door', async () => {
  const { said } = await waymark('endpoints')
  expect(said).toMatch(/^GET +\/sign-in +consult +\S+ +doorkeeper$/m)
})

async function waymark(...args: string[]) {
  return waymarkWith({}, ...args)
}

async function waymarkWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  const told: string[] = []
  const complaints: string[] = []
  const log = { info: (sentence: string) => { told.push(sentence) }, warn: (sentence: string) => { complaints.push(sentence) } }
  const [web, owner] = [await ownAddress('web'), await ownAddress('owner')]
  const read = () => {
    const found = readSettings({ DATA_DIR: room, DATABASE_URL: web, DATABASE_OWNER_URL: owner, ...env })
    return 'settings' in found ? { settings: found.settings, projectDir, log } : undefined
  }
  const code = await command(args, { read, projectDir, log })
  return { code, said: told.join('\n'), complained: complaints.join('\n') }
}
