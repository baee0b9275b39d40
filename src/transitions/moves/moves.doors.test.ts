import { afterAll, beforeAll, expect, test } from 'vitest'
import { aParticipant, become, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { aPlan } from '../../../database/testing/a-plan.ts'
import { day } from '../../platform/day.ts'
import { recordRecall } from '../recall/recall.verbs.ts'

beforeAll(offerProgrammes)
afterAll(async () => { (await testHouse()).clock.now = testMoment })

const membersIn = (text: string) => [...text.matchAll(/name="team\.\d+\.assignment" value="(\w+)"/g)].map(([, assignment]) => assignment!)
const teamIn = (text: string, goes: string) => Object.fromEntries(membersIn(text).flatMap((assignment, place) => [[`team.${place}.assignment`, assignment], [`team.${place}.goes`, goes]]))
const unitIn = (text: string, name: string) => new RegExp(`<option value="(\\w+)"[^>]*>${name}`).exec(text)?.[1] ?? ''

test('it asks of everybody on the team whether they go on, keeps what was typed, and waits for the next unit in plain words', async () => {
  const jonas = await aParticipant()
  const at = `/people/${jonas.publicId}/moves`
  const lena = await visit('Lena')
  const form = (await lena.get(`${at}/transfer`)).text
  for (const name of ['Kai Nyberg, Programme coordinator', 'Amira Haddad, Therapist']) expect(form).toContain(name.split(',')[0])
  const sent = { to: unitIn(form, 'Havn probation office'), movesOn: '2026-11-23', reason: 'Nearer to the family', authority: 'Prison service' }
  const again = await lena.send(`${at}/transfer`, { ...sent, ...teamIn(form, '') })
  expect([again.status, again.text.includes('Nearer to the family')]).toEqual([422, true])
  expect((await lena.send(`${at}/transfer`, { ...sent, ...teamIn(form, 'on') })).status).toBe(303)
  expect((await lena.get(at)).text).toContain('Waits until Havn probation office says that it has them')
  const mia = await visit('Mia')
  const seen = (await mia.get(at)).text
  expect([seen.includes('From Fjordvik prison to Havn probation office'), seen.includes('Nearer to the family'), seen.includes('I know of it')]).toEqual([true, false, true])
  expect((await mia.get(`${at}/transfer`)).status).toBe(404)
  const own = await visitAsParticipant(jonas)
  const page = (await own.get('/own/changes')).text
  expect(page).toContain('Nearer to the family')
  expect(page).toContain('Planned. It counts from the moment in which Havn probation office says that you are there.')
  const kai = await visit('Kai')
  const taking = /href="([^"]+\/taking)"/.exec((await kai.get(at)).text)![1]!
  expect((await kai.get(taking)).text).toContain('We have them')
  expect([(await mia.get(taking)).status, (await lena.get(taking)).status]).toEqual([404, 404])
  expect((await kai.send(taking, {})).status).toBe(303)
  expect((await own.get('/own/changes')).text).toContain('You belong to Havn probation office since')
  expect((await kai.send(taking, {}, at)).status).toBe(404)
})

test('it shows a recall with both voices, to the mentor without why, and lets the person answer', async () => {
  const jonas = await aPlan({ releaseOn: '2026-12-01' })
  const early = (await (await visit('Lena')).get(`/people/${jonas.publicId}/moves/recall`)).text
  expect([early.includes('They are to be released on 1 December 2026'), early.includes('name="recalledOn"')]).toEqual([true, false])
  ;(await testHouse()).clock.now = instant('2026-12-15T09:00:00Z')
  await become('Lena', (work) => recordRecall(work, { recalledOn: day('2026-12-10'), authority: 'Parole board', reason: 'Did not live where he was to live.' }), { about: jonas.publicId })
  const [mia, amira, own] = [await visit('Mia'), await visit('Amira'), await visitAsParticipant(jonas)]
  expect((await own.send('/own/changes', { words: '' })).status).toBe(422)
  expect((await own.send('/own/changes', { words: 'I had told the office.' })).status).toBe(303)
  const at = `/people/${jonas.publicId}/moves`
  const [forMia, forAmira] = [(await mia.get(at)).text, (await amira.get(at)).text]
  expect([forMia.includes('Back in custody since 10 December 2026'), forMia.includes('Did not live'), forMia.includes('I had told')]).toEqual([true, false, false])
  expect([forAmira.includes('Did not live'), forAmira.includes('I had told the office.')]).toEqual([true, true])
  expect([forMia, forAmira, (await (await visit('Lena')).get(at)).text].map((page) => page.includes('I know of the recall'))).toEqual([true, true, false])
  expect((await mia.get(`${at}/recall`)).status).toBe(404)
})

test('it takes the same from programs, and gives who may not the answer of a stranger', async () => {
  const jonas = await aParticipant({ team: ['Lena', 'Mia'] })
  const [lena, mia] = [await visit('Lena'), await visit('Mia')]
  const form = (await lena.get(`/people/${jonas.publicId}/moves/transfer`)).text
  const [to, team] = [unitIn(form, 'Nordholm remand'), membersIn(form).map((assignment) => ({ assignment, goes: 'on' }))]
  const sent = { to, movesOn: '2026-12-01', reason: 'Trial', authority: 'Court', team }
  const path = `/people/${jonas.publicId}/transfers`
  expect((await mia.api(path, sent)).status).toBe(404)
  expect((await lena.api(path, { ...sent, team: [] })).status).toBe(409)
  expect((await lena.api(path, sent)).json).toMatchObject({ to: 'Nordholm remand', state: 'announced', reason: 'Trial' })
  expect((await mia.api(path)).json).toMatchObject({ transfers: [{ to: 'Nordholm remand', reason: null, authority: null }] })
  expect((await lena.get(`/people/${jonas.publicId}/moves/recall`)).text).toContain('name="releasedOn"')
  expect((await lena.api(`/people/${jonas.publicId}/recalls`, { recalledOn: '2026-11-20', authority: 'Court', reason: 'x' })).status).toBe(422)
})
