import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { First } from '../../database/seeds/cast.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { appoint, assign, endAssignment, teamOf } from '../access/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { loadDefinitions, offer } from '../programmes/index.ts'
import { strikeSession } from './mending.verbs.ts'
import { moveSession } from './moving/move-session.ts'
import { planSeries } from './plan-series.ts'
import { lastSessions } from './sessions.queries.ts'
import type { RecordSession } from './session.ts'
import { planSession, recordPlanned, takeOver } from './sessions.verbs.ts'

const project = join(import.meta.dirname, '../../definitions')
let own: string
beforeAll(async () => {
  own = await mkdtemp(join(tmpdir(), 'waymark-two-'))
  await mkdir(join(own, 'programmes'))
  // Entré, of which the service asks a year of training of whoever holds it.
  const entre = await readFile(join(project, 'programmes/entre.yaml'), 'utf8')
  await writeFile(join(own, 'programmes/two-therapists.yaml'), entre.replace('id: entre', 'id: two-therapists').replace('training: not_established', 'training: {lasts_months: 12, says: Method course}'))
  offer(await loadDefinitions([project, own]))
  await become('Ravi', async (work) => appoint(work, { colleagueId: await colleagueId('Petra'), role: 'facilitator' }))
})
afterEach(async () => { (await testHouse()).clock.now = testMoment })
afterAll(async () => {
  await rm(own, { recursive: true })
  await offerProgrammes()
})

const tuesdays = ['2026-12-01', '2026-12-08', '2026-12-15'].map((on) => ({ on: day(on), time: '10:00', minutes: 60, place: 'room B2' }))
const held: RecordSession = { on: day('2026-12-01'), time: '10:00', minutes: 60, place: 'room B2', state: 'held', done: 'We met, the two of us.' }
const by = <T>(first: First, { publicId }: Planned, what: (work: Work) => Promise<T>) => become(first, what, { about: publicId })
const seen = (person: Planned) => by('Kai', person, async (work) => (await lastSessions(work, person.id, 10)).toReversed())
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }

/** Amira plans three sessions, and Petra comes along. */
async function aSeriesOfTwo(programme = 'entre'): Promise<Planned> {
  const person = await aPlan({ programme })
  await by('Kai', person, async (work) => assign(work, { colleagueId: await colleagueId('Petra'), participantId: person.id, role: 'facilitator' }))
  if (programme === 'entre') await by('Amira', person, async (work) => planSeries(work, { meetings: tuesdays, secondId: await colleagueId('Petra') }))
  return person
}

const leaves = (first: First, person: Planned) => by('Kai', person, async (work) => {
  const id = await colleagueId(first)
  await endAssignment(work, (await teamOf(work, person.id)).find((one) => one.colleague_id === id)!.public_id)
})

test('it names on the page of the session who comes along, and lets them record it where the other one could not', async () => {
  const person = await aSeriesOfTwo()
  const [first] = await seen(person)
  await at('2026-12-01T12:00:00Z')
  const here = `/people/${person.publicId}/sessions/${first!.public_id}`
  const [petra, lena] = [await visit('Petra'), await visit('Lena')]
  const hers = (await petra.get(here)).text
  expect([hers.includes('Comes along'), hers.includes('Petra'), hers.includes(`${here}/record`), hers.includes(`${here}/move`)]).toEqual([true, true, true, false])
  expect((await lena.get(here)).text).not.toContain(`${here}/record`)
  // Past the verb, too, she writes it down and neither moves it nor calls it off.
  for (const set of [{ place: 'room C1' }, { starts_at: instant('2026-12-02T10:00:00Z') }, { state: 'called-off', cause: 'court' }]) {
    await expect(by('Petra', person, (work) => work.db.updateTable('sessions').set(set).where('id', '=', first!.id).execute())).rejects.toThrow('row-level security')
  }
  expect((await petra.send(`${here}/record`, { on: '2026-12-01', time: '10:00', minutes: '60', state: 'held', done: 'We met.' })).status).toBe(303)
  expect((await seen(person))[0]).toMatchObject({ state: 'held', author_id: await colleagueId('Amira') })
})

