import { expect, test } from 'vitest'
import { become, testHouse } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { instant } from '../platform/day.ts'
import { fileAt } from '../platform/import/import-file.ts'
import { sayFault } from '../platform/import/fault.ts'
import { confirmReferralImport, tryReferralImport, type ImportOptions } from './import-referrals.ts'
import { decideReferral } from './decide-referral.ts'
import './words.ts'

const sample = 'database/samples/referrals.csv'
const tried = (file: string | Uint8Array, options: ImportOptions = {}) => become('Kai', async (work) => tryReferralImport(work, typeof file === 'string' ? await fileAt(file) : file, options))
const take = (file: string | Uint8Array, seal: string, options: ImportOptions = {}) =>
  become('Kai', async (work) => confirmReferralImport(work, typeof file === 'string' ? await fileAt(file) : file, { ...options, seal }), { does: 'collect', shows: 'referral' })

const head = 'Number;Name;Born;Place;Referred;Why;Agrees\n'
const csv = (...lines: string[]) => Buffer.from(head + lines.map((line) => `${line}\n`).join(''))

async function stored(where: string, values: unknown[] = []) {
  const { rows } = await (await asSuperuser()).query<Record<string, unknown>>(`select * from referrals where ${where} order by id`, values)
  return rows
}

test('it takes the service\'s own file, writes only what was tried, and writes nothing twice', async () => {
  const { seal, mapping, result } = await tried(sample)
  expect(result.totals).toMatchObject({ rows: 61, bad: 4, willWrite: 56 })
  expect(await stored('import_id is not null')).toEqual([])
  expect(await take(sample, seal, { mapping })).toEqual({ written: 56, leftOut: 5, thereBefore: 0 })
  expect(await stored('import_id is not null')).toHaveLength(56)

  const again = await tried(sample)
  expect(again.result.totals).toMatchObject({ willWrite: 0, there: 57 })
  expect(await take(sample, again.seal, { mapping: again.mapping })).toMatchObject({ written: 0 })
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
  const programmes = await stored(`programme is null and programme_as_sent <> ''`)
  expect(programmes.length).toBeGreaterThan(0)
})

test('it refuses other bytes, another mapping and another day than were tried', async () => {
  const file = csv('S-1;Åse Berg;13.03.1997;Fjordvik prison;2026-11-01;Asks;yes')
  const { seal, mapping } = await tried(file)
  const refused = { code: 'import-not-what-was-tried' }
  await expect(take(Buffer.from(file.toString().replace('Asks', 'Asked')), seal, { mapping })).rejects.toMatchObject(refused)
  await expect(take(file, seal, { mapping, unit: 'Fjordvik prison' })).rejects.toMatchObject(refused)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-24T09:00:00Z')
  await expect(take(file, seal, { mapping })).rejects.toMatchObject(refused)
  clock.now = instant('2026-11-23T09:00:00Z')
  expect(await take(file, seal, { mapping })).toMatchObject({ written: 1 })
})

test('it sends a row whose place is no unit where the coordinator says, and leaves it out until they have said so', async () => {
  const file = csv('P-1;Bo Blom;1990-01-02;Somewhere else;2026-11-01;Asks;yes', 'P-2;Ib Falk;1991-01-02;;2026-11-01;Asks;yes', 'P-3;Eja Gran;1992-01-02;fjordvik PRISON;2026-11-01;Asks;yes')
  const first = await tried(file)
  expect(first.result.totals).toMatchObject({ bad: 2, willWrite: 1 })
  expect(first.result.attention.flatMap(({ faults }) => faults.map((fault) => sayFault(fault).wrong))).toEqual(['“Place”: Somewhere else is no unit of this service.', 'The row does not say where the person is.'])
  const second = await tried(file, { unit: 'Nordholm remand' })
  expect(second.result.totals).toMatchObject({ bad: 0, caution: 2, willWrite: 3 })
  await take(file, second.seal, { mapping: second.mapping, unit: 'Nordholm remand' })
  expect((await tried(csv('P-9;New One;1990-01-02;Elsewhere;2026-11-01;Asks;yes'))).result.totals).toMatchObject({ willWrite: 1 })
})

test('it is for coordinators alone', async () => {
  for (const first of ['Lena', 'Mia', 'Amira'] as const) await expect(become(first, async (work) => tryReferralImport(work, csv('1;A B;1990-01-01;Fjordvik prison;2026-11-01;x;yes')))).rejects.toThrow('not-found')
})

test('it lets one wrong row stop no other', async () => {
  const file = csv('W-1;A Rask;1990-01-01;Fjordvik prison;31.02.2026;x;yes', 'W-2;B Rask;1990-01-01;Fjordvik prison;2026-11-01;' + '😀'.repeat(3000) + ';yes', 'W-3;' + 'N'.repeat(10_000) + ';1990-01-01;Fjordvik prison;2026-11-01;x;yes', 'W-4;מרים לוי;1990-01-01;Fjordvik prison;2026-11-01;x;yes')
  const { seal, mapping } = await tried(file)
  expect(await take(file, seal, { mapping })).toMatchObject({ written: 2, leftOut: 2 })
  expect((await stored(`number = 'W-4'`))[0]).toMatchObject({ name: 'מרים לוי' })
})

test('it writes a file once, also when two confirm it at the same moment', async () => {
  const file = csv(...Array.from({ length: 30 }, (_, n) => `T-${n};Twin ${'abcdefghij'[n % 10]}${n};1980-01-${String(n % 28 + 1).padStart(2, '0')};Fjordvik prison;2026-10-01;x;yes`))
  const { seal, mapping } = await tried(file)
  const both = await Promise.all([take(file, seal, { mapping }), take(file, seal, { mapping })])
  expect(both.map(({ written }) => written).sort((a, b) => a - b)).toEqual([0, 30])
})
