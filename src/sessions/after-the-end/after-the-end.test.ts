import { beforeAll, beforeEach, expect, test } from 'vitest'
import { become, instant, offerProgrammes, testHouse, testMoment } from '../../../database/testing/index.ts'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { withdraw } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { endPlan } from '../../plans/index.ts'
import type { Dose, Stage } from '../../programmes/index.ts'
import { moveSession } from '../moving/move-session.ts'
import { givenUnder } from '../given-under.ts'
import { deliveredUnder, lastSessions } from '../sessions.queries.ts'
import { planSession, recordPlanned, recordSession } from '../sessions.verbs.ts'
import { checkAfterTheEnd } from './after-the-end.ts'
import { allowedAfter } from './plan-kept-up.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: { publicId: string }, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const refused = async (what: Promise<unknown>) => what.then(() => 'done', (fault: { code: string }) => fault.code)
const plan = (person: Planned, on: string, first: First = 'Amira') => by(first, person, (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place: 'Office' }))

/** A plan whose work is done, or that ended in another word; a week has passed since. */
async function ended({ programme = 'entre', ending = 'completed' as 'completed' | 'own wish' } = {}): Promise<Planned> {
  const person = await aPlan({ programme })
  await by('Amira', person, (work) => endPlan(work, person.planId, { endedOn: work.today, ending, revision: undefined }))
  await at('2026-11-30T09:00:00Z')
  return person
}

test('it stays within the months and the number that a programme names, and within none where it names none', () => {
  const endedOn = day('2026-01-31')
  const ask = (allowed: { months?: number, meetings?: number }, on: string, others = 0) => () => checkAfterTheEnd(allowed, { endedOn, on: day(on), others })
  expect(ask({ months: 12 }, '2027-01-31')).not.toThrow()
  expect(ask({ months: 12 }, '2027-02-01')).toThrow('session-after-the-time')
  expect(ask({ meetings: 3 }, '2026-02-01', 2)).not.toThrow()
  expect(ask({ meetings: 3 }, '2026-02-01', 3)).toThrow('session-enough-after')
  expect(ask({}, '2036-02-01', 300)).not.toThrow()
})

test('it is planned and recorded as what it is: a meeting after the end, no part of the dose of the plan', async () => {
  const person = await ended()
  const session = await plan(person, '2026-12-07')
  await at('2026-12-07T12:00:00Z')
  await by('Amira', person, (work) => recordPlanned(work, session, { state: 'held', on: day('2026-12-07'), time: '10:00', minutes: 60, place: 'Office', done: 'How the work goes.' }))
  await by('Amira', person, (work) => recordSession(work, { state: 'held', on: day('2026-12-06'), time: '10:00', minutes: 30, place: 'By chance', done: 'A talk.' }))
  const rows = await by('Amira', person, (work) => lastSessions(work, person.id, 5))
  expect(rows.map(({ state, after_the_end: after }) => [state, after])).toEqual([['held', true], ['held', true]])
  expect((await by('Amira', person, (work) => deliveredUnder(work, [rows[0]!.plan_id!])))[0]).toMatchObject({ held: 0, planned: [] })
})

test('it counts what was held before the end to the plan, though it was written afterwards, and a report at the end no meeting after it', async () => {
  const person = await ended()
  const record = (on: string) => by('Amira', person, (work) => recordSession(work, { state: 'held', on: day(on), time: '07:00', minutes: 45, place: 'Office', done: 'A talk.' }))
  await record('2026-11-23')
  await record('2026-11-24')
  const rows = await by('Amira', person, (work) => lastSessions(work, person.id, 5))
  expect(rows.map(({ after_the_end: after }) => after)).toEqual([true, false])
  expect(await by('Amira', person, (work) => givenUnder(work, rows[0]!.plan_id!))).toMatchObject({ held: 1, minutes: 45 })
})

test('it takes none from before the day of the yes, as while the plan ran', async () => {
  const person = await ended()
  const record = (on: string) => refused(by('Amira', person, (work) => recordSession(work, { state: 'held', on: day(on), time: '10:00', minutes: 45, place: 'Office', done: 'A talk.' })))
  expect([await record('2026-11-19'), await record('2026-11-20')]).toEqual(['session-before-the-yes', 'done'])
})

test('it is refused where the plan did not end with its work done, where the programme names none, after a stop, and to who does not meet the person', async () => {
  expect(await refused(plan(await ended({ ending: 'own wish' }), '2026-12-07'))).toBe('session-on-a-closed-person')
  await at(testMoment)
  expect(await refused(plan(await ended({ programme: 'healthy-identity' }), '2026-12-07'))).toBe('session-on-a-closed-person')
  await at(testMoment)
  const person = await ended()
  expect(await refused(plan(person, '2026-12-07', 'Lena'))).toBe('session-not-yours')
  await by('Amira', person, (work) => withdraw(work, person.id, { purpose: 'programme' }))
  await at('2026-12-01T09:00:00Z')
  expect(await refused(plan(person, '2026-12-07'))).not.toBe('done')
})

test('it stays within the coaching that a programme names in months, also when a meeting is moved', async () => {
  const person = await ended({ programme: 'violence-prevention-network' })
  expect(await refused(plan(person, '2027-11-24'))).toBe('session-after-the-time')
  const session = await plan(person, '2027-11-22')
  const move = (on: string) => refused(by('Amira', person, (work) => moveSession(work, session, { on: day(on), time: '10:00', minutes: 60, place: 'Office', cause: 'other' })))
  expect([await move('2027-11-25'), await move('2027-11-19')]).toEqual(['session-after-the-time', 'done'])
})

test('it reads what a definition names of the time after, and nothing from a pattern that began before', () => {
  const stage = (id: string, kind: Stage['kind'], months?: Stage['months']): Stage => ({ id, title: id, kind, settings: [], sessions_seen: [], ...months !== undefined && { months } })
  const dose = (stages: string[]): Dose => ({ id: 'd', title: 'D', counted_in: 'meetings', stages, count: { max: 6 }, bands: [] })
  expect(allowedAfter({ stages: [stage('a', 'delivery')], dose: [] })).toBeUndefined()
  expect(allowedAfter({ stages: [stage('a', 'maintenance', { min: 6, max: 12 })], dose: [dose(['a'])] })).toEqual({ months: 12, meetings: 6 })
  expect(allowedAfter({ stages: [stage('a', 'maintenance'), stage('b', 'delivery')], dose: [dose(['a', 'b'])] })).toEqual({})
  expect(allowedAfter({ stages: [stage('a', 'maintenance')], dose: 'not_established' })).toEqual({})
})
