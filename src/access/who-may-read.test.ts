import { beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { addMinutes } from '../platform/day.ts'
import { mayFor } from './access.queries.ts'
import { supervise } from './access.verbs.ts'
import { sayReaders, whoMayRead } from './who-may-read.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

test('it names who reads agreements today: the team in their roles, and the coach of the mentor', async () => {
  const [petra, mia] = [await colleagueId('Petra'), await colleagueId('Mia')]
  await become('Ravi', (work) => supervise(work, { supervisorId: petra, colleagueId: mia, role: 'coach' }), { does: 'alter' })
  const jonas = await aParticipant()
  const readers = await become('Amira', (work) => whoMayRead(work, 'agreement'), { about: jonas.publicId })
  expect(readers.map(({ name, role, scope }) => `${name} ${role} ${scope}`)).toEqual(
    ['Amira Haddad facilitator team', 'Kai Nyberg coordinator team', 'Lena Berg case_manager team', 'Mia Juhl mentor team', 'Petra Holm coach staff'])
  expect(sayReaders(readers)).toBe('Amira Haddad (facilitator), Kai Nyberg (programme coordinator), Lena Berg (case manager), Mia Juhl (mentor) and Petra Holm (mentor coach, as supervisor of somebody on the team)')
})

test('it agrees with the database: whoever it names reads the row, whoever it does not name reads none', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia', 'Hedda', 'Lena'] })
  for (const record of ['identity_name', 'identity_particulars', 'legal_status', 'health', 'agreement', 'mentor_note']) {
    const named = new Set((await become('Kai', (work) => whoMayRead(work, record), { about: jonas.publicId })).map(({ name }) => name?.split(' ')[0]))
    for (const first of ['Kai', 'Mia', 'Hedda', 'Lena', 'Noor', 'Otto'] as const) {
      const may = await become(first, (work) => mayFor(work, 'read', record), { about: jonas.publicId })
      expect(named.has(first), `${first} ${record}`).toBe(may)
    }
  }
})

test('it answers nobody who does not know the person, and nothing without a person', async () => {
  const jonas = await aParticipant()
  expect(await become('Noor', (work) => whoMayRead(work), { about: jonas.publicId })).toEqual([])
  expect(await become('Mia', (work) => whoMayRead(work))).toEqual([])
  expect((await (await visit('Noor')).get(`/people/${jonas.publicId}/readers`)).status).toBe(404)
  expect((await (await visit('Mia')).get(`/people/${jonas.publicId}/readers`)).text).toContain('Lena Berg, case manager')
})

test('it tells no mentor that somebody was named for victim data, and the case manager that somebody was', async () => {
  const jonas = await aParticipant()
  const [lena, kai] = [await colleagueId('Lena'), await colleagueId('Kai')]
  const superuser = await asSuperuser()
  await superuser.query(`insert into named_readings (id, public_id, reader_id, participant_id, record, role, reason, from_at, until_at, made_by)
    values (9000010, 'named-victim', $1, $2, 'victim', 'case_manager', 'safety', $3, $4, $5)`, [lena, jonas.id, testMoment, addMinutes(testMoment, 600), kai])
  expect(await become('Mia', (work) => whoMayRead(work, 'victim'), { about: jonas.publicId })).toEqual([])
  expect(await becomeParticipant(jonas.id, (work) => whoMayRead(work, 'victim'))).toEqual([])
  expect((await become('Lena', (work) => whoMayRead(work, 'victim'), { about: jonas.publicId })).map(({ name, scope }) => [name, scope])).toEqual([['Lena Berg', 'named']])
})

test('it tells no second coordinator, and nobody of the team, that a complaint was forwarded to the first', async () => {
  const jonas = await aParticipant()
  const [kai, lena] = [await colleagueId('Kai'), await colleagueId('Lena')]
  const superuser = await asSuperuser()
  await superuser.query(`insert into appointments (id, public_id, colleague_id, role, unit_id, from_at, made_by) select 9000011, 'second-kai', $1, 'coordinator', unit_id, $3, $4 from participants where id = $2`, [lena, jonas.id, testMoment, kai])
  await superuser.query(`insert into named_readings (id, public_id, reader_id, participant_id, record, role, reason, from_at, until_at, made_by)
    values (9000012, 'named-complaint', $1, $2, 'complaint', 'coordinator', 'forwarded', $3, $4, $1)`, [kai, jonas.id, testMoment, addMinutes(testMoment, 600)])
  const told = (first: 'Kai' | 'Lena' | 'Mia') => become(first, async (work) => [
    (await whoMayRead(work, 'complaint')).filter(({ scope }) => scope === 'named').length, (await work.db.selectFrom('named_readings').select('id').where('participant_id', '=', jonas.id).execute()).length], { about: jonas.publicId })
  expect([await told('Kai'), await told('Lena'), await told('Mia')]).toEqual([[1, 1], [0, 0], [0, 0]])
  await superuser.query('delete from appointments where id = 9000011')
})

test('it tells the person: the names of their own team, of others the role alone', async () => {
  const jonas = await aParticipant({ team: ['Mia', 'Lena'] })
  const readers = await becomeParticipant(jonas.id, (work) => whoMayRead(work, 'identity_name'))
  expect(readers.find(({ role }) => role === 'mentor')?.name).toBe('Mia Juhl')
  expect(readers.find(({ role }) => role === 'coordinator')).toMatchObject({ name: undefined, scope: 'unit' })
  const words = sayReaders(readers)
  expect(words).toContain('Mia Juhl (mentor)')
  expect(words).toContain('programme coordinator')
  expect(words).not.toContain('Kai Nyberg')
})
