import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, instant, offerProgrammes, visit, visitAsParticipant, type Doing } from '../../database/testing/index.ts'
import { aPlan } from '../../database/testing/a-plan.ts'
import type { First } from '../../database/seeds/cast.ts'
import type { Work } from '../platform/work.ts'
import { noticeFor, notThen, sayTimes, shareTimes, writeNotice } from './index.ts'
import { versionsOf } from './notices.verbs.ts'
import { SayTimes } from './participants.input.ts'
import { timesOf } from './personal-times.verbs.ts'

type Person = { id: number, publicId: string }
const as = <T>(first: First, person: Person, run: (work: Work) => Promise<T>, doing: Doing = {}) => become(first, run, { about: person.publicId, ...doing })
const text = { kind: 'programme', written: 'Det er frivilligt.', easyRead: 'Du vælger.' } as const
/** A Friday, noon to two by the clock of the service. */
const friday = { weekday: '5', fromTime: '12:00', untilTime: '14:00', what: 'Friday prayer' }

test('it keeps every version of a text, and tells the latest in the person\'s language, English where there is none', async () => {
  for (const written of ['Det er frivilligt.', 'Du bestemmer selv.']) await become('Ravi', (work) => writeNotice(work, { ...text, language: 'da', written }))
  expect((await become('Amira', (work) => versionsOf(work, 'programme', 'da'))).map(({ version, written }) => [version, written])).toEqual([[3, 'Du bestemmer selv.'], [2, 'Det er frivilligt.'], [1, expect.stringContaining('dit eget valg at deltage')]])
  expect(await become('Amira', (work) => noticeFor(work, 'programme', ['so', 'da']))).toMatchObject({ language: 'da', version: 3 })
  expect(await become('Amira', (work) => noticeFor(work, 'family', ['so', 'ur']))).toMatchObject({ language: 'en', version: 1 })
  await become('Ravi', (work) => writeNotice(work, { ...text, language: 'en' }))
  expect((await become('Amira', (work) => versionsOf(work, 'programme', 'en'))).map(({ version }) => version)).toEqual([2, 1])
})

test('it is for the administrator to write a text; a coordinator reads it', async () => {
  await expect(become('Kai', (work) => writeNotice(work, { ...text, language: 'fr' }))).rejects.toMatchObject({ code: '42501' })
  const [kai, ravi] = [await visit('Kai'), await visit('Ravi')]
  expect([(await kai.get('/notices')).status, (await ravi.get('/notices')).status]).toEqual([404, 200])
  const page = await ravi.send('/notices/text', { kind: 'asking', language: 'ar', written: 'نص', easyRead: '' })
  expect([page.status, page.text.includes('نص')]).toEqual([422, true])
  expect((await ravi.send('/notices/text', { kind: 'asking', language: 'ar', written: 'نص', easyRead: 'نص سهل' })).status).toBe(303)
  expect((await ravi.get('/notices')).text).toContain('Arabic')
})

test('it asks with the text in the language chosen by name, and keeps which version was told, by whom and how', async () => {
  const person = await aParticipant({ languages: ['da'] })
  await become('Ravi', (work) => writeNotice(work, { ...text, kind: 'data', language: 'da' }))
  const kai = await visit('Kai')
  const at = `/people/${person.publicId}/consents`
  const page = await kai.get(`${at}?purpose=data&language=da`)
  expect(page.text).toContain('Det er frivilligt.')
  expect(page.text).toMatch(/<select[^>]*name="language"[\s\S]*?Danish/)
  expect((await kai.send(at, { purpose: 'data', answer: 'yes', way: 'easy-read', language: 'no such', answeredOn: '2026-11-23' })).status).toBe(422)
  await kai.send(at, { purpose: 'data', answer: 'yes', way: 'easy-read', language: 'da', answeredOn: '2026-11-23' })
  const after = (await kai.get(at)).text
  for (const words of ['easy to read', 'version 2 of the text in Danish', 'Kai Nyberg']) expect(after).toContain(words)
  expect((await kai.get(`${at}?purpose=research&language=so`)).text).toContain('There is no text in Somali yet')
})

test('it tells who plans "not then" and nothing else, on the person\'s weekday and hours alone', async () => {
  const person = await aParticipant()
  await becomeParticipant(person.id, (work) => sayTimes(work, SayTimes.parse(friday)))
  const asked = (first: First, from: string, until = from) => as(first, person, (work) => notThen(work, person.id, instant(from), instant(until)))
  expect(await asked('Mia', '2026-11-27T11:30:00Z')).toBe(true)
  expect(await asked('Kai', '2026-11-27T10:30:00Z', '2026-11-27T11:30:00Z')).toBe(true)
  for (const moment of ['2026-11-27T10:59:00Z', '2026-11-27T13:00:00Z', '2026-11-26T11:30:00Z']) expect(await asked('Mia', moment)).toBe(false)
  expect(await asked('Noor', '2026-11-27T11:30:00Z')).toBe(false)
  for (const first of ['Kai', 'Mia', 'Amira', 'Lena'] as const) expect(await as(first, person, (work) => timesOf(work, person.id))).toEqual([])
})

test('it shows times to the mentor once the person says so, and no longer when they take it back; a coordinator never', async () => {
  const person = await aParticipant()
  const times = (first: First) => as(first, person, (work) => timesOf(work, person.id)).then(({ length }) => length)
  const jonas = await visitAsParticipant(person)
  expect((await jonas.send('/own/times', { ...friday, untilTime: '11:00' })).text).toContain('not after the beginning')
  expect((await jonas.send('/own/times', friday)).location).toBe('/own/times')
  expect((await jonas.get('/own/times')).text).toContain('Friday prayer')
  expect((await jonas.send('/own/times/sharing', { mentor: 'true' }, '/own/times')).status).toBe(303)
  expect([await times('Mia'), await times('Amira'), await times('Kai')]).toEqual([1, 0, 0])
  const mia = await visit('Mia')
  expect((await mia.get(`/people/${person.publicId}/times`)).text).toContain('Friday prayer')
  await becomeParticipant(person.id, (work) => shareTimes(work, { facilitator: false, mentor: false }))
  expect([await times('Mia'), (await mia.get(`/people/${person.publicId}/times`)).status]).toEqual([0, 404])
  const ending = /\/own\/times\/\w{16}\/endings/.exec((await jonas.get('/own/times')).text)![0]
  const somebodyElse = await visitAsParticipant(await aParticipant())
  expect((await somebodyElse.send(ending, {}, '/own/times')).status).toBe(404)
  await jonas.send(ending, {}, '/own/times')
  expect((await jonas.get('/own/times')).text).not.toContain('Friday prayer')
})

test('it warns whoever plans a session then, plans it all the same, and says not why', async () => {
  await offerProgrammes()
  const person = await aPlan()
  await becomeParticipant(person.id, (work) => sayTimes(work, SayTimes.parse(friday)))
  const mia = await visit('Mia')
  const at = `/people/${person.publicId}/sessions`
  for (const [time, says] of [['11:30', true], ['15:00', false]] as const) {
    expect((await mia.send(`${at}/plan`, { on: '2026-11-27', time, minutes: '60', place: 'B2' })).location).toBe(at)
    const { text } = await mia.get(at)
    expect([text.includes('not then'), text.includes('prayer')]).toEqual([says, false])
  }
})
