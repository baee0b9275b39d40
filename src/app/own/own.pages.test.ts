import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { recordConsent } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { addAim, makePlan } from '../../plans/index.ts'
import { recordSession } from '../../sessions/index.ts'

beforeAll(offerProgrammes)

const session = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2' }

async function someoneWithAPlan() {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Amira', 'Mia'] })
  const about = { about: jonas.publicId }
  const plan = await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    return makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  await become('Amira', (work) => addAim(work, plan, { aim: 'A room of his own', reason: 'He says so.' }), about)
  await become('Mia', (work) => recordSession(work, { ...session, state: 'held', done: 'We wrote to two offices.', ownWords: 'I can ring them.', note: 'Calm today.' }), about)
  return jonas
}

test('it lets a person read their own plan and meetings, notes included, and names neither them nor a programme before they ask', async () => {
  const jonas = await someoneWithAPlan()
  const own = await visitAsParticipant(jonas)
  const start = (await own.get('/own')).text
  expect(start).not.toContain('Jonas Lind')
  expect(start).not.toContain('Back on Track')
  const plan = (await own.get('/own/plan')).text
  expect(plan).toContain('A room of his own')
  expect(plan).toContain('<title>Information</title>')
  const list = (await own.get('/own/sessions')).text
  expect(list).not.toContain('We wrote to two offices.')
  const one = (await own.get(/href="(\/own\/sessions\/\w+)"/.exec(list)![1]!)).text
  for (const words of ['We wrote to two offices.', 'I can ring them.', 'Calm today.', 'Mia Juhl']) expect(one).toContain(words)
})

test('it shows nobody the meetings of somebody else, and no colleague these pages', async () => {
  const jonas = await someoneWithAPlan()
  const list = (await (await visitAsParticipant(jonas)).get('/own/sessions')).text
  const address = /href="(\/own\/sessions\/\w+)"/.exec(list)![1]!
  const other = await visitAsParticipant(await someoneWithAPlan())
  expect((await other.get(address)).status).toBe(404)
  expect((await (await visit('Amira')).get(address)).status).toBe(404)
})

test('it puts what waits for the person above their appointments, until they have answered', async () => {
  const jonas = await someoneWithAPlan()
  const own = await visitAsParticipant(jonas)
  const next = async () => /<ul class="due">[\s\S]*?<\/ul>/.exec((await own.get('/own')).text)?.[0] ?? ''
  expect(await next()).not.toContain('/own/agreements')
  const mia = await visit('Mia')
  const form = (await mia.get(`/people/${jonas.publicId}/agreements/new`)).text
  const herself = /name="parties" value="([^"]+)"[^>]*checked/.exec(form)?.[1] ?? ''
  expect((await mia.send(`/people/${jonas.publicId}/agreements/new`, { purpose: 'mentoring', parties: herself, 'clauses.0.text': 'We meet.' })).status).toBe(303)
  expect(await next()).toMatch(/href="\/own\/agreements"[\s\S]*something waits for me/)
  const path = /href="(\/own\/agreements\/\w+)"/.exec((await own.get('/own/agreements')).text)?.[1] ?? ''
  expect((await own.send(`${path}/answer`, { version: '1', answer: 'refused' })).status).toBe(303)
  expect(await next()).not.toContain('/own/agreements')
})

test('it leaves nothing on a shared machine: not in the browser, not by going back, not in the language of the next', async () => {
  for (const leaving of ['sign-out', 'hide'] as const) {
    const own = await visitAsParticipant(await aParticipant({ name: 'Jonas Lind' }))
    await own.send('/language', { language: 'qps' }, '/own')
    const page = await own.get('/own')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const left = leaving === 'sign-out' ? await own.send('/sign-out', {}, '/own') : await own.get('/hidden')
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    // What stays says that this is a shared machine, and once that somebody signed out: nothing of whom.
    const ofNobody = ['__Host-said', '__Host-shared-device']
    expect([...own.cookies.entries()].filter(([name, value]) => value !== '' && !ofNobody.includes(name)), leaving).toEqual([])
    expect((await own.get('/own')).location).toContain('/sign-in')
  }
})

test('it hides by a link and by a key of the keyboard, without script, and leads to a page that says nothing of anybody', async () => {
  const own = await visitAsParticipant(await aParticipant({ name: 'Jonas Lind' }))
  const page = (await own.get('/own')).text
  expect(page).toMatch(/<a [^>]*href="\/hidden"[^>]*accesskey="x"/)
  const hidden = await own.get('/hidden')
  expect(hidden.location).toBe('/information')
  const neutral = (await own.get('/information')).text
  for (const words of ['Waymark', 'Jonas', 'programme', 'agreement']) expect(neutral).not.toContain(words)
})

test('it shows one place for what somebody does not agree with, and how much of it waits', async () => {
  const own = await visitAsParticipant(await aParticipant({ name: 'Jonas Lind' }))
  expect((await own.get('/own')).text).toContain('/own/complaints')
  await own.send('/own/complaints/new', { kind: 'file', words: 'All that is written about me.' })
  expect((await own.get('/own')).text).toContain('1 waits for an answer')
})
