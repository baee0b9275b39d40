import { afterEach, beforeAll, expect, test } from 'vitest'
import { become, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import type { First } from '../../database/seeds/cast.ts'
import { pausePerson, resumePerson } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { callOffInPause, lastSessions } from './sessions.queries.ts'
import type { RecordSession } from './session.ts'
import { planSession, recordPlanned, recordSession } from './sessions.verbs.ts'

beforeAll(async () => {
  await offerProgrammes()
  await visit('Kai')
})
afterEach(async () => { (await testHouse()).clock.now = testMoment })

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'We looked for a flat.' }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const plans = (first: First, person: Planned, on: string, time = '10:00') => become(first, (work) => planSession(work, { on: day(on), time, minutes: 60, place: 'room B2' }), { about: person.publicId })
const pause = (person: Planned) => become('Kai', (work) => pausePerson(work, 'A month in hospital.'), { about: person.publicId })
const goOn = (person: Planned) => become('Amira', (work) => resumePerson(work, 'Back and well.'), { about: person.publicId })

test('it takes the record of what was held before a pause, also during it, planned or not, and none of what lies in it', async () => {
  const jonas = await aPlan()
  const about = { about: jonas.publicId }
  const planned = await plans('Mia', jonas, '2026-11-23', '11:00')
  await at('2026-11-23T12:00:00Z')
  await pause(jonas)
  await at('2026-11-24T12:00:00Z')
  await become('Amira', (work) => recordSession(work, held), about)
  await become('Mia', (work) => recordPlanned(work, planned, { ...held, time: '11:00' }), about)
  await expect(become('Amira', (work) => recordSession(work, { ...held, on: day('2026-11-24') }), about)).rejects.toThrow('session-while-paused')
  await expect(plans('Amira', jonas, '2026-11-26')).rejects.toThrow('session-while-paused')
  const again = await (await visit('Amira')).send(`/people/${jonas.publicId}/sessions/new`, { on: '2026-11-24', time: '09:30', minutes: '60', state: 'held', done: 'We looked for a flat.' })
  expect([again.status, again.text.includes('What was held before it can be recorded'), again.text.includes('We looked for a flat.')]).toEqual([409, true, true])
})

test('it lets what is planned wait: on the page, in the list and in My day it says so, and on no sheet and no slip', async () => {
  const jonas = await aPlan()
  const session = await plans('Mia', jonas, '2026-11-24')
  const here = `/people/${jonas.publicId}`
  const mia = await visit('Mia')
  expect((await mia.get('/tomorrow')).text).toContain('10:00')
  await pause(jonas)
  const sheet = (await mia.get('/tomorrow')).text
  expect(sheet).toContain('1 meeting with somebody who is paused is not listed')
  expect(sheet).not.toContain('room B2')
  expect((await mia.get('/tomorrow/print?on=2026-11-24&as=names')).text).not.toContain('10:00')
  expect((await mia.get(`${here}/sessions/${session}/slip`)).status).toBe(404)
  for (const page of [`${here}/sessions`, `${here}/sessions/${session}`, here]) expect((await mia.get(page)).text, page).toContain('planned, waits until the pause ends')
  expect((await mia.get('/')).text).toContain('Session that waits')
  expect((await mia.get(`${here}/plans/${jonas.planId}`)).text).toMatch(/version \d+, paused/)
  const own = await visitAsParticipant(jonas)
  expect((await own.get('/own')).text).toContain('What was planned waits until it ends')
  expect((await own.get('/own')).text).not.toContain('room B2')
  expect((await own.get('/own/sessions')).text).toContain('planned, waits until the pause ends')
})

test('it goes on: what was planned for the pause is called off without a cause, what lies ahead takes place, and the plan runs again', async () => {
  const jonas = await aPlan()
  const before = await plans('Mia', jonas, '2026-11-23', '11:00')
  await plans('Mia', jonas, '2026-11-24')
  await plans('Amira', jonas, '2026-11-26')
  await at('2026-11-23T12:00:00Z')
  await pause(jonas)
  await at('2026-11-25T12:00:00Z')
  expect((await (await visit('Mia')).get('/')).text).toContain(`sessions/${before}/record`)
  expect((await (await visit('Mia')).get('/')).text.match(/\/record"/g)).toHaveLength(1)
  await become('Mia', (work) => callOffInPause(work, jonas.id, 'active'), { about: jonas.publicId })
  await goOn(jonas)
  const states = await become('Kai', async (work) => (await lastSessions(work, jonas.id, 5)).map(({ state, cause }) => [state, cause]), { about: jonas.publicId })
  expect(states).toEqual([['planned', null], ['called-off', null], ['planned', null]])
  expect((await (await visit('Kai')).get(`/people/${jonas.publicId}/plans/${jonas.planId}`)).text).toMatch(/version \d+, running since/)
})

test('it leaves the pause of another as it is: who may not end it calls nothing off', async () => {
  const jonas = await aPlan()
  await plans('Mia', jonas, '2026-11-24')
  await pause(jonas)
  await at('2026-11-25T12:00:00Z')
  for (const first of ['Mia', 'Lena', 'Hedda'] as const) await become(first, (work) => callOffInPause(work, jonas.id, 'active'))
  expect(await become('Kai', async (work) => (await lastSessions(work, jonas.id, 5)).map(({ state }) => state), { about: jonas.publicId })).toEqual(['planned'])
})

test('it tells those who must know of the pause and of its end, asks after two weeks whether it can end, and tells nobody else', async () => {
  const jonas = await aPlan()
  await pause(jonas)
  const told = async (first: First) => (await (await visit(first)).get('/')).text
  for (const first of ['Amira', 'Mia', 'Lena', 'Noor'] as const) expect(await told(first), first).toContain('A pause: no meetings until it ends')
  expect(await told('Kai')).not.toContain('A pause: no meetings until it ends')
  for (const first of ['Petra', 'Farid'] as const) expect(await told(first), first).not.toMatch(/A pause: no meetings|whether the pause can end/)
  await at('2026-12-08T09:00:00Z')
  for (const first of ['Kai', 'Amira'] as const) expect(await told(first), first).toContain('See whether the pause can end')
  expect(await told('Mia')).not.toContain('See whether the pause can end')
  await goOn(jonas)
  expect(await told('Mia')).toContain('It goes on after a pause')
  expect(await told('Amira')).not.toContain('It goes on after a pause')
})
