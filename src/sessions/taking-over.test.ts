import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { appoint, assign, endAssignment, teamOf } from '../access/index.ts'
import { recordConsent } from '../participants/index.ts'
import { addDays, addMinutes, day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { withoutAnybody } from './sessions.queries.ts'
import { planSession } from './sessions.verbs.ts'

beforeAll(async () => {
  await offerProgrammes()
  const petra = await colleagueId('Petra')
  await become('Ravi', (work) => appoint(work, { colleagueId: petra, role: 'mentor' }))
})

/** Somebody with whom Mia has planned meetings, one a day. */
async function aPersonMetBy(first: 'Mia', many: number) {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  const session = await become(first, (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }), about)
  for (let more = 1; more < many; more += 1) await become(first, (work) => planSession(work, { on: addDays(day('2026-11-24'), more), time: '10:00', minutes: 60, place: 'room B2' }), about)
  return { person: `/people/${jonas.publicId}`, session, about, id: jonas.id }
}

/** Mia planned a meeting, and is changed for Petra. */
async function aSessionWithoutAnybody(many = 1): Promise<{ person: string, session: string }> {
  const { person, session, about, id } = await aPersonMetBy('Mia', many)
  const [mia, petra] = [await colleagueId('Mia'), await colleagueId('Petra')]
  await become('Kai', async (work) => {
    await endAssignment(work, (await teamOf(work, id)).find((one) => one.colleague_id === mia)!.public_id)
    await assign(work, { colleagueId: petra, participantId: id, role: 'mentor' })
  }, about)
  return { person, session }
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

/** Mia's end, as Kai is about to say it. */
async function endOf(person: string, name: string): Promise<string> {
  return new RegExp(`href="([^"]+/ending)">End<span class="ds-sr-only"> ${name}`).exec((await (await visit('Kai')).get(`${person}/team`)).text)![1]!
}

test('it says before and after the end of working together how many meetings stay without anybody, as many as then do', async () => {
  const { person, about } = await aPersonMetBy('Mia', 3)
  const [kai, form] = [await visit('Kai'), await endOf(person, 'Mia Juhl')]
  const says = '3 planned meetings stay without anybody, the first on 24 November 2026 at 10:00'
  expect((await kai.get(form)).text).toContain(says)
  // The wait moves one of them into the past: it is not planned any more, and nobody has recorded it.
  const { clock } = await testHouse()
  clock.now = addMinutes(testMoment, 26 * 60)
  const later = await visit('Kai')
  const before = (await later.get(form)).text
  for (const said of ['2 planned meetings stay without anybody, the first on 25 November 2026 at 10:00', '1 meeting that has been, on 24 November 2026 at 10:00, is not recorded yet']) expect(before).toContain(said)
  expect((await later.send(form)).status).toBe(303)
  expect((await later.get(`${person}/team`)).text).toContain('2 planned meetings stay without anybody')
  expect(await become('Kai', async (work) => (await withoutAnybody(work)).length, about)).toBe(3)
  clock.now = testMoment
})

test('where a cover ends early it says nothing of meetings that go back, and counts those that cannot', async () => {
  const { person, about, id } = await aPersonMetBy('Mia', 2)
  const [mia, petra] = [await colleagueId('Mia'), await colleagueId('Petra')]
  await become('Kai', async (work) => {
    const covered = (await teamOf(work, id)).find((one) => one.colleague_id === mia)!
    await assign(work, { colleagueId: petra, participantId: id, role: 'mentor', until: instant('2026-11-30T09:00:00.000Z'), covers: covered.id })
  }, about)
  const [kai, form] = [await visit('Kai'), await endOf(person, 'Petra Holm')]
  expect((await kai.get(form)).text).not.toContain('without anybody')
  await kai.send(await endOf(person, 'Mia Juhl'))
  expect((await kai.get(form)).text).toContain('2 planned meetings stay without anybody')
  await kai.send(form)
  expect(await become('Kai', async (work) => (await withoutAnybody(work)).length, about)).toBe(2)
})

test('it tells a coordinator of the unit who is not on the team that meetings may stay, and never how many', async () => {
  const { person, about, id } = await aPersonMetBy('Mia', 2)
  const [mia, petra] = [await colleagueId('Mia'), await colleagueId('Petra')]
  await become('Kai', async (work) => assign(work, { colleagueId: petra, participantId: id, role: 'mentor', until: instant('2026-11-30T09:00:00.000Z'), covers: (await teamOf(work, id)).find((one) => one.colleague_id === mia)!.id }), about)
  await (await visit('Kai')).send(await endOf(person, 'Kai Nyberg'))
  const text = (await (await visit('Kai')).get(await endOf(person, 'Mia Juhl'))).text
  expect([text.includes('Any meetings that this colleague has planned stay without anybody'), text.includes('You do not see whether there are any, since you are not on this team.'), text.includes('2 planned')]).toEqual([true, true, false])
  // Of somebody who only covers, they go back.
  expect((await (await visit('Kai')).get(await endOf(person, 'Petra Holm'))).text).toContain('Any meetings ahead go back to whoever was covered for')
})
