import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, offerProgrammes, visit } from '../../database/testing/index.ts'
import { appoint, assign, endAssignment, teamOf } from '../access/index.ts'
import { recordConsent } from '../participants/index.ts'
import { addDays, day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { planSession } from './sessions.verbs.ts'

beforeAll(async () => {
  await offerProgrammes()
  const petra = await colleagueId('Petra')
  await become('Ravi', (work) => appoint(work, { colleagueId: petra, role: 'mentor' }))
})

/** Mia planned a meeting, and is changed for Petra. */
async function aSessionWithoutAnybody(many = 1): Promise<{ person: string, session: string }> {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  const session = await become('Mia', (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }), about)
  for (let more = 1; more < many; more += 1) await become('Mia', (work) => planSession(work, { on: addDays(day('2026-11-24'), more), time: '10:00', minutes: 60, place: 'room B2' }), about)
  const [mia, petra] = [await colleagueId('Mia'), await colleagueId('Petra')]
  await become('Kai', async (work) => {
    await endAssignment(work, (await teamOf(work, jonas.id)).find((one) => one.colleague_id === mia)!.public_id)
    await assign(work, { colleagueId: petra, participantId: jonas.id, role: 'mentor' })
  }, about)
  return { person: `/people/${jonas.publicId}`, session }
}

test('it shows the next mentor what nobody holds any more, in their day, and the coordinator that somebody is missing', async () => {
  const { person, session } = await aSessionWithoutAnybody()
  const form = `${person}/sessions/${session}/taking-over`
  const [petra, kai, amira] = [await visit('Petra'), await visit('Kai'), await visit('Amira')]
  const [hers, his, other] = [(await petra.get('/')).text, (await kai.get('/')).text, (await amira.get('/')).text]
  expect([hers.includes(form), his.includes('Name somebody for the session'), other.includes('Take over the session')]).toEqual([true, true, false])
  expect((await amira.get(form)).status).toBe(409)
  expect((await petra.send(form)).location).toBe(`${person}/sessions`)
  expect((await petra.get('/')).text).not.toContain('Take over the session')
  expect((await petra.get(`${person}/sessions/${session}`)).text).toContain('Call it off')
})

test('it tells the coordinator in one line for each person, however many meetings have nobody', async () => {
  const [one, other] = [await aSessionWithoutAnybody(2), await aSessionWithoutAnybody()]
  const [kai, petra] = [(await (await visit('Kai')).get('/')).text, (await (await visit('Petra')).get('/')).text]
  const lines = (text: string, href: string) => text.split(`href="${href}"`).length - 1
  expect([lines(kai, `${one.person}/team`), lines(kai, `${other.person}/team`)]).toEqual([1, 1])
  expect(kai).toContain('whoever planned it no longer works with the person; 1 more has nobody either')
  expect(new Set(petra.match(new RegExp(`${one.person}/sessions/\\w+/taking-over`, 'g'))).size).toBe(2)
})

test('it lets Mia, who left, neither see nor keep it', async () => {
  const { person, session } = await aSessionWithoutAnybody()
  const mia = await visit('Mia')
  expect([(await mia.get(`${person}/sessions/${session}`)).status, (await mia.get(`${person}/sessions/${session}/taking-over`)).status]).toEqual([404, 404])
})
