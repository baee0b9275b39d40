import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { act, aParticipant, become, colleagueId, taken, testHouse, tried as triedAs } from '../../database/testing/index.ts'
import { anErasure } from '../../database/testing/an-erasure.ts'
import { asSuperuser, put } from '../../database/testing/superuser.ts'
import { appoint } from '../access/index.ts'
import { day, instant } from '../platform/day.ts'
import { sayFault } from '../platform/import/fault.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { referralFiles } from './import-referrals.ts'
import { decideReferral, eraseDueReferrals } from './decide-referral.ts'
import './words.ts'

const sample = 'database/samples/referrals.csv'
const tried = (file: string | Uint8Array, unit?: string) => triedAs(referralFiles, file, unit === undefined ? {} : { others: { place: unit } })
const take = (trial: Awaited<ReturnType<typeof tried>>) => taken(referralFiles, trial)

const head = 'Number;Name;Born;Place;Referred;Why;Agrees\n'
const csv = (...lines: string[]) => Buffer.from(head + lines.map((line) => `${line}\n`).join(''))

async function stored(where: string, values: unknown[] = []) {
  const { rows } = await (await asSuperuser()).query<Record<string, unknown>>(`select * from referrals where ${where} order by id`, values)
  return rows
}

test('it takes the service\'s own file, writes only what was tried, and writes nothing twice', async () => {
  const trial = await tried(sample)
  expect(trial.result.totals).toMatchObject({ rows: 61, bad: 4, willWrite: 56 })
  expect(await stored('import_id is not null')).toEqual([])
  expect(await take(trial)).toEqual({ written: 56, leftOut: 5, thereBefore: 0 })
  expect(await stored('import_id is not null')).toHaveLength(56)

  const again = await tried(sample)
  expect(again.result.totals).toMatchObject({ willWrite: 0, there: 57 })
  expect(await take(again)).toMatchObject({ written: 0 })
  expect(await stored('import_id is not null')).toHaveLength(56)
})

test('it lets "no" and "not asked" arrive as no consent, their erasure clock running, and keeps them apart', async () => {
  const rows = await stored('import_id is not null')
  const clocks = (answer: string) => new Set(rows.filter((row) => row['answer'] === answer).map((row) => row['erase_on']))
  expect([clocks('yes'), clocks('no'), clocks('not-asked')]).toEqual([new Set([null]), new Set(['2027-05-23']), new Set(['2027-05-23'])])
  expect(rows.every((row) => row['participant_id'] === null && row['state'] === 'received')).toBe(true)
  const no = rows.find((row) => row['answer'] === 'no')!['public_id'] as string
  await expect(become('Kai', (work) => decideReferral(work, no, { decision: 'accepted', reason: 'r', team: {} }))).rejects.toThrow('referral-person-said-no')
})

test('it keeps each row as it was sent, a formula as text, and a programme nobody defined as written', async () => {
  const [formula] = await stored(`why like '=HYPERLINK%'`)
  expect(formula!['as_sent']).toMatchObject({ Why: '=HYPERLINK("http://example.invalid","open")' })
  await take(await tried(Buffer.from('Number;Name;Born;Place;Referred;Programme\nG-1;Bo Gran;1990-01-02;Fjordvik prison;2026-11-01;Anger group\n')))
  expect((await stored(`number = 'G-1'`))[0]).toMatchObject({ programme: null, programme_as_sent: 'Anger group' })
})

test('it refuses another mapping and another day than were tried', async () => {
  const file = csv('S-1;Åse Berg;13.03.1997;Fjordvik prison;2026-11-01;Asks;yes')
  const trial = await tried(file)
  const refused = { code: 'import-not-what-was-tried' }
  await expect(take({ ...trial, mapping: { ...trial.mapping, fields: { ...trial.mapping.fields, why: 'Place' } } })).rejects.toMatchObject(refused)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-24T08:00:00Z')
  await expect(take(await tried(file).then(({ publicId, mapping }) => ({ ...trial, publicId, mapping })))).rejects.toMatchObject(refused)
  clock.now = instant('2026-11-23T09:00:00Z')
  expect(await take(await tried(file))).toMatchObject({ written: 1 })
})

