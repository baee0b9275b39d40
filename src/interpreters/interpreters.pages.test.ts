import { beforeAll, expect, test } from 'vitest'
import { aPlan } from '../../database/testing/a-plan.ts'
import { become, offerProgrammes, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { sayNeeds } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { planSession } from '../sessions/index.ts'

beforeAll(offerProgrammes)

const idIn = (html: string, name: string, wanted: string) => new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?<option value="(\\w+)"[^>]*>${wanted}`).exec(html)?.[1] ?? ''

test('it is added, asked about, offered by telephone where one cannot be, booked, named on the person\'s page and theirs, and refused by them', async () => {
  const [kai, jonas] = [await visit('Kai'), await aPlan({ programme: 'entre' })]
  const about = { about: jonas.publicId }
  await become('Kai', (work) => sayNeeds(work, jonas.id, { languages: 'ar', needsInterpreter: true }), about)
  await become('Amira', (work) => planSession(work, { on: day('2026-11-25'), time: '10:00', minutes: 60, place: 'room B2' }), about)
  for (const name of ['Sara Nour', 'Omar Aziz']) expect((await kai.send('/interpreters/new', { name, reach: '+45 70 00 00 05', languages: ['ar'], gender: 'woman' })).status).toBe(303)
  expect((await kai.get('/interpreters')).text).toContain('Sara Nour')

  const amira = await visit('Amira')
  expect((await amira.get('/')).text).toContain('No interpreter booked')
  const [all, form] = [`/people/${jonas.publicId}/interpreters`, `/people/${jonas.publicId}/interpreters/new`]
  const { text } = await amira.get(form)
  const sent = { session: idIn(text, 'session', '.*25 November'), interpreter: idIn(text, 'interpreter', 'Sara Nour'), language: 'ar', how: 'in-person', isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' }
  const related = await amira.send(form, { ...sent, isRelative: 'yes' })
  expect(related.status).toBe(422)
  for (const words of ['Sara Nour is a relative', 'The next best: somebody else by telephone', 'Omar Aziz']) expect(related.text).toContain(words)
  expect((await amira.send(form, { ...sent, isPrisoner: '' })).status).toBe(422)
  expect((await amira.send(form, sent)).location).toBe(all)
  expect((await amira.get(all)).text).toContain('Sara Nour, in the room')
  expect((await amira.get(`/people/${jonas.publicId}`)).text).toContain('Sara Nour on')
  expect((await amira.send(form, sent)).status).toBe(409)
  expect((await amira.get(`/people/${jonas.publicId}/readers`)).text).toContain('Sara Nour, 25 November 2026')

  const own = await visitAsParticipant(jonas)
  const page = (await own.get('/own/interpreters')).text
  expect(page).toContain('Sara Nour, in the room')
  expect(page).not.toContain('Omar Aziz')
  expect((await own.get('/own/readers')).text).toContain('Sara Nour, 25 November 2026')
  expect((await own.send('/own/interpreters/refusals', { interpreter: idIn(page, 'interpreter', 'Sara Nour') }, '/own/interpreters')).location).toBe('/own/interpreters')
  expect((await amira.get(all)).text).toContain('called off: the person would rather have somebody else')
})

test('it calls off each booking ahead by itself, and keeps what was sent in its own', async () => {
  const [kai, tora] = [await visit('Kai'), await aPlan({ programme: 'entre' })]
  const about = { about: tora.publicId }
  await become('Kai', (work) => sayNeeds(work, tora.id, { languages: 'fa', needsInterpreter: true }), about)
  for (const on of ['2026-11-26', '2026-11-27']) await become('Amira', (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place: 'room B2' }), about)
  await kai.send('/interpreters/new', { name: 'Leyla Farahani', reach: '+45 70 00 00 07', languages: ['fa'] })
  const [all, form] = [`/people/${tora.publicId}/interpreters`, `/people/${tora.publicId}/interpreters/new`]
  const amira = await visit('Amira')
  for (const on of ['26 November', '27 November']) {
    const { text } = await amira.get(form)
    await amira.send(form, { session: idIn(text, 'session', `[^<]*${on}`), interpreter: idIn(text, 'interpreter', 'Leyla'), language: 'fa', how: 'in-person', isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' })
  }
  const ways = [...(await amira.get(all)).text.matchAll(/action="([^"]+\/cancellations)"/g)].map(([, way]) => way!)
  expect(ways).toHaveLength(2)
  const empty = await amira.send(ways[1]!, { why: '' }, all)
  expect(empty.status).toBe(422)
  expect(empty.text).toMatch(/<details[^>]*open[^>]*><summary>Call off the booking of 27 November/)
  expect((await amira.send(ways[1]!, { why: 'Ill.' }, all)).status).toBe(303)
  expect([...(await amira.get(all)).text.matchAll(/action="([^"]+\/cancellations)"/g)].map(([, way]) => way)).toEqual([ways[0]])
})

test('it opens to a mentor to read, and shows no door to book', async () => {
  const [mia, jonas] = [await visit('Mia'), await aPlan({ programme: 'entre' })]
  const all = `/people/${jonas.publicId}/interpreters`
  expect((await mia.get(all)).text).not.toContain('/interpreters/new')
  for (const path of [`${all}/new`, `${all}/wing`, '/interpreters/new']) expect((await mia.get(path)).status, path).toBe(404)
  expect((await (await visit('Viktor')).get('/interpreters')).status).toBe(404)
})
