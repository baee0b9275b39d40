import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { addNeed, endNeed, letGoOfAim, noteState, type AddNeed } from './adapt-plan.ts'
import { aimsOf, needsOfPlan, openPlan, statesOf } from './plans.queries.ts'
import { addAim } from './plans.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const needs = (plan: Planned, first: First = 'Amira') => as(first, plan, async (work) => (await needsOfPlan(work, (await openPlan(work, plan.id))!.id)).map(({ kind, what }) => `${kind}: ${what}`))
const add = (plan: Planned, need: AddNeed, first: First = 'Amira') => as(first, plan, (work) => addNeed(work, plan.planId, need))

test('it fits a plan to the person: adaptations, a strand beside it, somebody it needs', async () => {
  const jonas = await aPlan()
  await add(jonas, { kind: 'literacy', what: 'Everything is read aloud.' })
  await add(jonas, { kind: 'education', what: 'The joiner\'s training.' })
  await add(jonas, { kind: 'person', what: 'An interpreter', why: 'For the first month.' }, 'Kai')
  expect(await needs(jonas)).toEqual(['literacy: Everything is read aloud.', 'education: The joiner\'s training.', 'person: An interpreter'])
})

test('it shows the coordinator and the case manager whom the plan needs, and nothing of how the work is adapted', async () => {
  const jonas = await aPlan()
  await add(jonas, { kind: 'trauma', what: 'The door stays open.' })
  await add(jonas, { kind: 'person', what: 'A second facilitator', why: 'From January.' })
  expect([await needs(jonas, 'Kai'), await needs(jonas, 'Lena')]).toEqual([['person: A second facilitator'], ['person: A second facilitator']])
  expect(await needs(jonas, 'Mia')).toHaveLength(2)
  const own = await becomeParticipant(jonas.id, async (work) => needsOfPlan(work, (await openPlan(work, jonas.id))!.id))
  expect(own).toHaveLength(2)
})

test('it writes a need of faith only where the person asked for it, in the database too', async () => {
  const jonas = await aPlan()
  await expect(add(jonas, { kind: 'faith-need', what: 'A room on Fridays.' })).rejects.toThrow('need-of-faith-not-asked-for')
  const past = as('Amira', jonas, async (work) => work.db.insertInto('plan_adaptations').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, plan_id: (await openPlan(work, jonas.id))!.id, kind: 'faith-need', what: 'A room', asked_for_by_person: false, written_by: work.actor.id, written_at: work.now }).execute())
  await expect(past).rejects.toThrow('plan_adaptations_faith_asked_for')
  await add(jonas, { kind: 'faith-need', what: 'A room on Fridays.', askedFor: true })
  expect(await needs(jonas)).toEqual(['faith-need: A room on Fridays.'])
})

test('it lets the facilitator adapt, the coordinator only say whom the plan needs, and the mentor neither', async () => {
  const jonas = await aPlan()
  await expect(add(jonas, { kind: 'literacy', what: 'Pictures' }, 'Kai')).rejects.toThrow('plan-content-not-yours')
  await expect(add(jonas, { kind: 'work', what: 'The kitchen' }, 'Mia')).rejects.toThrow('plan-content-not-yours')
  await expect(add(jonas, { kind: 'person', what: 'A mentor', why: 'Asked' }, 'Mia')).rejects.toThrow('plan-not-yours')
  await expect(add(jonas, { kind: 'person', what: 'A mentor' }, 'Kai')).rejects.toThrow('need-says-what-for')
})

test('it takes out what is needed no longer, and keeps it in the history', async () => {
  const jonas = await aPlan()
  await add(jonas, { kind: 'work', what: 'The kitchen' })
  const id = await as('Amira', jonas, async (work) => (await needsOfPlan(work, (await openPlan(work, jonas.id))!.id))[0]!.public_id)
  await expect(as('Mia', jonas, (work) => endNeed(work, jonas.planId, id))).rejects.toThrow('plan-content-not-yours')
  await as('Amira', jonas, (work) => endNeed(work, jonas.planId, id))
  expect(await needs(jonas)).toEqual([])
  expect(await as('Amira', jonas, (work) => work.db.selectFrom('plan_strands').select(['what', 'participant_id']).where('public_id', '=', id).execute())).toHaveLength(1)
})