test('it lets whoever came along take the whole series over when the first one leaves, and comes along with nobody', async () => {
  const person = await aSeriesOfTwo()
  const [first] = await seen(person)
  await leaves('Amira', person)
  const petra = await visit('Petra')
  const hersBefore = (await petra.get('/')).text
  const form = `/people/${person.publicId}/sessions/${first!.public_id}/taking-over`
  expect([hersBefore.includes(form), hersBefore.includes('and 2 more were planned with it'), (await petra.get(form)).text.includes('2 sessions that were planned together')]).toEqual([true, true, true])
  expect((await petra.get((await petra.send(form, { following: 'true' })).location!)).text).toContain('3 sessions are yours now')
  expect((await seen(person)).map(({ author_id: author, second_id: second }) => [author, second])).toEqual(Array(3).fill([await colleagueId('Petra'), null]))
})

test('it takes over one alone where that is wanted', async () => {
  const person = await aSeriesOfTwo()
  const [, second] = await seen(person)
  await leaves('Amira', person)
  expect(await by('Petra', person, (work) => takeOver(work, second!.public_id))).toBe(1)
  expect((await seen(person)).map(({ author_id: author }) => author)).toEqual([await colleagueId('Amira'), await colleagueId('Petra'), await colleagueId('Amira')])
})

test('it leaves whoever came along their own words where the other one struck the meeting, and nobody else', async () => {
  const person = await aSeriesOfTwo()
  const first = (await seen(person))[0]!
  await at('2026-12-01T12:00:00Z')
  const here = `/people/${person.publicId}/sessions/${first.public_id}`
  await by('Amira', person, (work) => recordPlanned(work, first.public_id, { ...held, note: 'Hers alone.' }))
  const petra = await visit('Petra')
  expect((await petra.send(`${here}/note`, { note: 'He sang.\nTwice.' })).status).toBe(303)
  await become('Amira', (work) => strikeSession(work, first.public_id, { reason: 'It was somebody else.' }))
  expect((await petra.get(here)).status).toBe(404)
  const notice = /\/set-aside\/\w+/.exec((await petra.get('/')).text)![0]
  const told = (await petra.get(notice)).text
  expect(['What you wrote there yourself', 'He sang.\nTwice.', 'Hers alone.', 'We met, the two of us.'].map((words) => told.includes(words))).toEqual([true, true, false, false])
  const notes = (name: First) => by(name, person, async (work) => (await work.db.selectFrom('facilitator_notes').select('note').where('participant_id', '=', person.id).execute()).length)
  expect([await notes('Petra'), await notes('Noor')]).toEqual([1, 0])
  // Whoever struck it keeps what they wrote themself, and no more of the other one's note.
  expect(await notes('Amira')).toBe(1)
  const struck = (await (await visit('Amira')).get(here)).text
  expect(['Hers alone.', 'He sang.', 'is closed to you, too'].map((words) => struck.includes(words))).toEqual([true, false, true])
})

test('it says who still reads one\'s own words under what was struck, signed or a draft, and leads to them again after they were set aside', async () => {
  const person = await aSeriesOfTwo()
  const [first, second] = await seen(person)
  await at('2026-12-08T12:00:00Z')
  const [petra, amira, noor] = [await visit('Petra'), await visit('Amira'), await visit('Noor')]
  const list = `/people/${person.publicId}/sessions`
  const told = async (): Promise<string[]> => (await petra.get('/')).text.match(/\/set-aside\/\w+/g) ?? []
  const noticeOf = async (session: string, more: object) => {
    const before = await told()
    await by('Amira', person, (work) => recordPlanned(work, session, { ...held, note: 'Hers.' }))
    expect((await petra.send(`${list}/${session}/note`, { note: 'He sang.', ...more })).status).toBe(303)
    await become('Amira', (work) => strikeSession(work, session, { reason: 'It was somebody else.' }))
    return (await told()).find((one) => !before.includes(one))!
  }
  const signed = await noticeOf(first!.public_id, {})
  expect((await petra.get(signed)).text).toContain('so does a rights officer with an open request')
  const { rows } = await (await asSuperuser()).query(`select record, participant_ids from access_log where actor_name = 'Petra Holm' and door = 'GET /set-aside/{noticeId}' and $1 = any (object_ids)`, [signed.split('/').at(-1)])
  expect(rows).toEqual([{ record: 'facilitator_note', participant_ids: [person.id] }])
  expect((await petra.send(signed)).location).toBe('/')
  expect((await petra.get('/')).text).not.toContain(signed)
  for (const where of [list, `/people/${person.publicId}`]) {
    expect([(await petra.get(where)).text.includes(signed), (await noor.get(where)).text.includes('What you wrote there yourself')], where).toEqual([true, false])
    expect((await amira.get(where)).text).toContain(`href="${list}/${first!.public_id}">What you wrote there yourself`)
  }
  const draft = await noticeOf(second!.public_id, { isDraft: 'true' })
  const page = (await petra.get(draft)).text
  expect(['He sang.', 'you alone read it', 'rights officer'].map((words) => page.includes(words))).toEqual([true, true, false])
})

