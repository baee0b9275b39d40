import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { aParticipant, become, becomeParticipant, colleagueId, offerProgrammes, unitId, visit, type Visitor } from '../../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import { appoint, assign } from '../../access/index.ts'
import { recordConsent, sayTimes } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import { chooseFit, makePlan } from '../../plans/index.ts'
import { planSession } from '../../sessions/index.ts'
import { sayAway, sayHours } from '../settings/settings.verbs.ts'
import { proposeSeries } from './propose-series.ts'

// What a proposal has to respect, each by itself: it keeps to it where there is another way, and says it in words where there is none.

let [amira]: Visitor[] = []
beforeAll(async () => {
  await offerProgrammes()
  amira = await visit('Amira')
})
const empty = `delete from working_hours; delete from days_away; delete from regime_hours; update sessions set room_id = null, state = case when state = 'planned' then 'called-off' else state end; delete from rooms; delete from ways_between; update services set holidays = '{}'`
const clear = async () => { await (await asSuperuser()).query(empty) }
beforeEach(clear)
afterAll(clear)

const inPrison = () => unitId('Fjordvik prison')
const about = ({ publicId }: Pick<Planned, 'publicId'>) => ({ about: publicId, does: 'collect' as const })
const week = { from: day('2026-11-30'), weeks: 1, aWeek: 1 }
const when = async (person: Planned, more: object = {}) => (await become('Amira', (work) => proposeSeries(work, { ...week, ...more }), about(person))).meetings.map(({ on, time, room }) => [on, time, room?.name].filter(Boolean).join(' '))
const said = async (person: Planned, more = '') => (await amira!.get(`/people/${person.publicId}/series?from=2026-11-30&weeks=1&${more.includes('aWeek') ? '' : 'aWeek=1'}${more}`)).text
const works = (first: 'Amira' | 'Ulla', ...hours: [weekday: '1' | '2' | '5', fromTime: string, untilTime: string][]) => become(first, async (work) => { for (const [weekday, fromTime, untilTime] of hours) await sayHours(work, { weekday, fromTime, untilTime }) })
const row = async (sql: string, values: unknown[]) => { await (await asSuperuser()).query(sql, values) }
const roomFor = async (id: number, name: string, holds: number) => row('insert into rooms (id, public_id, unit_id, name, holds) values ($1, $2, $3, $4, $5)', [id, `room-${id}`, await inPrison(), name, holds])

