import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, instant, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { House } from '../platform/open-work.ts'
import { makePlan } from '../plans/index.ts'

beforeAll(offerProgrammes)

const held = { on: '2026-11-20', time: '09:00', minutes: 60, state: 'held', done: 'We looked for a flat.', note: 'Calm today.' }

async function someoneTakingPart(): Promise<string> {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  return `/people/${jonas.publicId}/sessions`
}

test('it records, adds to the note and tells how late it was written, as the pages do', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const { id } = (await mia.api(sessions, held)).json as { id: string }
  await mia.api(`${sessions}/${id}/note/additions`, { addition: 'He rang.' })
  const whole = (await mia.api(`${sessions}/${id}`)).json as { daysLate: number, notes: { note: string, isAddition: boolean }[] }
  expect([whole.daysLate, whole.notes.map(({ note, isAddition }) => [note, isAddition])]).toEqual([3, [['Calm today.', false], ['He rang.', true]]])
  expect((await mia.api(sessions, held)).json).toMatchObject({ code: 'session-same-minute' })
})

test('it plans, calls off and records what was planned', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const plan = async (time: string) => ((await mia.api(`${sessions}/planned`, { on: '2026-11-24', time, minutes: 60 })).json as { id: string }).id
  const [one, other] = [await plan('10:00'), await plan('12:00')]
  expect((await mia.api(`${sessions}/${one}/calling-off`, { cause: 'room' })).json).toEqual({ done: true })
  expect((await mia.api(`${sessions}/${other}/record`, held)).json).toMatchObject({ state: 'held' })
  expect((await mia.api(sessions)).json).toMatchObject({ sessions: [{ state: 'called-off' }, { state: 'held' }] })
})

test('it answers whoever may not read of meetings as it answers about nobody, and those who may with what they may', async () => {
  const sessions = await someoneTakingPart()
  for (const who of ['Lena', 'Hedda', 'Viktor', 'Ravi', 'Cleo'] as const) {
    const [theirs, nobodys] = [await (await visit(who)).api(sessions), await (await visit(who)).api('/people/nobody0000000000/sessions')]
    expect([who, theirs.status, theirs.json]).toEqual([who, 404, nobodys.json])
  }
  for (const who of ['Kai', 'Amira', 'Mia'] as const) expect([who, (await (await visit(who)).api(sessions)).status]).toEqual([who, 200])
})

test('it makes a code for a paper form, finds its session by it, records from it, and ends it, for whoever made it alone', async () => {
  const sessions = await someoneTakingPart()
  const [before, amira] = [await visit('Mia'), await visit('Amira')]
  const { id } = (await before.api(`${sessions}/planned`, { on: '2026-11-23', time: '11:00', minutes: 60 })).json as { id: string }
  const here = `${sessions}/${id}/paper`
  const made = (await before.api(here, {})).json as { id: string, code: string, until: string }
  expect(made).toMatchObject({ code: expect.stringMatching(/^\w{4}-\w{4}$/) as string, until: '2026-11-30T10:00:00.000Z' })
  expect(((await before.api(here, {})).json as { code: string }).code).toBe(made.code)
  expect([(await amira.api(here, {})).status, (await amira.api('/papers', { code: made.code })).json]).toMatchObject([409, { code: 'paper-not-open' }])
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T12:00:00Z')
  const mia = await visit('Mia')
  expect((await mia.api('/papers', { code: made.code.toLowerCase() })).json).toEqual({ person: /people\/(\w+)/.exec(sessions)![1], session: id })
  const typed = { ...held, on: '2026-11-23', time: '11:05', paperOn: '2026-11-23' }
  expect((await mia.api(`${here}/record`, { ...typed, paperOn: '2026-11-22' })).json).toMatchObject({ code: 'paper-before-the-meeting' })
  expect((await mia.api(`${here}/record`, typed)).json).toMatchObject({ paper: made.id, session: { state: 'held', done: held.done, onPaper: [{ writtenOn: '2026-11-23', destroyedAt: null }] } })
  expect((await (await visit('Amira')).api(`/papers/${made.id}`, {})).status).toBe(404)
  expect((await mia.api(`/papers/${made.id}`, {})).json).toEqual({ done: true })
  expect((await mia.api('/papers', { code: made.code })).json).toMatchObject({ code: 'paper-not-open' })
  clock.now = testMoment
})

