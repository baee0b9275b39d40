import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, offerProgrammes, unitId, visit } from '../../database/testing/index.ts'
import { appoint, teamOf } from '../access/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { planSession } from '../sessions/index.ts'

beforeAll(offerProgrammes)
beforeAll(async () => {
  const [otto, unit] = [await colleagueId('Otto'), await unitId('Fjordvik prison')]
  await become('Ravi', (work) => appoint(work, { colleagueId: otto, role: 'mentor', unitId: unit }), { does: 'alter' })
})

async function someoneWithSessions() {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  for (const [on, place] of [['2026-11-24', 'room of tomorrow'], ['2026-12-01', 'room of next week']] as const) {
    await become('Mia', (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place }), about)
  }
  return { ...jonas, about, page: `/people/${jonas.publicId}` }
}

async function arrangeCover(until: string): Promise<void> {
  const kai = await visit('Kai')
  const ids = await become('Kai', (work) => work.db.selectFrom('colleagues').select(['public_id', 'name']).where('name', 'in', ['Mia Juhl', 'Otto Lindgren']).execute())
  const [mia, otto] = ['Mia Juhl', 'Otto Lindgren'].map((name) => ids.find((one) => one.name === name)!.public_id)
  const form = (await kai.get(`/cover?for=${mia}`)).text
  const people = Object.fromEntries([...form.matchAll(/name="people\.(\d+)\.assignment"/g)].map(([, place]) => [`people.${place}.ticked`, 'true']))
  expect((await kai.send('/cover', { for: mia!, by: otto!, until, ...people }, `/cover?for=${mia}`)).location).toBe('/cover')
}

test('it gives whoever covers the sessions within the cover, leaves the later ones, and gives back what still lies ahead when the cover ends early', async () => {
  const jonas = await someoneWithSessions()
  const [mia, otto, kai] = [await visit('Mia'), await visit('Otto'), await visit('Kai')]
  await arrangeCover('2026-11-25')
  const covering = (await otto.get('/')).text
  expect(covering).toContain('room of tomorrow')
  expect(covering).not.toContain('room of next week')
  expect((await mia.get('/')).text).not.toContain('room of tomorrow')
  expect((await mia.get('/')).text).toContain('room of next week')

  const team = await become('Kai', (work) => teamOf(work, jonas.id), jonas.about)
  const cover = team.find(({ name }) => name === 'Otto Lindgren')!
  await kai.send(`${jonas.page}/team/${cover.public_id}/ending`, {})
  expect((await otto.get('/')).text).not.toContain('room of tomorrow')
  expect((await mia.get('/')).text).toContain('room of tomorrow')
})