test('it sends a row whose place is no unit where the coordinator says, and leaves it out until they have said so', async () => {
  const file = csv('P-1;Bo Blom;1990-01-02;Somewhere else;2026-11-01;Asks;yes', 'P-2;Ib Falk;1991-01-02;;2026-11-01;Asks;yes', 'P-3;Eja Gran;1992-01-02;fjordvik PRISON;2026-11-01;Asks;yes')
  const first = await tried(file)
  expect(first.result.totals).toMatchObject({ bad: 2, willWrite: 1 })
  expect(first.result.attention.flatMap(({ faults }) => faults.map((fault) => sayFault(fault).wrong))).toEqual(['“Place”: Somewhere else is no unit of this service.', 'The row does not say where the person is.'])
  const second = await tried(file, 'Nordholm remand')
  expect(second.result.totals).toMatchObject({ bad: 0, caution: 2, willWrite: 3 })
  expect(second.result.attention.flatMap(({ cautions }) => cautions.map((one) => [one.column, sayFault(one).wrong]))).toEqual([['Place', '“Place” names no unit of this service. The row goes to Nordholm remand, as you have chosen.'], ['Place', 'The row does not say where the person is. It goes to Nordholm remand, as you have chosen.']])
  await take(second)
  expect((await tried(csv('P-9;New One;1990-01-02;Elsewhere;2026-11-01;Asks;yes'))).result.totals).toMatchObject({ willWrite: 1 })
})

test('it tells what a row lacks by what the field is called here, where no column of the file is chosen for it', async () => {
  const { result: { attention } } = await tried(Buffer.from('Number;Name;Referred\nL-1;Bo Blom;2026-11-01\n'), 'Fjordvik prison')
  expect(attention.flatMap(({ cautions }) => cautions.map(({ column }) => column))).toEqual(['Date of birth', 'The person\'s answer', 'Place'])
})

test('it is for coordinators alone', async () => {
  for (const first of ['Lena', 'Mia', 'Amira'] as const) await expect(triedAs(referralFiles, csv('1;A B;1990-01-01;Fjordvik prison;2026-11-01;x;yes'), { by: first })).rejects.toThrow('not-found')
})

test('it lets one wrong row stop no other', async () => {
  const file = csv('W-1;A Rask;1990-01-01;Fjordvik prison;31.02.2026;x;yes', 'W-2;B Rask;1990-01-01;Fjordvik prison;2026-11-01;' + '😀'.repeat(3000) + ';yes', 'W-3;' + 'N'.repeat(10_000) + ';1990-01-01;Fjordvik prison;2026-11-01;x;yes', 'W-4;מרים לוי;1990-01-01;Fjordvik prison;2026-11-01;x;yes')
  expect(await take(await tried(file))).toMatchObject({ written: 2, leftOut: 2 })
  expect((await stored(`number = 'W-4'`))[0]).toMatchObject({ name: 'מרים לוי' })
})

test('it writes a file once, also when two confirm it at the same moment', async () => {
  const file = csv(...Array.from({ length: 30 }, (_, n) => `T-${n};Twin ${'abcdefghij'[n % 10]}${n};1980-01-${String(n % 28 + 1).padStart(2, '0')};Fjordvik prison;2026-10-01;x;yes`))
  const trial = await tried(file)
  const other = await tried(file)
  const both = await Promise.all([take(trial), take(trial), take(other)])
  expect(both.reduce((sum, receipt) => Math.max(sum, receipt?.written ?? 0), 0)).toBe(30)
  expect(await stored(`number like 'T-%'`)).toHaveLength(30)
})

test('it goes on after it was ended in the middle, and nothing is lost or doubled', async () => {
  const file = csv(...Array.from({ length: 1200 }, (_, n) => `K-${n};Kim ${'abcdefghij'[n % 10]}${n};1980-01-${String(n % 28 + 1).padStart(2, '0')};Fjordvik prison;2026-10-01;x;yes`))
  const trial = await tried(file)
  await expect(taken(referralFiles, trial, { atMost: 1 })).rejects.toThrow('the machine went down')
  expect(await stored(`number like 'K-%'`)).toHaveLength(250)
  expect(await take(trial)).toEqual({ written: 1200, leftOut: 0, thereBefore: 0 })
  expect(await stored(`number like 'K-%'`)).toHaveLength(1200)
  expect((await tried(file)).result.totals).toMatchObject({ willWrite: 0, there: 1200 })
})