test('it lets nobody come along who works with the person no more', async () => {
  const person = await aSeriesOfTwo()
  await leaves('Petra', person)
  expect((await seen(person)).map(({ second_id: second }) => second)).toEqual([null, null, null])
})

test('it hands a mentor who takes over also what the session was planned for, so that it can be written down', async () => {
  const person = await aPlan()
  await put('plan_units', { id: await freshId(), public_id: `unit-${person.id}`, participant_id: person.id, plan_id: (await (await asSuperuser()).query<{ id: number }>('select id from plans where participant_id = $1', [person.id])).rows[0]!.id, unit_id: 'relations', about_the_offence: false, position: 1, reason: 'from the formulation', chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-20T09:00:00Z' })
  const session = await by('Mia', person, (work) => planSession(work, { ...tuesdays[0]!, units: ['relations'] }))
  await become('Ravi', async (work) => appoint(work, { colleagueId: await colleagueId('Otto'), role: 'mentor' }))
  await leaves('Mia', person)
  await by('Kai', person, async (work) => assign(work, { colleagueId: await colleagueId('Otto'), participantId: person.id, role: 'mentor' }))
  await by('Otto', person, (work) => takeOver(work, session))
  await at('2026-12-01T12:00:00Z')
  await by('Otto', person, (work) => recordPlanned(work, session, { ...held, units: ['relations'] }))
  const units = await by('Amira', person, (work) => work.db.selectFrom('session_units').select(['participant_id', 'planned', 'delivered']).where('participant_id', '=', person.id).execute())
  expect(units.map(({ planned, delivered }) => [planned, delivered])).toEqual([[true, true]])
})

test('it asks a second facilitator for the certificate too, for the days of the series and of a move, and says nothing else of theirs', async () => {
  const person = await aSeriesOfTwo('two-therapists')
  const certified = async (first: First, until: string | null) => put('certificates', { id: await freshId(), public_id: `of-${first}-${person.id}`, colleague_id: await colleagueId(first), programme: 'two-therapists', programme_role: 'therapist', title: 'Method course', issuer: 'The school', issued_on: '2026-01-10', expires_on: until, entered_at: '2026-01-10T09:00:00Z' })
  await certified('Amira', null)
  const series = async (meetings = tuesdays) => by('Amira', person, async (work) => planSeries(work, { meetings, secondId: await colleagueId('Petra') }))
  await expect(series()).rejects.toMatchObject({ code: 'session-second-without-certificate', field: 'meetings', values: { days: expect.stringContaining('8 December 2026') } })
  await certified('Petra', '2026-12-10')
  await expect(series()).rejects.toMatchObject({ code: 'session-second-without-certificate', values: { name: 'Petra Holm', days: '15 December 2026' } })
  expect(await series(tuesdays.slice(0, 2))).toBe(2)
  const [first] = await seen(person)
  const move = (on: string) => by('Amira', person, (work) => moveSession(work, first!.public_id, { ...tuesdays[0]!, on: day(on), cause: 'room' }))
  await expect(move('2026-12-14')).rejects.toMatchObject({ code: 'session-second-without-certificate', field: 'on' })
  expect(await move('2026-12-03')).toBe(1)
  const asked = (who: First) => by(who, person, async (work) => (await work.db.selectFrom('certificates').select('id').where('colleague_id', '=', await colleagueId('Petra')).execute()).length)
  expect(await asked('Amira')).toBe(0)
})
