import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { planSession } from '../sessions/index.ts'

beforeAll(offerProgrammes)

async function someoneWithASessionAhead() {
  const dorian = await aParticipant({ team: ['Kai', 'Mia', 'Lena'] })
  const about = { about: dorian.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, dorian.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  await become('Mia', (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }), about)
  return { ...dorian, page: `/people/${dorian.publicId}` }
}

test('it calls off what was planned as soon as a case manager writes down a stop, and asks the coordinator to end the plan', async () => {
  const dorian = await someoneWithASessionAhead()
  const [kai, mia, lena] = [await visit('Kai'), await visit('Mia'), await visit('Lena')]
  expect((await mia.get('/')).text).toContain('room B2')
  const said = await lena.send(`${dorian.page}/withdrawal`, { purpose: 'programme', ownWords: 'Stop. I want to keep my mentor.' })
  expect(said.status).toBe(303)
  expect((await mia.get('/')).text).not.toContain('room B2')
  expect((await mia.get(`${dorian.page}/sessions`)).text).toContain('called off')
  const page = (await kai.get(dorian.page)).text
  expect(page).toContain('said stop')
  expect(page).not.toContain('taking part ·')
  expect((await kai.get('/')).text).toContain('the person said stop, and what was planned is called off')
})

test('it calls off what was planned when the person themself says stop, and their own page no longer shows it', async () => {
  const dorian = await someoneWithASessionAhead()
  const own = await visitAsParticipant(dorian)
  expect((await own.get('/own')).text).toContain('room B2')
  expect((await own.send('/own/withdrawal', { purpose: 'programme' })).status).toBe(303)
  expect((await own.get('/own')).text).not.toContain('room B2')
  expect((await (await visit('Mia')).get('/')).text).not.toContain('room B2')
})

test('it leaves what was planned when the person stops something else', async () => {
  const dorian = await someoneWithASessionAhead()
  await (await visit('Lena')).send(`${dorian.page}/withdrawal`, { purpose: 'research' })
  expect((await (await visit('Mia')).get(`${dorian.page}/sessions`)).text).not.toContain('called off')
})