test('it takes two people of one name and birthday with two numbers for two, in one step, over two steps and over two files', async () => {
  const pair = (name: string) => [`${name}-1;Lis ${name};1980-01-01;Fjordvik prison;2026-10-02;x;yes`, `${name}-2;${name} Lis;1980-01-01;Fjordvik prison;2026-10-02;x;yes`] as const
  const others = Array.from({ length: 300 }, (_, n) => `Q-${n};Per ${n};1980-02-${String(n % 28 + 1).padStart(2, '0')};Fjordvik prison;2026-10-02;x;yes`)
  const [near, far, apart] = [pair('Near'), pair('Far'), pair('Apart')]
  expect(await take(await tried(csv(...near, far[0], ...others, far[1])))).toEqual({ written: 304, leftOut: 0, thereBefore: 0 })
  await take(await tried(csv(apart[0])))
  const later = await tried(csv(apart[1], apart[0], ...near))
  expect(later.result.totals).toMatchObject({ willWrite: 1, there: 3, caution: 4, bad: 0 })
  expect(later.result.attention[0]?.cautions.map((one) => sayFault(one).wrong)).toEqual(['A referral of the same day stands here with the same name and date of birth, and another number.'])
  expect(await take(later)).toEqual({ written: 1, leftOut: 0, thereBefore: 3 })
  expect((await stored(`name like 'Lis %' or name like '% Lis'`)).map(({ number }) => String(number)).sort((a, b) => a.localeCompare(b))).toEqual([...near, ...far, ...apart].map((line) => line.split(';')[0]!).sort((a, b) => a.localeCompare(b)))
})

test('it says so when a number stands here for somebody else, and knows a row again to which number, name or birthday was added', async () => {
  await take(await tried(csv('42-0;Ea Holt;1980-01-01;Fjordvik prison;2026-10-03;x;yes', ';Ulf Dam;1981-01-01;Fjordvik prison;2026-10-03;x;yes', 'U-3;;;Fjordvik prison;2026-10-03;x;yes')))
  const trial = await tried(csv('4-20;Jo Rand;1990-05-05;Fjordvik prison;2026-10-03;x;yes', 'U-2;Ulf Dam;1981-01-01;Fjordvik prison;2026-10-03;x;yes', 'U-3;Ane Bak;1982-01-01;Fjordvik prison;2026-10-03;x;yes'))
  expect(trial.result.totals).toMatchObject({ bad: 1, there: 2, willWrite: 0 })
  expect(trial.result.attention.filter(({ is }) => is === 'bad').flatMap(({ faults }) => faults.map((one) => sayFault(one).wrong)))
    .toEqual(['The number 4-20 stands here already for somebody else, with another name or date of birth, referred on the same day.'])
  expect(trial.result.attention.map(({ faults }) => faults.map(({ column }) => column))).toEqual([['Number']])
  expect(await take(trial)).toEqual({ written: 0, leftOut: 1, thereBefore: 2 })
  expect((await tried(csv('42 0;Ea Holt;;Fjordvik prison;2026-10-03;x;yes'))).result.totals).toMatchObject({ bad: 0, there: 1 })
})

test('it brings back by an old file no referral that was erased, by number or by name and birth, and takes a new one of the same person', async () => {
  const ada = await aParticipant({ number: 'RI-31', name: 'Ada Erased', bornOn: day('1990-04-02') })
  await anErasure(ada.id, { answeredAt: '2026-03-10T12:00:00Z', items: ['referral'], carriedOutAt: '2026-03-24T01:00:00Z' })
  const line = (number: string, name: string, on: string) => `${number};${name};1990-04-02;Fjordvik prison;${on};Asks for help.;yes`
  const trial = await tried(csv(line('ri 31', 'Ada Erased', '2025-03-09'), line('', 'Ada Erased', '2025-04-09'), line('RI-31', 'Ada Erased', '2026-05-01'), line('RI-99', 'Somebody Else', '2025-03-09')))
  expect(trial.result.totals).toMatchObject({ rows: 4, bad: 2, willWrite: 2 })
  expect(trial.result.attention.filter(({ is }) => is === 'bad').flatMap(({ faults }) => faults.map((one) => sayFault(one).wrong))).toEqual(['This row is not taken.', 'This row is not taken.'])
})

