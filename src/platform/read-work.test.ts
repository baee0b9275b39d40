import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aParticipant, colleague, connectedAs, testHouse } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import type { Opening } from './open-work.ts'
import { inReading } from './read-work.ts'
import type { Work } from './work.ts'

const theName = (work: Work) => work.db.selectFrom('identity_names').select(['participant_id', 'name']).execute()

async function looking(first: First, about: string, more: Partial<Opening> = {}): Promise<Opening> {
  return { actor: await colleague(first), does: 'consult', shows: 'identity_name', purpose: 'casework', door: 'GET /looking', about, ...more }
}

type Line = { request_id: string, actor_name: string, actor_roles: string[], participant_ids: number[], operation: string }

async function linesOf(requests: readonly string[]): Promise<Line[]> {
  const { rows } = await (await asSuperuser()).query<Line>('select request_id, actor_name, actor_roles, participant_ids, operation from access_log where request_id = any ($1) order by request_id', [requests])
  return rows
}

test('it gives nothing of what was read when the database is gone before the line', async () => {
  const { house, name } = await testHouse()
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const superuser = await connectedAs('superuser')
  const read: string[] = []
  const answer = inReading(house, await looking('Mia', jonas.publicId, { requestId: 'gone' }), async (work) => {
    const rows = await theName(work)
    read.push(...rows.map((row) => row.name))
    await superuser.query(`alter database ${name} allow_connections false`)
    await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'waymark_test_web'`, [name])
    return rows
  })
  await expect(answer).rejects.toThrow(/terminat|not currently accepting|connection/i)
  await superuser.query(`alter database ${name} allow_connections true`)
  await superuser.end()
  expect(read).toEqual(['Jonas Lind'])
  expect(await linesOf(['gone'])).toEqual([])
  expect(await inReading(house, await looking('Mia', jonas.publicId), theName)).toEqual([{ participant_id: jonas.id, name: 'Jonas Lind' }])
})

test('it asks the same question once, and keeps nothing of one about hundreds of rows, which nobody asks twice', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Mia'] })
  const asked = (text: string) => async (work: Work) => (await sql<{ at: string }>`select clock_timestamp()::text as at, ${text}::text as asked`.execute(work.db)).rows[0]!.at
  const twice = async (text: string) => inReading(house, await looking('Mia', jonas.publicId), async (work) => await asked(text)(work) === await asked(text)(work))
  expect([await twice('short'), await twice('row, '.repeat(2000))]).toEqual([true, false])
})

test('it writes each line in the name and role of whoever looked, however many look at once', async () => {
  const { house } = await testHouse()
  const team = ['Kai', 'Amira', 'Mia', 'Lena'] as const
  const roles = { Kai: 'coordinator', Amira: 'facilitator', Mia: 'mentor', Lena: 'case_manager' }
  const people = [await aParticipant({ team: [...team] }), await aParticipant({ team: [...team] }), await aParticipant({ team: [...team] })]
  const looks = Array.from({ length: 48 }, (_, place) => ({ first: team[place % 4]!, person: people[place % 3]!, requestId: `at-once-${String(place).padStart(2, '0')}` }))
  const openings = await Promise.all(looks.map(({ first, person, requestId }) => looking(first, person.publicId, { requestId })))
  const seen = await Promise.all(openings.map((opening) => inReading(house, opening, theName)))
  expect(seen.map((rows) => rows.map((row) => row.participant_id))).toEqual(looks.map(({ person }) => [person.id]))
  const names = await Promise.all(team.map(async (first) => [first, (await colleague(first)).name] as const))
  expect(await linesOf(looks.map(({ requestId }) => requestId))).toEqual(looks.map(({ first, person, requestId }) => ({
    request_id: requestId, actor_name: new Map(names).get(first), actor_roles: [roles[first]], participant_ids: [person.id], operation: 'consult' })))
})

test('it lets one refused line take nobody else\'s answer with it', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const superuser = await asSuperuser()
  await superuser.query(`alter table access_log add constraint not_this_door check (door <> 'GET /refused') not valid`)
  const openings = await Promise.all(['GET /looking', 'GET /refused', 'GET /looking'].map((door, place) => looking('Mia', jonas.publicId, { door, requestId: `together-${place}` })))
  const answers = await Promise.allSettled(openings.map((opening) => inReading(house, opening, theName)))
  await superuser.query('alter table access_log drop constraint not_this_door')
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await linesOf(['together-0', 'together-1', 'together-2'])).map((line) => line.request_id)).toEqual(['together-0', 'together-2'])
})

test('it may not write; a door that does is worked again in a transaction with its own line', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const tried: string[] = []
  const change = async (work: Work) => {
    tried.push(work.actor.name)
    await work.db.updateTable('identity_names').set({ meets_at: 'room 4' }).where('participant_id', '=', jonas.id).execute()
    return theName(work)
  }
  await inReading(house, await looking('Kai', jonas.publicId, { door: 'GET /notes-it', requestId: 'notes-it' }), change)
  await inReading(house, await looking('Kai', jonas.publicId, { door: 'GET /notes-it', requestId: 'notes-it-again' }), change)
  expect(tried).toHaveLength(3)
  expect((await linesOf(['notes-it', 'notes-it-again'])).map((line) => line.participant_ids)).toEqual([[jonas.id], [jonas.id]])
  const { rows } = await (await asSuperuser()).query('select meets_at from identity_names where participant_id = $1', [jonas.id])
  expect(rows).toEqual([{ meets_at: 'room 4' }])
})

test('it lets nobody but the scribe write for others, not even another machine', async () => {
  const client = await connectedAs('web')
  await client.query('begin; set local role waymark_test_machine')
  await client.query(`select set_config('app.actor_kind', 'machine', true), set_config('app.actor', '0', true), set_config('app.actor_name', 'caretaker', true), set_config('app.shape', 'machine', true)`)
  const forged = client.query(`insert into access_log (id, at, actor_kind, actor_id, actor_name, actor_roles, shape, operation, record, participant_ids, purpose, door, request_id)
    values (1, now(), 'colleague', 1, 'Mia Juhl', '{mentor}', 'casework', 'consult', 'nothing', '{}', '', '', '')`)
  await expect(forged).rejects.toThrow('row-level security')
  await client.end()
})
