import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'

beforeAll(offerProgrammes)

const fields = { on: '2026-11-23', time: '09:00', minutes: '60', place: 'room B2', state: 'held', done: 'We looked for a flat.' }

async function someoneTakingPart(): Promise<string> {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  return `/people/${jonas.publicId}/sessions`
}

test('it records a session with five fields and shows it on the person\'s page', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const saved = await mia.send(`${sessions}/new`, fields)
  expect(saved.status).toBe(303)
  expect((await mia.get(saved.location!)).text).toContain('We looked for a flat.')
  expect((await mia.get(sessions.replace('/sessions', ''))).text).toContain('1 held, 0 missed by the service')
})

test('it shows the form again with every fault at its field and every word kept', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const again = await mia.send(`${sessions}/new`, { ...fields, on: '2026-02-30', minutes: 'an hour', done: 'Ein Wort, كلمة, 🙂' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Day: there is no such day.')
  expect(again.text).toContain('Length: this should be a number')
  expect(again.text).toContain('Ein Wort, كلمة, 🙂')
})

test('it records once when the button is clicked twice', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const form = (await mia.get(`${sessions}/new`)).text
  const hidden = Object.fromEntries([...form.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const sent = { ...fields, ...hidden }
  const [one, other] = await Promise.all([mia.post(`${sessions}/new`, sent), mia.post(`${sessions}/new`, sent)])
  expect([one.status, other.status]).toEqual([303, 303])
  expect(one.location).toBe(other.location)
  expect((await mia.get(sessions.replace('/sessions', ''))).text).toContain('1 held')
})

test('it keeps a draft, finds it again, and lets it go when it is sent', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  await mia.send(`${sessions}/new`, { done: 'Half a sentence', _draft: 'true' })
  expect((await mia.get(`${sessions}/new`)).text).toContain('Half a sentence')
  await mia.send(`${sessions}/new`, fields)
  expect((await mia.get(`${sessions}/new`)).text).not.toContain('Half a sentence')
})

test('it answers the form of somebody else\'s person as if there were none', async () => {
  const sessions = await someoneTakingPart()
  const amira = await visit('Amira')
  expect((await amira.get(`${sessions}/new`)).status).toBe(404)
  const forged = await amira.send(`${sessions}/new`, fields, '/sign-in')
  expect(forged.status).toBe(404)
})