test('it strikes, and shows the team that something was struck', async () => {
  const sessions = await someoneTakingPart()
  const amira = await visit('Amira')
  const { id } = (await amira.api(sessions, held)).json as { id: string }
  expect((await (await visit('Mia')).api(`/sessions/${id}/striking`, { reason: 'Not mine' })).status).toBe(404)
  expect((await amira.api(`/sessions/${id}/striking`, { reason: 'Wrong file' })).json).toEqual({ told: 0, movedTo: null })
  const kai = (await (await visit('Kai')).api(sessions)).json as { sessions: unknown[], struck: { by: string }[] }
  expect([kai.sessions, kai.struck.map(({ by }) => by)]).toEqual([[], ['Amira Haddad']])
  expect((await (await visit('Kai')).api(`${sessions}/${id}`)).status).toBe(404)
})

test('it answers what was written, for each role exactly as it reads it afterwards', async () => {
  const sessions = await someoneTakingPart()
  const whole = { ...held, ownWords: 'I rang them.', homePractice: 'Ring again.', nextStep: 'The flat.', way: 'phone', place: 'B2' }
  const sent = [whole, { ...held, note: undefined }, { ...held, isDraft: true }, { on: '2026-11-21', minutes: 30, place: 'B2', state: 'missed', cause: 'lockdown', causeNote: 'The whole wing.', note: 'We waited.' }]
  for (const [hour, first] of [['10', 'Mia'], ['11', 'Amira']] as const) {
    const worker = await visit(first)
    for (const [place, one] of sent.entries()) {
      const answer = await worker.api(sessions, { ...one, time: `${hour}:${String(place * 10).padStart(2, '0')}` })
      expect([answer.status, answer.json]).toEqual([201, (await worker.api(`${sessions}/${(answer.json as { id: string }).id}`)).json])
    }
  }
})

test('it takes three trips to the database to record one: who it is, what it rests on, what is written with the line and the commit', async () => {
  const sessions = await someoneTakingPart()
  const mia = await visit('Mia')
  const { house } = await testHouse()
  const record = async (minute: number) => (await mia.api(sessions, { ...held, time: `12:0${minute}` })).status
  for (const minute of [0, 1, 2]) await record(minute)
  const counts = [await tripsOf(house, () => record(3)), await tripsOf(house, () => record(4))]
  // One more where a block of 64 ids is at its end.
  expect(Math.min(...counts)).toBe(3)
})

type Writing = Record<'_write' | '_writev', (...given: unknown[]) => void>

/** What a connection writes to: the driver's own types do not name it, so that it is there is asked and not believed. */
function streamOf(client: object): Writing {
  const stream = 'connection' in client && typeof client.connection === 'object' && client.connection !== null && 'stream' in client.connection ? client.connection.stream : undefined
  if (!isWriting(stream)) throw new Error('The driver of the database writes elsewhere now.')
  return stream
}

function isWriting(stream: unknown): stream is Writing {
  return typeof stream === 'object' && stream !== null && '_write' in stream && typeof stream._write === 'function' && '_writev' in stream && typeof stream._writev === 'function'
}

/** How often something is sent to the database meanwhile. */
async function tripsOf({ pool }: Pick<House, 'pool'>, run: () => Promise<number>): Promise<number> {
  const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()))
  let trips = 0
  const undo = clients.map((client) => {
    const stream = streamOf(client)
    const [one, many] = [stream._write, stream._writev]
    Object.assign(stream, { _write: (...given: unknown[]) => { trips += 1; one.apply(stream, given) }, _writev: (...given: unknown[]) => { trips += 1; many.apply(stream, given) } })
    return () => Object.assign(stream, { _write: one, _writev: many })
  })
  for (const client of clients) client.release()
  expect(await run()).toBe(201)
  for (const back of undo) back()
  return trips
}
