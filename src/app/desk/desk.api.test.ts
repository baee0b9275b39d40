import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, visit } from '../../../database/testing/index.ts'
import { recordConsent } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { planSession } from '../../sessions/index.ts'

let jonas: { id: number, publicId: string }

beforeAll(async () => {
  jonas = await aParticipant({ name: 'Jonas Lindqvist', team: ['Kai', 'Amira', 'Lena'] })
  await become('Amira', (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', language: 'en', way: 'spoken', answeredOn: work.today, noticeVersion: '1' }), { about: jonas.publicId })
  await become('Kai', (work) => work.db.updateTable('participants').set({ state: 'active' }).where('id', '=', jonas.id).execute())
  await become('Amira', (work) => planSession(work, { on: day('2026-11-25'), time: '10:00', minutes: 60, place: 'room 4' }), { about: jonas.publicId })
})

test('it gives Amira one person with the sessions, and Mia, who does not work with them, nothing', async () => {
  const found = await (await visit('Amira')).api(`/people/${jonas.publicId}`)
  expect(found.json).toMatchObject({ id: jonas.publicId, name: 'Jonas Lindqvist', state: 'active', sessions: [{ state: 'planned', place: 'room 4', with: 'Amira Haddad' }] })
  expect((await (await visit('Mia')).api(`/people/${jonas.publicId}`)).status).toBe(404)
})

test('it gives Amira her caseload, each with what is next; Mia\'s has nobody of hers', async () => {
  const found = await (await visit('Amira')).api('/caseload')
  expect(found.json).toMatchObject({ people: [{ id: jonas.publicId, role: 'facilitator', next: { on: '2026-11-25', at: '2026-11-25T09:00:00.000Z' } }] })
  expect((await (await visit('Mia')).api('/caseload')).json).toEqual({ people: [] })
})

test('it gives Amira what is due with the reason, and Mia nothing of it', async () => {
  const found = await (await visit('Amira')).api('/due')
  expect(found.json).toMatchObject({ due: [{ on: '2026-11-25', about: 'Jonas Lindqvist', because: 'planned, room 4' }] })
  expect((await (await visit('Mia')).api('/due')).text).not.toContain('Lindqvist')
})

test('it finds among one\'s own people by a part of the name', async () => {
  const amira = await visit('Amira')
  expect((await amira.api('/people?words=LINDQ')).json).toMatchObject({ people: [{ name: 'Jonas Lindqvist' }] })
  expect((await amira.api('/people?words=Krog')).json).toEqual({ people: [] })
})

test('it searches the register for a coordinator; for a facilitator there is no such thing', async () => {
  expect((await (await visit('Kai')).api('/register?words=Lindqvist')).json).toMatchObject({ people: [{ name: 'Jonas Lindqvist', coordinators: ['Kai Nyberg'] }] })
  expect((await (await visit('Amira')).api('/register?words=Lindqvist')).status).toBe(404)
})
