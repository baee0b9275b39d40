import { expect, test } from 'vitest'
import { aParticipant, act, become, becomeParticipant, connectedAs } from '../testing/index.ts'
import { thePerson } from '../../src/participants/index.ts'

test('it shows a person to their mentor and to nobody outside the team', async () => {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const seen = await become('Mia', thePerson, { about: jonas.publicId })
  expect(seen.name).toBe('Jonas Lind')
  await expect(become('Amira', thePerson, { about: jonas.publicId })).rejects.toThrow('not-found')
  await expect(become('Viktor', thePerson, { about: jonas.publicId })).rejects.toThrow('permission denied')
  const own = await becomeParticipant(jonas.id, thePerson, { about: jonas.publicId })
  expect(own.name).toBe('Jonas Lind')
})

test('it answers for somebody unknown exactly as for somebody not one\'s own', async () => {
  await expect(become('Mia', thePerson, { about: 'nobody0000000000' })).rejects.toThrow('not-found')
})

test('it writes the line of what was seen together with the seeing', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  await become('Mia', thePerson, { about: jonas.publicId, shows: 'identity_name' })
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query('select actor_name, operation, record from access_log where participant_ids @> $1 order by id', [[jonas.id]])
  await superuser.end()
  expect(rows.at(-1)).toEqual({ actor_name: 'Mia Juhl', operation: 'consult', record: 'identity_name' })
})

test('it does nothing when the line cannot be written', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const change = become('Kai', (work) => work.db.updateTable('identity_names').set({ meets_at: 'room 4' }).where('participant_id', '=', jonas.id).execute(),
    { about: jonas.publicId, does: 'disclose' })
  await expect(change).rejects.toThrow('access_log_disclosure_has_recipient')
  const row = await become('Kai', (work) => work.db.selectFrom('identity_names').select('meets_at').executeTakeFirstOrThrow(), { about: jonas.publicId })
  expect(row.meets_at).toBe('')
})

test('it lets the web role do nothing by itself', async () => {
  const web = await connectedAs('web')
  await expect(web.query('select * from identity_names')).rejects.toThrow('permission denied')
  await expect(web.query('select people_for($1, $2, $3)', ['register', 'read', 'team'])).rejects.toThrow('permission denied')
  await web.end()
})

test('it gives a machine actor no person at all', async () => {
  const rows = await act({ kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' },
    (work) => work.db.selectFrom('units').selectAll().execute(), {})
  expect(rows.length).toBeGreaterThan(0)
  await expect(act({ kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' },
    (work) => work.db.selectFrom('participants').selectAll().execute(), {})).rejects.toThrow('permission denied')
})
