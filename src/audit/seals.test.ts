import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { act, become, testHouse } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { day, instant } from '../platform/day.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { checkSeals, sealFinishedDays } from './index.ts'

const dana = () => become('Dana', (work) => checkSeals(work, day('2026-01-01')))
const broken = async () => (await dana()).filter(({ fits }) => !fits).map((seal) => seal.day)

async function meddle(change: string): Promise<void> {
  const client = await asSuperuser()
  await client.query(`begin; set local session_replication_role = replica; ${change}; commit`)
}

beforeAll(async () => {
  const { clock } = await testHouse()
  for (const moment of ['2026-11-20T12:00:00Z', '2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00Z']) {
    clock.now = instant(moment)
    await act(caretaker(), async () => {}, {})
  }
  clock.now = instant('2026-11-23T09:00:00Z')
  await act(caretaker(), sealFinishedDays, {})
})

test('it is made once for each finished day, also for one without a line, and not for today', async () => {
  expect(await act(caretaker(), sealFinishedDays, {})).toBe(0)
  const seals = await dana()
  expect(seals.map((seal) => seal.day)).toEqual(['2026-11-22', '2026-11-21', '2026-11-20'])
  expect(seals.map(({ lines }) => lines > 0)).toEqual([true, false, true])
  expect(new Set(seals.map(({ seal }) => seal)).size).toBe(3)
})

test('it fits as long as nothing was touched', async () => {
  expect(await broken()).toEqual([])
})

test('it no longer fits when somebody mightier than the service changes, adds or takes away a line', async () => {
  const { rows: [line] } = await (await asSuperuser()).query<{ id: number }>(`select id from access_log where at < '2026-11-21' order by id limit 1`)
  await meddle(`update access_log set purpose = 'another' where id = ${line!.id}`)
  expect(await broken()).toEqual(['2026-11-20'])
  await meddle(`update access_log set purpose = 'test' where id = ${line!.id}`)
  expect(await broken()).toEqual([])
  await meddle(`create temp table kept as select * from access_log where id = ${line!.id}; delete from access_log where id = ${line!.id}`)
  expect(await broken()).toEqual(['2026-11-20'])
  await meddle('insert into access_log select * from kept')
  await meddle(`insert into access_log select (jsonb_populate_record(null::access_log, to_jsonb(k) || '{"id": 1, "at": "2026-11-21T10:00:00Z"}')).* from kept k`)
  expect(await broken()).toEqual(['2026-11-21'])
  await meddle('delete from access_log where id = 1')
})

test('it no longer fits when the seal before it was made anew', async () => {
  await meddle(`update log_seals set seal = 'forged' where day = '2026-11-21'`)
  expect(await broken()).toEqual(['2026-11-22', '2026-11-21'])
})

test('it is read by Dana alone, and written by nobody but the caretaker\'s job', async () => {
  expect(await become('Ines', (work) => checkSeals(work, day('2026-01-01')))).toEqual([])
  await expect(become('Mia', (work) => checkSeals(work, day('2026-01-01')))).rejects.toThrow('permission denied')
  await expect(become('Ravi', sealFinishedDays)).rejects.toThrow('permission denied')
  await expect(act(caretaker(), (work) => sql`insert into log_seals values ('2027-01-01', 0, '', ${work.now})`.execute(work.db), {})).rejects.toThrow('permission denied')
  expect(await act({ ...caretaker(), name: 'founder' }, sealFinishedDays, {})).toBe(0)
  for (const change of ['update log_seals set lines = 0', 'delete from log_seals', 'truncate log_seals']) await expect((await asSuperuser()).query(change)).rejects.toThrow('append-only')
})