test('it does not bring back by an old file what was erased on its day, however it is written there, and takes another day and another person', async () => {
  const old = ['GONE-7;Runa Vest;1991-05-06;Fjordvik prison;2026-03-01;Seen with others;not asked', ';Ask Nord;;Fjordvik prison;2026-03-02;Asks;not asked', 'KEPT-1;Bo Sund;1990-01-01;Fjordvik prison;2026-03-01;Asks;yes'] as const
  const { clock } = await testHouse()
  const erase = () => act(caretaker(), eraseDueReferrals, { does: 'erase' })
  await take(await tried(csv(...old)))
  clock.now = instant('2027-05-24T03:00:00Z')
  await erase()
  expect((await stored(`name in ('Runa Vest', 'Ask Nord', 'Bo Sund')`)).map(({ name }) => name)).toEqual(['Bo Sund'])

  const becomes = async (line: string) => {
    const { totals, attention } = (await tried(csv(line))).result
    return totals.willWrite === 1 ? 'taken' : totals.there === 1 ? 'there' : attention[0]?.faults.map((one) => sayFault(one).wrong)
  }
  for (const line of [old[0], old[1], 'gone 7;Somebody;;Fjordvik prison;2026-03-01;x;yes', ';Vest, Runa;1991-05-06;Fjordvik prison;2026-03-01;x;yes', ';runa vest;;Fjordvik prison;2026-03-01;x;yes']) {
    expect([line, await becomes(line)]).toEqual([line, ['This row is not taken.']])
  }
  expect(await becomes(old[2])).toBe('there')
  for (const line of ['GONE-7;Runa Vest;1991-05-06;Fjordvik prison;2027-05-01;Asks herself;yes', 'OTHER-1;Ask Nord;1980-02-02;Fjordvik prison;2026-03-02;x;yes', ';Runa Vest;1970-01-01;Fjordvik prison;2026-03-01;x;yes']) {
    expect([line, await becomes(line)]).toEqual([line, 'taken'])
  }

  clock.now = instant('2037-05-24T03:00:00Z')
  await erase()
  expect(await becomes(old[0])).not.toBe('taken')
  clock.now = instant('2037-05-25T03:00:00Z')
  await erase()
  expect(await becomes(old[0])).toBe('taken')
})

test('it keeps no name in what is remembered of an erased referral, and nobody reads it', async () => {
  const { clock } = await testHouse()
  await take(await tried(csv('GONE-8;Mads Krog;1991-05-06;Fjordvik prison;2026-03-01;x;no')))
  clock.now = instant('2038-01-01T03:00:00Z')
  await act(caretaker(), eraseDueReferrals, { does: 'erase' })
  clock.now = instant('2026-11-23T09:00:00Z')
  const { rows } = await (await asSuperuser()).query<{ mark: string }>('select mark from referrals_gone')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ mark }) => !/^[0-9a-f]{64}$/.test(mark))).toEqual([])
  for (const table of ['referrals_gone', 'referral_secrets']) await expect(become('Kai', (work) => sql.raw(`select * from ${table}`).execute(work.db))).rejects.toThrow('permission denied')
  await expect(become('Kai', (work) => sql`select remember_referrals_gone()`.execute(work.db))).rejects.toThrow('permission denied')
})

test('it writes nothing twice in a second unit either, whose coordinator took in the same row', async () => {
  await put('units', { id: 990_210, public_id: 'unit-second-0210', name: 'Second unit', kind: 'prison' })
  await become('Ravi', async (work) => appoint(work, { colleagueId: await colleagueId('Noor'), role: 'coordinator', unitId: 990_210 }), { does: 'alter' })
  const file = csv('TWO-1;Eli Holm;1988-08-08;Nowhere known;2026-11-01;Asks;yes')
  const here = { others: { place: 'Second unit' }, by: 'Noor' as const }
  expect(await take(await tried(file, 'Nordholm remand'))).toMatchObject({ written: 1 })
  const theirs = await triedAs(referralFiles, file, here)
  expect(await taken(referralFiles, theirs, here)).toMatchObject({ written: 1 })
  const again = await triedAs(referralFiles, file, here)
  expect(again.result.totals).toMatchObject({ there: 1, willWrite: 0 })
  expect(await taken(referralFiles, again, here)).toMatchObject({ written: 0 })
})
