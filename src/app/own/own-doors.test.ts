import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes, visit, visitAsParticipant, type Page, type Visitor } from '../../../database/testing/index.ts'
import { anAgreement } from '../../../database/testing/an-agreement.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { recordConsent } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { makePlan } from '../../plans/index.ts'
import { recordSession } from '../../sessions/index.ts'
import { apiDoorsOf, pageDoorsOf } from '../routes.ts'

// What a participant learns who types the number of something that is somebody else's: as much as of a number that is nobody's.
beforeAll(offerProgrammes)

const doors = [...pageDoorsOf(), ...apiDoorsOf().map((door) => ({ ...door, path: `/api${door.path}` }))]
const invented = 'zzzzzzzzzzzzzzzz'

/** Somebody of whom as much is there as their own pages can lead to, made as it is made every day. */
async function somebody(): Promise<{ own: Visitor, ids: Record<string, string> }> {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  await become('Mia', (work) => recordSession(work, { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'B2', state: 'held', done: 'Wrote two letters.', ownWords: '', note: '' }), about)
  const { id: agreementId } = await anAgreement({ jonas })
  const own = await visitAsParticipant(jonas)
  await own.send('/own/complaints/new', { kind: 'file', words: 'All that is written about me.' })
  await own.send('/own/measures/rulers', { question: 'How sure am I of the school?', value: '8' })
  await own.send('/own/times', { weekday: '5', fromTime: '12:00', untilTime: '13:00' })
  const idIn = async (table: string) => (await (await asSuperuser()).query<{ public_id: string }>(`select public_id from ${table} where participant_id = $1`, [jonas.id])).rows[0]!.public_id
  const ids = { participantId: jonas.publicId, agreementId, sessionId: await idIn('sessions'), complaintId: await idIn('complaints'), measureId: await idIn('measures'), timesId: await idIn('personal_times') }
  return { own, ids }
}

/** What came back, but for the number that was asked for and what is new in every form. */
function told(page: Page, path: string): unknown {
  const asked = path.split('/').filter((part) => /^[0-9a-z]{16}$/.test(part))
  const plain = asked.reduce((text, id) => text.replaceAll(id, 'it'), `${page.location ?? ''} ${page.text.replaceAll(/name="_once" value="[^"]*"/g, '')}`)
  return [page.status, plain, [...page.headers].filter(([name]) => name !== 'content-length')]
}

test('it tells a participant of what is somebody else\'s exactly what it tells of what is nobody\'s, at every door', async () => {
  const [jonas, tora] = [await somebody(), await somebody()]
  const token = /name="_token" value="([^"]+)"/.exec((await jonas.own.get('/own')).text)![1]!
  const knock = ({ method, path }: { method: string, path: string }) => {
    if (path.startsWith('/api/')) return jonas.own.api(path.slice('/api'.length), method === 'get' ? undefined : {})
    return method === 'get' ? jonas.own.get(path) : jonas.own.post(path, { _token: token })
  }
  const named = doors.filter(({ path }) => path.includes('{') && !path.startsWith('/programmes') && !path.startsWith('/api/programmes'))
  const unlike: string[] = []
  for (const { method, path } of named) {
    const [theirs, nobodys] = [path.replaceAll(/\{(\w+)\}/g, (_, name: string) => tora.ids[name] ?? invented), path.replaceAll(/\{\w+\}/g, invented)]
    const [one, other] = await Promise.all([theirs, nobodys].map(async (at) => told(await knock({ method, path: at }), at)))
    if (JSON.stringify(one) !== JSON.stringify(other)) unlike.push(`${method} ${path}`)
  }
  expect(named.length).toBeGreaterThan(300)
  expect(unlike).toEqual([])
}, 120_000)

test('it would notice: their own they are shown, at the same doors', async () => {
  const { own, ids } = await somebody()
  for (const path of [`/own/sessions/${ids['sessionId']}`, `/own/agreements/${ids['agreementId']}`, `/own/complaints/${ids['complaintId']}`, `/own/measures/${ids['measureId']}/taking-back`]) {
    const page = await own.get(path)
    expect([path, page.status]).toEqual([path, 200])
    expect(told(page, path)).not.toEqual(told(await own.get(path.replace(/[0-9a-z]{16}/, invented)), path))
  }
  expect((await (await visit('Amira')).get(`/own/sessions/${ids['sessionId']}`)).status).toBe(404)
})