async function somebodyElse(unit = 'Fjordvik prison') {
  const other = await aParticipant({ unit, team: ['Kai', 'Amira', 'Mia'] })
  await become('Kai', async (work) => {
    await recordConsent(work, other.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about(other))
  return other
}

test('it leaves a Friday prayer alone, and says that the person would not be met then, never why', async () => {
  const jonas = await aPlan()
  await becomeParticipant(jonas.id, (work) => sayTimes(work, { weekday: '5', fromTime: '11:00', untilTime: '15:00', what: 'Prayer' }), about(jonas))
  await works('Amira', ['5', '12:00', '16:00'])
  expect(await when(jonas)).toEqual(['2026-12-04 15:00'])
  const page = await said(jonas, '&minutes=90')
  expect(page).toContain('In the way: times at which the person does not want to be met.')
  expect(page).toContain('More would fit if the person agreed to that time: ask them.')
  expect(page).not.toContain('Prayer')
})

test('it meets people when their unit can be entered, and says so where that is too short', async () => {
  const jonas = await aPlan()
  await row(`insert into regime_hours (id, public_id, unit_id, weekday, from_time, until_time) values (9200001, 'regime-1', $1, 2, '13:00', '14:00')`, [await inPrison()])
  expect(await when(jonas)).toEqual(['2026-12-01 13:00'])
  const page = await said(jonas, '&minutes=90')
  expect(page).toMatch(/In the way: [^.]*when people of the unit can be met/)
  expect(page).toContain('More would fit if the unit opened another time.')
})

test('it takes a room that is free and large enough, and says where all are taken', async () => {
  const [jonas, other] = [await aPlan(), await somebodyElse()]
  await roomFor(9200011, 'A1', 2)
  await works('Amira', ['1', '09:00', '11:00'])
  await become('Mia', (work) => planSession(work, { on: day('2026-11-30'), time: '09:00', minutes: 60, place: 'A1' }), about(other))
  await row('update sessions set room_id = 9200011 where participant_id = $1', [other.id])
  expect(await when(jonas)).toEqual(['2026-11-30 10:00 A1'])
  const page = await said(jonas, '&minutes=120')
  expect(page).toContain('In the way: no free room.')
  expect(page).toContain('More would fit if another room were free.')
  await roomFor(9200012, 'Large', 3)
  expect(await when(jonas, { minutes: 120 })).toEqual(['2026-11-30 09:00 Large'])
})

test('it leaves the way from another unit, and says that an appointment with the way to it is what stands there', async () => {
  const [jonas, outside] = [await aPlan(), await somebodyElse('Østby probation office')]
  await works('Amira', ['1', '09:00', '11:30'])
  await become('Amira', (work) => planSession(work, { on: day('2026-11-30'), time: '09:00', minutes: 60, place: '' }), about(outside))
  expect(await when(jonas)).toEqual(['2026-11-30 10:00'])
  const [prison, office] = [await inPrison(), await unitId('Østby probation office')]
  const way = (minutes: number) => row('insert into ways_between (from_unit_id, to_unit_id, minutes) values (least($1::int, $2::int), greatest($1::int, $2::int), $3) on conflict (from_unit_id, to_unit_id) do update set minutes = excluded.minutes', [prison, office, minutes])
  await way(30)
  expect(await when(jonas)).toEqual(['2026-11-30 10:30'])
  await way(45)
  expect(await when(jonas)).toEqual([])
  expect(await said(jonas)).toContain('In the way: other appointments of yours, with the way to and from them.')
})

test('it meets with two only when both work and are free, and says whose times they are', async () => {
  const jonas = await aPlan()
  const ulla = await colleagueId('Ulla')
  await become('Ravi', (work) => appoint(work, { colleagueId: ulla, role: 'facilitator' }))
  await become('Kai', (work) => assign(work, { colleagueId: ulla, participantId: jonas.id, role: 'facilitator' }), about(jonas))
  const second = await become('Amira', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', ulla).executeTakeFirstOrThrow()).public_id)
  await works('Amira', ['1', '09:00', '12:00'], ['2', '09:00', '10:00'])
  await works('Ulla', ['1', '11:00', '15:00'])
  expect(await when(jonas, { second })).toEqual(['2026-11-30 11:00'])
  const page = await said(jonas, `&minutes=90&second=${second}`)
  expect(page).toContain('hours or days of the second facilitator')
  expect(page).toContain('More would fit if')
  await become('Ulla', (work) => sayAway(work, { fromOn: day('2026-11-30'), untilOn: day('2026-11-30') }))
  expect(await when(jonas, { second })).toEqual([])
  expect(await said(jonas, `&second=${second}`)).toContain('you met without the second facilitator')
})

test('it keeps holidays free, and says which kind of day stands in the way', async () => {
  const jonas = await aPlan()
  await works('Amira', ['1', '09:00', '10:00'])
  await row(`update services set holidays = '{2026-11-30}'`, [])
  expect(await when(jonas)).toEqual([])
  const page = await said(jonas)
  expect(page).toContain('In the way: a holiday.')
  expect(page).toContain('you met on the holiday, by planning that one by hand')
})

test('it stops at release until it is decided to go on after it; then it goes on outside, without the unit\'s hours and rooms', async () => {
  const jonas = await aPlan({ releaseOn: '2026-12-02' })
  await roomFor(9200021, 'A1', 2)
  await row(`insert into regime_hours (id, public_id, unit_id, weekday, from_time, until_time) values (9200022, 'regime-2', $1, 1, '09:00', '10:00')`, [await inPrison()])
  await works('Amira', ['1', '09:00', '10:00'], ['5', '14:00', '15:00'])
  expect(await when(jonas, { aWeek: 2 })).toEqual(['2026-11-30 09:00 A1'])
  expect(await said(jonas, '&aWeek=2')).toContain('it were decided on the plan to go on after release')
  await become('Kai', (work) => chooseFit(work, jonas.planId, { choice: 'continue-outside', reason: 'She wants to.' }), about(jonas))
  expect(await when(jonas, { aWeek: 2 })).toEqual(['2026-11-30 09:00 A1', '2026-12-04 14:00'])
  const page = await said(jonas, '&aWeek=2')
  expect(page).toContain('after release, its place is outside')
  expect(page).toContain('it was decided to go on after it')
  await row(`update releases set release_on = '2026-12-03' where participant_id = $1`, [jonas.id])
  expect(await when(jonas, { aWeek: 2 })).toEqual(['2026-11-30 09:00 A1'])
})

test('it meets whoever is released outside, in the hours and rooms of their unit there, and goes on by itself where the programme counts no sessions', async () => {
  const [jonas, mentored] = [await aPlan({ releaseOn: '2026-12-05' }), await aPlan({ programme: 'back-on-track', releaseOn: '2026-12-02' })]
  await row(`update releases set release_on = '2026-11-20' where participant_id = $1`, [jonas.id])
  await roomFor(9200031, 'A1', 2)
  await works('Amira', ['1', '09:00', '10:00'], ['5', '14:00', '15:00'])
  expect(await when(jonas, { aWeek: 2 })).toEqual(['2026-11-30 09:00', '2026-12-04 14:00'])
  expect(await said(jonas)).toContain('They were released on 20 November 2026')
  expect(await when(mentored, { aWeek: 2 })).toEqual(['2026-11-30 09:00 A1', '2026-12-04 14:00'])
  expect(await said(mentored)).toContain('The programme sets no number of sessions, so it can go on')
  await row('insert into rooms (id, public_id, unit_id, name, holds) values (9200032, $1, $2, $3, 2)', ['room-outside', await unitId('Østby probation office'), 'Office'])
  await row('update participants set unit_id = $1 where id = $2', [await unitId('Østby probation office'), jonas.id])
  expect(await when(jonas, { aWeek: 2 })).toEqual(['2026-11-30 09:00 Office', '2026-12-04 14:00 Office'])
})

test('it takes hours that touch for one stretch, and a night until midnight', async () => {
  const jonas = await aPlan()
  await works('Amira', ['1', '11:30', '12:00'], ['1', '12:00', '12:30'])
  expect(await when(jonas)).toEqual(['2026-11-30 11:30'])
  await clear()
  await works('Amira', ['1', '22:30', '23:59'])
  expect(await when(jonas, { minutes: 90 })).toEqual(['2026-11-30 22:30'])
})

test('it proposes today nothing that is over, and nothing further ahead than anybody plans', async () => {
  const jonas = await aPlan()
  await works('Amira', ['1', '08:00', '12:00'])
  // It is ten o'clock in Norland.
  expect(await when(jonas, { from: day('2026-11-23') })).toEqual(['2026-11-23 10:30'])
  await expect(when(jonas, { from: day('9999-12-31') })).rejects.toThrow('series-too-far')
})

test('it keeps to the stage in which the plan stands', async () => {
  const jonas = await aPlan()
  const proposed = async () => { const { asked, left } = await become('Amira', (work) => proposeSeries(work, { ...week, aWeek: undefined }), about(jonas)); return [asked.aWeek, left] }
  expect(await proposed()).toEqual([2, 50])
  const { rows } = await (await asSuperuser()).query<{ id: number }>('select id from plans where participant_id = $1', [jonas.id])
  const begin = async (stage: string, kind: string, on: string) => put('plan_stages', { id: await freshId(), public_id: newPublicId(), participant_id: jonas.id, plan_id: rows[0]!.id, stage, kind, begins_on: on, written_by: await colleagueId('Amira'), written_at: '2026-11-20T09:00:00Z' })
  await begin('treatment', 'delivery', '2026-11-20')
  await begin('maintenance', 'maintenance', '2026-12-24')
  expect(await proposed()).toEqual([2, 50])
  await begin('maintenance', 'maintenance', '2026-11-22')
  expect(await proposed()).toEqual([undefined, undefined])
})
