import { beforeAll, expect, test } from 'vitest'
import { become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { aHeldSession } from '../../database/testing/an-observed-session.ts'
import { day } from '../platform/day.ts'
import { recordSession } from '../sessions/index.ts'

beforeAll(offerProgrammes)

async function withAMissedOne() {
  const one = await aHeldSession()
  await become('Amira', (work) => recordSession(work, { on: day('2026-11-23'), time: '08:00', minutes: 60, place: '', state: 'missed', cause: 'no-escort' }), { ...one.about, does: 'collect' })
  return { ...one, page: `/people/${one.publicId}/dose` }
}

test('it shows what was held, and what the service could not do, without making a cause of it', async () => {
  const { page } = await withAMissedOne()
  const { text } = await (await visit('Amira')).get(page)
  expect(text).toContain('50 sessions')
  expect(text).toContain('1 session, 60 minutes')
  expect(text).toMatch(/the service&#39;s cause<\/dt><dd[^>]*>1</)
  expect(text).toContain('1 colleague, who held 1 of 1')
  expect(text).toContain('<svg')
  expect(text).toContain('It says nothing of what it brought about')
})

test('it says so where the programme names no number of sessions', async () => {
  const one = await aHeldSession({ programme: 'back-on-track' })
  expect((await (await visit('Amira')).get(`/people/${one.publicId}/dose`)).text).toContain('no number of sessions')
})

test('it leads a coordinator from a person to who sits in when, and a mentor not', async () => {
  const { publicId } = await aHeldSession()
  expect((await (await visit('Kai')).get(`/people/${publicId}`)).text).toContain('href="/observers"')
  expect((await (await visit('Mia')).get(`/people/${publicId}`)).text).not.toContain('href="/observers"')
})

test('it counts for a mentor their own meetings alone', async () => {
  const { page } = await withAMissedOne()
  expect((await (await visit('Mia')).get(page)).text).toContain('0 sessions, 0 minutes')
})

test('it does not exist for whoever reads no attendance of this person', async () => {
  const { page } = await withAMissedOne()
  for (const first of ['Hedda', 'Otto', 'Olga', 'Viktor', 'Sam'] as const) expect((await (await visit(first)).get(page)).status, first).toBe(404)
})
