import { afterAll, beforeAll, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, instant, offerProgrammes, testHouse, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { asSuperuser, freshId } from '../../../database/testing/superuser.ts'
import { appoint, assign } from '../../access/index.ts'
import { recordConsent } from '../../participants/index.ts'
import { dayAt, day, timeAt } from '../../platform/day.ts'
import { makePlan } from '../../plans/index.ts'
import { makePaper } from '../paper/paper.verbs.ts'
import { planSeries } from '../plan-series.ts'
import type { MoveSession } from '../session.ts'
import { lastSessions } from '../sessions.queries.ts'
import { sessionsDue } from '../sessions.glance.tsx'
import { callOff, planSession, recordSession } from '../sessions.verbs.ts'
import { moveSession } from './move-session.ts'
import { missedToCatchUp, movesOf } from './moving.queries.ts'

beforeAll(offerProgrammes)
afterAll(async () => { await (await asSuperuser()).query(`update services set holidays = '{}'`) })

async function someoneTakingPart() {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  return { ...jonas, about }
}

const tuesdays = ['2026-12-01', '2026-12-08', '2026-12-15'].map((on) => ({ on: day(on), time: '10:00', minutes: 60, place: 'room B2' }))
const elsewhere: MoveSession = { on: day('2026-12-03'), time: '11:30', minutes: 60, place: 'room B2', cause: 'no-escort' }

async function aSeries() {
  const jonas = await someoneTakingPart()
  await become('Amira', (work) => planSeries(work, { meetings: tuesdays }), jonas.about)
  const sessions = await become('Amira', (work) => lastSessions(work, jonas.id, 10), jonas.about)
  return { jonas, sessions: sessions.toReversed() }
}

const liesAt = (jonas: { id: number, about: object }) => become('Amira', async (work) => (await lastSessions(work, jonas.id, 10)).toReversed()
  .map(({ starts_at: at }) => `${dayAt(at, work.timeZone)} ${timeAt(at, work.timeZone)}`), jonas.about)

test('it moves one session, keeps where it lay with whose cause it was, and shows both to Jonas and to the case manager', async () => {
  const { jonas, sessions } = await aSeries()
  const session = sessions[0]!
  expect(await become('Amira', (work) => moveSession(work, session.public_id, elsewhere), jonas.about)).toBe(1)
  expect(await liesAt(jonas)).toEqual(['2026-12-03 11:30', '2026-12-08 10:00', '2026-12-15 10:00'])
  const kept = await become('Lena', (work) => movesOf(work, session.id), jonas.about)
  expect(kept.map(({ from_at, cause, by }) => [from_at, cause, by?.split(' ')[0]])).toEqual([[session.starts_at, 'no-escort', 'Amira']])
  expect((await becomeParticipant(jonas.id, (work) => movesOf(work, session.id), jonas.about)).length).toBe(1)
  expect((await (await visitAsParticipant(jonas)).get('/own/sessions')).text).toContain('moved from 1 December 2026 at 10:00')
})

test('it moves those that follow as far, by as many days and minutes, and all or none', async () => {
  const { jonas, sessions } = await aSeries()
  expect(await become('Amira', (work) => moveSession(work, sessions[1]!.public_id, { ...elsewhere, on: day('2026-12-10'), following: true }), jonas.about)).toBe(2)
  expect(await liesAt(jonas)).toEqual(['2026-12-01 10:00', '2026-12-10 11:30', '2026-12-17 11:30'])
  await become('Amira', (work) => planSession(work, { on: day('2026-12-24'), time: '11:30', minutes: 60, place: '' }), jonas.about)
  await expect(become('Amira', (work) => moveSession(work, sessions[1]!.public_id, { ...elsewhere, on: day('2026-12-17'), following: true }), jonas.about)).rejects.toThrow('session-move-same-minute')
  expect((await liesAt(jonas)).slice(1, 3)).toEqual(['2026-12-10 11:30', '2026-12-17 11:30'])
})

test('it moves a whole series by one week, each onto the day of the next', async () => {
  const { jonas, sessions } = await aSeries()
  expect(await become('Amira', (work) => moveSession(work, sessions[0]!.public_id, { ...elsewhere, on: day('2026-12-08'), time: '10:00', following: true }), jonas.about)).toBe(3)
  expect(await liesAt(jonas)).toEqual(['2026-12-08 10:00', '2026-12-15 10:00', '2026-12-22 10:00'])
})

test('it names the holidays that following ones would land on, and moves with a tick', async () => {
  const { jonas, sessions } = await aSeries()
  await (await asSuperuser()).query(`update services set holidays = '{2026-12-17}'`)
  const amira = await visit('Amira')
  const here = `/people/${jonas.publicId}/sessions/${sessions[0]!.public_id}/move`
  expect((await amira.get(here)).text).toContain('2 sessions that were planned together with this one')
  const sent = { on: '2026-12-03', time: '10:00', minutes: '60', place: 'room B2', cause: 'room', following: 'true' }
  const asked = await amira.send(here, sent)
  expect([asked.status, asked.text.includes('On a holiday of the service: 17 December 2026.'), asked.text.includes('name="onHoliday"')]).toEqual([422, true, true])
  expect((await amira.send(here, { ...sent, onHoliday: 'true' })).status).toBe(303)
  expect(await liesAt(jonas)).toEqual(['2026-12-03 10:00', '2026-12-10 10:00', '2026-12-17 10:00'])
  await (await asSuperuser()).query(`update services set holidays = '{}'`)
})

test('it keeps the room only where nobody else is in it, says when it is taken, and moves to another place', async () => {
  const [jonas, other] = [await aSeries(), await aSeries()]
  const superuser = await asSuperuser()
  const room = await freshId()
  await superuser.query(`insert into rooms (id, public_id, unit_id, name, holds) values ($1, $2, (select min(id) from units), $3, 4)`, [room, `room-${room}`, `B2 ${room}`])
  await superuser.query('update sessions set room_id = $1 where id = any ($2)', [room, [jonas.sessions[0]!.id, other.sessions[1]!.id]])
  const move = (to: Partial<MoveSession>) => become('Amira', (work) => moveSession(work, jonas.sessions[0]!.public_id, { ...elsewhere, on: day('2026-12-08'), time: '10:30', ...to }), jonas.jonas.about)
  await expect(move({})).rejects.toMatchObject({ code: 'session-move-room-taken', values: { when: expect.stringContaining('8 December 2026') as string } })
  expect(await move({ time: '11:00' })).toBe(1)
  expect(await move({ time: '10:30', place: 'the library' })).toBe(1)
})

test('it takes a paper form along to where the session is moved', async () => {
  const { jonas, sessions } = await aSeries()
  const id = sessions[0]!.public_id
  const until = () => become('Amira', async (work) => (await makePaper(work, id)).expires_at, jonas.about)
  expect(await until()).toBe('2026-12-08T09:00:00.000Z')
  await become('Amira', (work) => moveSession(work, id, { ...elsewhere, on: day('2027-01-20'), time: '10:00' }), jonas.about)
  expect(await until()).toBe('2027-01-27T09:00:00.000Z')
})

test('it moves nothing of another, nothing that has begun, nowhere, and not without a cause', async () => {
  const { jonas, sessions } = await aSeries()
  const id = sessions[0]!.public_id
  await expect(become('Mia', (work) => moveSession(work, id, elsewhere), jonas.about)).rejects.toThrow('not-found')
  await expect(become('Lena', (work) => moveSession(work, id, elsewhere), jonas.about)).rejects.toThrow('session-not-yours')
  await expect(become('Amira', (work) => moveSession(work, id, { ...elsewhere, on: day('2026-12-01'), time: '10:00' }), jonas.about)).rejects.toThrow('session-moves-to-where-it-is')
  await expect(become('Amira', (work) => moveSession(work, id, { ...elsewhere, on: day('2026-11-20') }), jonas.about)).rejects.toThrow('session-planned-in-the-past')
  const amira = await visit('Amira')
  const door = `/people/${jonas.publicId}/sessions/${id}/moves`
  expect((await amira.api(door, { ...elsewhere, cause: undefined })).status).toBe(422)
  expect((await amira.api(door, elsewhere)).json).toEqual({ moved: 1 })
  expect((await amira.api(door)).json).toMatchObject({ moves: [{ cause: 'no-escort', fromPlace: 'room B2' }] })
})

test('it plans a session that catches up on a missed one, once, and says so on both', async () => {
  const jonas = await someoneTakingPart()
  await become('Amira', (work) => recordSession(work, { on: day('2026-11-20'), time: '09:00', minutes: 60, place: '', state: 'missed', cause: 'lockdown' }), jonas.about)
  const [missed] = await become('Amira', (work) => missedToCatchUp(work, jonas.id), jonas.about)
  const again = { on: day('2026-12-02'), time: '09:00', minutes: 60, place: '', catchesUp: missed!.public_id }
  const made = await become('Amira', (work) => planSession(work, again), jonas.about)
  await expect(become('Amira', (work) => planSession(work, { ...again, time: '13:00' }), jonas.about)).rejects.toThrow('session-catches-up-on-nothing')
  const amira = await visit('Amira')
  const pages = [made, missed!.public_id].map((id) => amira.get(`/people/${jonas.publicId}/sessions/${id}`))
  expect((await Promise.all(pages)).map(({ text }) => text.includes('catches up on the session missed') || text.includes('It is caught up on'))).toEqual([true, true])
})

test('it plans a series with a second facilitator of the team, who finds it in their day and sees it move; with nobody else', async () => {
  const jonas = await someoneTakingPart()
  const [mia, amira] = [await colleagueId('Mia'), await colleagueId('Amira')]
  await expect(become('Amira', (work) => planSeries(work, { meetings: tuesdays, secondId: mia }), jonas.about)).rejects.toThrow('session-second-not-there')
  await expect(become('Amira', (work) => planSeries(work, { meetings: tuesdays, secondId: amira }), jonas.about)).rejects.toThrow('session-second-not-there')
  await expect(become('Amira', (work) => planSeries(work, { meetings: [] }), jonas.about)).rejects.toThrow('session-series-empty')
  const petra = await colleagueId('Petra')
  await become('Ravi', (work) => appoint(work, { colleagueId: petra, role: 'facilitator' }))
  await become('Kai', (work) => assign(work, { colleagueId: petra, participantId: jonas.id, role: 'facilitator' }), jonas.about)
  expect(await become('Amira', (work) => planSeries(work, { meetings: tuesdays, secondId: petra }), jonas.about)).toBe(3)
  const [session] = (await become('Amira', (work) => lastSessions(work, jonas.id, 10), jonas.about)).toReversed()
  await become('Amira', (work) => moveSession(work, session!.public_id, elsewhere), jonas.about)
  const hers = (await (await visit('Petra')).get('/')).text
  expect([hers.includes(session!.public_id), hers.includes('moved from 1 December 2026 at 10:00')]).toEqual([true, true])
  const [, next] = (await become('Amira', (work) => lastSessions(work, jonas.id, 10), jonas.about)).toReversed()
  await become('Amira', (work) => callOff(work, next!.public_id, { cause: 'no-escort' }), jonas.about)
  const told = (first: 'Petra' | 'Amira') => become(first, async (work) => (await sessionsDue(work)).filter(({ says }) => says.includes('come along')).map(({ says }) => says), jonas.about)
  expect(await told('Petra')).toEqual(['A session in which you come along was moved', 'A session in which you come along was called off'])
  expect(await told('Amira')).toEqual([])
  const hersNow = (await (await visit('Petra')).get('/')).text
  expect([hersNow.includes('from 1 December 2026 at 10:00 to 3 December 2026 at 11:30'), hersNow.includes('it was to be on 8 December 2026 at 10:00')]).toEqual([true, true])
  const house = await testHouse()
  const before = house.clock.now
  house.clock.now = instant('2026-12-01T20:00:00Z')
  expect(await told('Petra')).toEqual([])
  house.clock.now = before
})