test('it notes where the person stands and goes back, with every step kept', async () => {
  const nils = await aPlan({ programme: 'healthy-identity' })
  const note = (state: string, seenOn: string) => as('Amira', nils, (work) => noteState(work, nils.planId, { state, reason: 'Says so himself.', seenOn: day(seenOn) }))
  await note('engaged', '2026-11-20')
  await note('doubting', '2026-11-21')
  await note('engaged', '2026-11-23')
  const states = await as('Mia', nils, async (work) => (await statesOf(work, (await openPlan(work, nils.id))!.id)).map(({ state }) => state))
  expect(states).toEqual(['engaged', 'doubting', 'engaged'])
  await expect(note('cured', '2026-11-23')).rejects.toThrow('state-not-in-programme')
  await expect(note('doubting', '2026-11-24')).rejects.toThrow('state-seen-ahead')
  await expect(note('doubting', '2025-11-22')).rejects.toThrow('state-seen-too-early')
})

test('it knows no state where the programme has none, and lets nobody but the facilitator note one', async () => {
  const [tora, nils] = [await aPlan(), await aPlan({ programme: 'healthy-identity' })]
  const state = { state: 'doubting', reason: 'r', seenOn: day('2026-11-23') }
  await expect(as('Amira', tora, (work) => noteState(work, tora.planId, state))).rejects.toThrow('state-not-in-programme')
  await expect(as('Noor', nils, (work) => noteState(work, nils.planId, state))).rejects.toThrow('plan-content-not-yours')
})

test('it adapts no plan that has ended', async () => {
  const jonas = await aPlan();
  (await testHouse()).clock.now = instant('2026-11-23T10:00:00Z')
  await as('Kai', jonas, (work) => work.db.updateTable('plans').set({ state: 'ended', ended_on: work.today, ending: 'own wish' }).where('public_id', '=', jonas.planId).execute())
  await expect(add(jonas, { kind: 'literacy', what: 'Pictures' })).rejects.toThrow('plan-ended-already')
})

test('it lets go of an aim and keeps it in the history; the facilitator does, once', async () => {
  const jonas = await aPlan()
  const aims = () => as('Mia', jonas, async (work) => (await aimsOf(work, (await openPlan(work, jonas.id))!.id)).map(({ aim, public_id: id }) => ({ aim, id })))
  for (const aim of ['A room of my own', 'A slip']) await as('Amira', jonas, (work) => addAim(work, jonas.planId, { aim, reason: 'Agreed.' }))
  const slip = (await aims()).find(({ aim }) => aim === 'A slip')!.id
  for (const first of ['Mia', 'Kai', 'Noor'] as const) await expect(as(first, jonas, (work) => letGoOfAim(work, jonas.planId, slip))).rejects.toThrow('plan-content-not-yours')
  await as('Amira', jonas, (work) => letGoOfAim(work, jonas.planId, slip))
  await expect(as('Amira', jonas, (work) => letGoOfAim(work, jonas.planId, slip))).rejects.toThrow('not-found')
  await as('Amira', jonas, (work) => addAim(work, jonas.planId, { aim: 'A trade', reason: 'Agreed.' }))
  expect((await aims()).map(({ aim }) => aim)).toEqual(['A room of my own', 'A trade'])
  const page = (await (await visit('Amira')).get(`/people/${jonas.publicId}/plans/${jonas.planId}`)).text
  for (const words of ['1 aim that was let go of', 'A slip', 'Let go of 23 November 2026']) expect(page).toContain(words)
})
