import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { act, aParticipant, become, becomeParticipant, colleague, connectedAs, testHouse } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { instant } from '../platform/day.ts'
import { shapes, type Actor, type Shape } from '../platform/work.ts'
import { keepLogMonths } from './index.ts'

const changes = ['update access_log set purpose = $$another$$', 'delete from access_log', 'truncate access_log', 'truncate access_log_other', 'truncate access_log_2026_11', 'drop trigger access_log_is_append_only on access_log']
const caretaker: Actor = { kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' }

async function lines(where = 'true'): Promise<number> {
  const { rows } = await (await asSuperuser()).query<{ count: number }>(`select count(*)::int as count from access_log where ${where}`)
  return rows[0]!.count
}

test.each(shapes)('it is not changed, deleted or emptied away in the shape %s', async (shape: Shape) => {
  const actor = shape === 'machine' ? caretaker : { ...await colleague('Dana'), shape }
  const before = await lines()
  for (const change of changes) await expect(act(actor, (work) => sql.raw(change).execute(work.db), {})).rejects.toThrow(/permission denied|must be owner/)
  expect(await lines()).toBe(before)
})

test('it is not changed, deleted or emptied away by web or by the owner', async () => {
  await aParticipant()
  const before = await lines()
  for (const role of ['web', 'owner'] as const) {
    const client = await connectedAs(role)
    for (const change of changes.slice(0, 5)) {
      const done = await client.query(change).then((result) => result.rowCount, () => 'refused')
      expect([0, 'refused'], `${role}: ${change}`).toContain(done)
    }
    await client.end()
  }
  expect(await lines()).toBe(before)
})

test('it stands even against somebody whom no policy binds', async () => {
  const client = await asSuperuser()
  for (const change of ['update access_log set purpose = $$another$$', 'delete from access_log_2026_11', 'truncate access_log', 'truncate access_log_2026_11']) await expect(client.query(change)).rejects.toThrow('append-only')
})

test('it is written in nobody else\'s name, role or shape', async () => {
  const forged = (columns: Record<string, string>) => become('Mia', async (work) => {
    const own = { actor_kind: `'colleague'`, actor_id: 'actor_id()', actor_name: 'actor_name()', actor_roles: 'acting_roles()', shape: `'casework'`, ...columns }
    await sql.raw(`insert into access_log (id, at, ${Object.keys(own).join(', ')}, operation, record, participant_ids, purpose, door, request_id)
      values (${await work.newId()}, now(), ${Object.values(own).join(', ')}, 'consult', 'nothing', '{}', '', '', '')`).execute(work.db)
  })
  await forged({})
  for (const columns of [{ actor_kind: `'machine'` }, { actor_id: '1' }, { actor_name: `'Dana Fischer'` }, { actor_roles: `'{coordinator}'` }, { shape: `'oversight'` }]) {
    await expect(forged(columns)).rejects.toThrow('row-level security')
  }
})

test('it names the role in which somebody works with this person, and the things that were made', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const made = await become('Mia', async (work) => work.newPublicId(), { about: jonas.publicId })
  const { rows } = await (await asSuperuser()).query('select actor_roles, object_ids, participant_ids from access_log order by id desc limit 1')
  expect(rows).toEqual([{ actor_roles: ['mentor'], object_ids: [made], participant_ids: [jonas.id] }])
})

test('it is there before the answer is, and without it there is none', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const client = await asSuperuser()
  await client.query(`alter table access_log add constraint none_today check (door <> 'test') not valid`)
  const change = become('Kai', async (work) => {
    await work.db.updateTable('identity_names').set({ meets_at: 'room 4' }).where('participant_id', '=', jonas.id).execute()
    return work.db.selectFrom('identity_names').select(['participant_id', 'meets_at']).where('participant_id', '=', jonas.id).executeTakeFirstOrThrow()
  }, { about: jonas.publicId })
  await expect(change).rejects.toThrow('none_today')
  await expect(become('Mia', (work) => work.db.selectFrom('identity_names').selectAll().execute())).rejects.toThrow('none_today')
  await client.query('alter table access_log drop constraint none_today')
  const { rows } = await client.query('select meets_at from identity_names where participant_id = $1', [jonas.id])
  expect(rows).toEqual([{ meets_at: '' }])
})

test('it goes on at the turn of a month, in a part of its own or in the spare one', async () => {
  const { clock } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const partOf = async () => (await (await asSuperuser()).query<{ part: string }>(`select tableoid::regclass::text as part from access_log where participant_ids @> array[${jonas.id}] order by at desc, id desc limit 1`)).rows[0]!.part
  const parts: string[] = []
  for (const moment of ['2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00Z', '2031-01-31T23:59:59.999Z', '2031-02-01T00:00:00Z']) {
    clock.now = instant(moment)
    await become('Mia', (work) => work.db.selectFrom('identity_names').select('participant_id').execute(), { about: jonas.publicId })
    parts.push(await partOf())
  }
  clock.now = instant('2026-11-23T09:00:00Z')
  expect(parts).toEqual(['access_log_2026_11', 'access_log_2026_12', 'access_log_other', 'access_log_other'])
  expect(await lines(`participant_ids @> array[${jonas.id}] and at > '2031-01-01'`)).toBe(2)
})

test('it is made half a year ahead by the caretaker, as often as one likes, past months whose lines wait in the spare part', async () => {
  const { clock } = await testHouse()
  clock.now = instant('2031-01-15T09:00:00Z')
  const months = [await act(caretaker, keepLogMonths, {}), await act(caretaker, keepLogMonths, {})]
  clock.now = instant('2026-11-23T09:00:00Z')
  expect(months).toEqual([5, 5]) // of six, February 2031 has lines in the spare part already, and stays there
})

test('it is nobody else\'s to make', async () => {
  await expect(become('Ravi', keepLogMonths)).rejects.toThrow('permission denied')
})

test('it is told to the person: when, what, why and in which role, and no inner name of somebody outside their team', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  await become('Mia', (work) => work.db.selectFrom('identity_names').select('participant_id').execute(), { about: jonas.publicId })
  const read = (columns: string, id: number) => becomeParticipant(id, (work) => sql.raw<{ actor_roles: string[] }>(`select ${columns} from access_log order by at desc, id desc limit 1`).execute(work.db))
  expect((await read('actor_roles, operation, record, purpose', jonas.id)).rows[0]?.actor_roles).toEqual(['mentor'])
  await expect(read('actor_name', jonas.id)).rejects.toThrow('permission denied')
  await expect(read('participant_ids', jonas.id)).rejects.toThrow('permission denied')
  const stranger = await aParticipant({ team: ['Kai'] })
  const { rows } = await becomeParticipant(stranger.id, (work) => sql<{ roles: string }>`select distinct actor_roles[1] as roles from access_log where actor_kind = 'colleague'`.execute(work.db))
  expect(rows).toEqual([{ roles: 'coordinator' }])
})

test('it is told of lists and searches too: whoever was shown stands in the line', async () => {
  const [one, two] = [await aParticipant({ team: ['Kai', 'Amira'] }), await aParticipant({ team: ['Kai', 'Amira'] })]
  await become('Amira', (work) => work.db.selectFrom('identity_names').select(['participant_id', 'name']).execute(), { shows: 'identity_name' })
  const { rows } = await (await asSuperuser()).query<{ operation: string, participant_ids: number[] }>('select operation, participant_ids from access_log order by id desc limit 1')
  expect(rows[0]?.operation).toBe('consult')
  expect(rows[0]?.participant_ids).toEqual(expect.arrayContaining([one.id, two.id]))
})
