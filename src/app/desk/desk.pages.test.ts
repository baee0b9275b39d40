import { beforeAll, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, becomeParticipant, offerProgrammes, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { raise, writeDown } from '../../complaints/index.ts'
import { recordConsent, recordRelease } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { makePlan } from '../../plans/index.ts'
import { planSession } from '../../sessions/index.ts'
import { dueFor } from './gathered.ts'

beforeAll(offerProgrammes)

test('it shows Mia her day, and sends a stranger to the sign-in', async () => {
  const mia = await visit('Mia')
  const day = await mia.get('/')
  expect(day.status).toBe(200)
  expect(day.text).toContain('My day')
  const stranger = await aVisitor()
  expect((await stranger.get('/')).location).toBe('/sign-in?next=%2F')
})

test('it shows one person to their mentor, with the team that can read this', async () => {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const page = await (await visit('Mia')).get(`/people/${jonas.publicId}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Jonas Lind')
  expect(page.text).toContain('Kai Nyberg (programme coordinator)')
  expect(page.text).toContain('<title>Person · Waymark</title>')
})

test('it answers for somebody else\'s person exactly as for nobody', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const amira = await visit('Amira')
  const others = await amira.get(`/people/${jonas.publicId}`)
  const nobodys = await amira.get('/people/0000000000000000')
  expect(others.status).toBe(404)
  expect(withoutTokens(others.text)).toBe(withoutTokens(nobodys.text))
  expect((await (await visit('Viktor')).get(`/people/${jonas.publicId}`)).status).toBe(404)
})

/** Every form carries a key of its own; everything else must be the same. */
function withoutTokens(html: string): string {
  return html.replaceAll(/value="[0-9a-z]{16}"/g, '')
}

test('it leaves nobody before an empty page: each role is told what they can do here', async () => {
  const told = [['Petra', 'the mentors you coach'], ['Otto', 'opened to you by name'], ['Hedda', 'about health'], ['Ivo', 'where you are needed'], ['Gro', 'you stand beside'], ['Farid', 'whom you meet'], ['Bea', 'share with the circle'],
    ['Noor', 'Assessments do not stand here yet'], ['Viktor', 'Make a referral'], ['Olga', 'figures'], ['Ravi', 'Keep accounts'], ['Ines', 'open inspection']] as const
  for (const [first, words] of told) {
    const visitor = await visit(first)
    const start = await visitor.get('/')
    expect((start.location ? await visitor.get(start.location) : start).text, first).toContain(words)
  }
})

test('it tells Mia to plan the next meeting where none lies ahead, and no more once one does', async () => {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  const step = `/people/${jonas.publicId}/sessions/plan`
  const mia = await visit('Mia')
  const before = (await mia.get('/')).text
  expect(before).toContain(step)
  expect(before).toContain('no meeting lies ahead')
  expect((await (await visit('Kai')).get('/')).text).not.toContain(step)
  await become('Mia', (work) => planSession(work, { on: day('2026-11-25'), time: '10:00', minutes: 60, place: 'room B2', units: [] }), about)
  expect((await mia.get('/')).text).not.toContain(step)
})

test('it gives a reason in words for everything that is due', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena'] })
  await becomeParticipant(jonas.id, (work) => raise(work, { kind: 'complaint', subject: 'worker', words: 'Nobody came.' }))
  for (const first of ['Kai', 'Amira', 'Mia', 'Lena', 'Rune', 'Dana'] as const) {
    const due = await become(first, dueFor)
    expect(due.filter(({ because, says }) => because.trim() === '' || says.trim() === ''), first).toEqual([])
    expect(due.map(({ on }) => on), first).toEqual(due.map(({ on }) => on).sort())
  }
  expect((await become('Rune', dueFor)).length).toBeGreaterThan(0)
})

test('it shows Rune what was promised, late first, and the log says that he looked at complaints', async () => {
  const jonas = await aParticipant({ number: 'FV-88001' })
  await become('Rune', (work) => writeDown(work, { number: 'FV-88001', kind: 'objection', subject: 'decision', words: 'I was never asked.', toldOn: day('2026-10-01') }))
  const rune = await visit('Rune')
  expect((await rune.get('/')).location).toBe('/promised')
  expect((await rune.get('/promised')).text).toMatch(/Waiting since before today[\s\S]*Answer: Objection, about a decision/)
  const own = (await (await visitAsParticipant(jonas)).get('/own/log')).text
  expect(own).toContain('looked at: complaints')
  expect((await (await visit('Mia')).get('/promised')).status).toBe(404)
})

test('it shows on one person\'s page what is next with them, also with others, the release and the plan, to whoever may read each', async () => {
  const jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Amira', 'Mia', 'Hedda', 'Lena'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  await become('Mia', (work) => planSession(work, { on: day('2026-11-25'), time: '10:00', minutes: 60, place: 'room B2', units: [] }), about)
  await become('Lena', (work) => recordRelease(work, { releaseOn: day('2027-04-14'), reason: 'term', authority: 'court' }), about)
  const address = `/people/${jonas.publicId}`
  const amira = (await (await visit('Amira')).get(address)).text
  for (const words of ['Session with Mia Juhl', 'room B2', 'Back on Track · Fjordvik prison', 'release planned 14 April 2027', '14 Apr<']) expect(amira, words).toContain(words)
  // Her own meeting stands there once, as her own step.
  const mia = (await (await visit('Mia')).get(address)).text
  expect(mia).not.toContain('Session with Mia Juhl')
  expect(mia).toContain('room B2')
  // Whoever may not know the dates of the plan or the release reads of neither.
  const hedda = (await (await visit('Hedda')).get(address)).text
  expect(hedda).toContain('Jonas Lind')
  for (const words of ['release planned', '14 Apr', 'Back on Track', 'Session with']) expect(hedda, words).not.toContain(words)
})
