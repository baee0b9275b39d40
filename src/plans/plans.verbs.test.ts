import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { answerRule, goOnDespite } from '../eligibility/index.ts'
import { consentTo, pausePerson, recordConsent, setState, thePerson } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { aimsOf, openPlan, plansOf } from './plans.queries.ts'
import { addAim, endPlan, makePlan } from './plans.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const backOnTrack = { programme: 'back-on-track', beginsOn: day('2026-11-23') }

async function someoneWhoSaidYes() {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena'] })
  await become('Kai', (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') }), { about: jonas.publicId, does: 'collect' })
  return jonas
}

test('it makes a plan on the offered version of a programme, for somebody who said yes', async () => {
  const jonas = await someoneWhoSaidYes()
  await become('Kai', (work) => makePlan(work, backOnTrack), { about: jonas.publicId, does: 'collect' })
  const plan = await become('Mia', (work) => openPlan(work, jonas.id), { about: jonas.publicId })
  expect(plan).toMatchObject({ programme: 'back-on-track', version: 2, state: 'running' })
  expect((await become('Mia', thePerson, { about: jonas.publicId })).state).toBe('active')
})

test('it makes no plan without a yes, and says that a no has no consequence', async () => {
  const jonas = await aParticipant({ team: ['Kai'] })
  await expect(become('Kai', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })).rejects.toThrow('plan-no-consent')
  expect(await become('Kai', (work) => consentTo(work, jonas.id, 'programme'), { about: jonas.publicId })).toBe('not-asked')
})

test('it lets the coordinator and the facilitator make plans, not the mentor', async () => {
  const jonas = await someoneWhoSaidYes()
  await expect(become('Mia', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })).rejects.toThrow('plan-not-yours')
  await become('Amira', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })
  await expect(become('Kai', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })).rejects.toThrow('plan-open-already')
})

test('it shows aims to those who work on the plan, and only its dates to the case manager', async () => {
  const jonas = await someoneWhoSaidYes()
  const planId = await become('Amira', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })
  await become('Amira', (work) => addAim(work, planId, { aim: 'A room of my own after release', reason: 'He says it himself.' }), { about: jonas.publicId })
  const seenBy = async (first: 'Mia' | 'Lena') => become(first, async (work) => {
    const plan = await openPlan(work, jonas.id)
    return { plan: plan?.programme, aims: (await aimsOf(work, plan!.id)).length }
  }, { about: jonas.publicId })
  expect(await seenBy('Mia')).toEqual({ plan: 'back-on-track', aims: 1 })
  expect(await seenBy('Lena')).toEqual({ plan: 'back-on-track', aims: 0 })
  expect(await becomeParticipant(jonas.id, async (work) => (await plansOf(work, jonas.id)).length, { about: jonas.publicId })).toBe(1)
})

test('it ends a plan once, in fixed words, and lets another begin', async () => {
  const jonas = await someoneWhoSaidYes()
  const planId = await become('Kai', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })
  const ending = { endedOn: day('2026-11-23'), ending: 'own wish' as const, revision: 1 }
  await become('Kai', (work) => endPlan(work, planId, ending), { about: jonas.publicId })
  await expect(become('Kai', (work) => endPlan(work, planId, ending), { about: jonas.publicId })).rejects.toThrow('plan-ended-already')
  await become('Kai', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })
})

test('it offers no programme that is not defined', async () => {
  const jonas = await someoneWhoSaidYes()
  await expect(become('Kai', (work) => makePlan(work, { ...backOnTrack, programme: 'made-up' }), { about: jonas.publicId })).rejects.toThrow('programme-not-offered')
})

test('it makes no plan while an answer speaks against it, until somebody who may goes on despite it; an open question stops nothing', async () => {
  const jonas = await someoneWhoSaidYes()
  const about = { about: jonas.publicId, does: 'collect' as const }
  const time = { programme: 'entre', rule: 'time_left' }
  const entre = { ...backOnTrack, programme: 'entre' }
  await become('Kai', (work) => answerRule(work, time, { answer: 'no', words: 'Ten weeks are left.', saidBy: 'The file', seenOn: day('2026-11-20') }), about)
  await expect(become('Amira', (work) => makePlan(work, entre), about)).rejects.toThrow('plan-rule-against')
  await become('Kai', (work) => goOnDespite(work, time, { words: 'The most important units first; the rest outside.' }), about)
  await become('Amira', (work) => makePlan(work, entre), about)
  expect(await become('Mia', async (work) => (await openPlan(work, jonas.id))?.programme, about)).toBe('entre')
})

test('it makes no plan of another programme on the yes to the one before, and one of the same on it; asked anew, it makes the other', async () => {
  const jonas = await someoneWhoSaidYes()
  const about = { about: jonas.publicId, does: 'collect' as const }
  const make = (programme: string) => become('Kai', (work) => makePlan(work, { ...backOnTrack, programme }), about)
  const end = (planId: string) => become('Kai', (work) => endPlan(work, planId, { endedOn: work.today, ending: 'transferred', revision: undefined }), about)
  await end(await make('back-on-track'))
  await expect(make('entre')).rejects.toThrow('plan-change-needs-yes')
  await end(await make('back-on-track'));
  (await testHouse()).clock.now = instant('2026-11-23T11:00:00Z')
  await become('Kai', (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }), about)
  await make('entre')
})

test('it makes no plan in a pause, ends none on a day ahead, and tells the second of two who make one at the same moment', async () => {
  const jonas = await someoneWhoSaidYes()
  const about = { about: jonas.publicId, does: 'collect' as const }
  const make = () => become('Kai', (work) => makePlan(work, backOnTrack), about)
  const both = await Promise.allSettled([make(), make()])
  expect(both.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done')).sort()).toEqual(['done', 'plan-open-already'])
  const planId = (both.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>).value
  const end = (endedOn: string) => become('Kai', (work) => endPlan(work, planId, { endedOn: day(endedOn), ending: 'transferred', revision: undefined }), about)
  await expect(end('2026-11-24')).rejects.toThrow('plan-ends-ahead')
  await become('Kai', (work) => pausePerson(work, 'Ill'), about)
  await end('2026-11-23')
  await become('Kai', (work) => setState(work, 'paused'), about)
  await expect(make()).rejects.toThrow('plan-while-paused')
})

test('it lets nobody rewrite an aim or who made a plan, past the verbs', async () => {
  const jonas = await someoneWhoSaidYes()
  const planId = await become('Amira', (work) => makePlan(work, backOnTrack), { about: jonas.publicId })
  await become('Amira', (work) => addAim(work, planId, { aim: 'A room of my own', reason: 'He says it.' }), { about: jonas.publicId })
  await expect(become('Amira', (work) => work.db.updateTable('plan_aims').set({ aim: 'Obedience' }).where('participant_id', '=', jonas.id).execute(), { about: jonas.publicId })).rejects.toThrow('permission denied')
  await expect(become('Amira', (work) => work.db.updateTable('plans').set({ begins_on: day('2020-01-01') }).where('participant_id', '=', jonas.id).execute(), { about: jonas.publicId })).rejects.toThrow('permission denied')
})
