import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, offerProgrammes } from '../../database/testing/index.ts'
import { freshId, put } from '../../database/testing/superuser.ts'
import { recordConsent, recordLegalStatus } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan, openPlan } from '../plans/index.ts'
import type { RecordSession } from './session.ts'
import { unitsOnOffer } from './session-content.ts'
import { lastSessions, unitsOf } from './sessions.queries.ts'
import { planSession, recordPlanned, recordSession } from './sessions.verbs.ts'

beforeAll(offerProgrammes)

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'We looked at who matters.' }
const ahead = { on: day('2026-11-23'), time: '11:00', minutes: 60, place: 'room B2' }

/** Somebody in Healthy Identity, with a unit about the offence and two that are not. */
async function someoneInHealthyIdentity(status?: 'remand' | 'sentenced') {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena'] })
  const about = { about: person.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'healthy-identity', beginsOn: day('2026-11-20') })
  }, about)
  if (status) await become('Lena', (work) => recordLegalStatus(work, { status, fromOn: day('2026-01-01'), source: 'court letter', authority: 'city court' }), about)
  const plan = await become('Kai', (work) => openPlan(work, person.id), about)
  for (const [place, [unit, isLocked]] of ([['engagement_insight', false], ['foundation', true], ['personal_identity', false]] as const).entries()) {
    await put('plan_units', { id: await freshId(), public_id: `unit-${person.id}-${place}`, participant_id: person.id, plan_id: plan!.id, unit_id: unit, about_the_offence: isLocked, position: place + 1, reason: 'from the formulation', chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-20T09:00:00Z' })
  }
  return { ...person, about }
}

const unitsAsRead = (person: { id: number, about: { about: string } }) => become('Amira', async (work) => {
  const [session] = await lastSessions(work, person.id, 1)
  return { units: (await unitsOf(work, session!.id)).map(({ unit_id, planned, delivered }) => [unit_id, planned, delivered]), cause: session!.differs_cause }
}, person.about)

test('it records which unit of the plan a session was about', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)
  expect(await unitsAsRead(kaur)).toEqual({ units: [['foundation', false, true]], cause: null })
})

test('it locks units about the offence on remand, and where no status is known, by the verb', async () => {
  for (const status of ['remand', undefined] as const) {
    const kaur = await someoneInHealthyIdentity(status)
    expect(await become('Amira', async (work) => (await unitsOnOffer(work, kaur.id)).map(({ unitId, isLocked }) => [unitId, isLocked]), kaur.about)).toEqual([['engagement_insight', false], ['foundation', true], ['personal_identity', false]])
    await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
    await expect(become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
    await become('Amira', (work) => recordSession(work, { ...held, units: ['personal_identity'] }), kaur.about)
  }
})

test('it locks them for a mentor always, who may not know the legal status', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await expect(become('Mia', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
})

test('it locks them by the database too, also where somebody says that the unit is about something else', async () => {
  const kaur = await someoneInHealthyIdentity('remand')
  await become('Amira', (work) => recordSession(work, held), kaur.about)
  const write = (unit: string, aboutTheOffence: boolean) => become('Amira', async (work) => {
    const [session] = await lastSessions(work, kaur.id, 1)
    await work.db.insertInto('session_units').values({ session_id: session!.id, participant_id: kaur.id, author_id: work.actor.id, unit_id: unit, name: unit, about_the_offence: aboutTheOffence, planned: false, delivered: true }).execute()
  }, kaur.about)
  await expect(write('foundation', true)).rejects.toThrow('row-level security')
  await expect(write('foundation', false)).rejects.toThrow('row-level security')
  await expect(write('personal_identity', false)).resolves.toBeUndefined()
})

test('it opens them once the person agrees after legal advice', async () => {
  const kaur = await someoneInHealthyIdentity('remand')
  await put('offence_agreements', { id: await freshId(), public_id: `agreed-${kaur.id}`, participant_id: kaur.id, advice: 'taken', agreed: true, agreed_on: '2026-11-22', recorded_by: await colleagueId('Amira'), recorded_at: '2026-11-22T09:00:00Z' })
  await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).resolves.toBeTypeOf('string')
})

test('it takes no unit that the plan has not chosen', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['group_conflict'] }), kaur.about)).rejects.toThrow('session-unit-not-chosen')
})

test('it keeps what was planned beside what was done, and asks for whose cause they differ', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation', 'engagement_insight'] }), kaur.about)
  const other: RecordSession = { ...held, units: ['engagement_insight', 'personal_identity'] }
  await expect(become('Amira', (work) => recordPlanned(work, id, other), kaur.about)).rejects.toThrow('session-differs-without-cause')
  await become('Amira', (work) => recordPlanned(work, id, { ...other, differsCause: 'room', differsWhy: 'No room for the life line' }), kaur.about)
  expect(await unitsAsRead(kaur)).toEqual({ units: [['engagement_insight', true, true], ['foundation', true, false], ['personal_identity', false, true]], cause: 'room' })
})

test('it asks for no cause where everything was done as planned', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation'] }), kaur.about)
  await become('Amira', (work) => recordPlanned(work, id, { ...held, units: ['foundation'] }), kaur.about)
  expect(await unitsAsRead(kaur)).toEqual({ units: [['foundation', true, true]], cause: null })
})
