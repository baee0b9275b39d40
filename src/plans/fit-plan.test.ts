import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { aParticipant, become, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { recordConsent, recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { offer, offeredCatalogue, programmeOf } from '../programmes/index.ts'
import { chooseFit, countSessionsBy, goesOnOutside, holidaysBy, planFit, setRhythm, type PlanFit } from './fit-plan.ts'
import { movePlan } from './versions/move-plan.ts'
import { plansDue } from './plans.glance.tsx'
import { fitChoicesOf, movesOf, openPlan } from './plans.queries.ts'
import { makePlan } from './plans.verbs.ts'
import { fitSentences } from './state-sentence.ts'

// What sessions say is handed in by the application; here 21 were held, and one is planned for the third of January.
beforeAll(async () => {
  await offerProgrammes()
  countSessionsBy({
    delivered: (_, planIds) => Promise.resolve(planIds.map((planId) => ({ planId, held: 21, planned: [instant('2026-12-01T09:00:00Z'), instant('2027-01-03T09:00:00Z')] }))),
    held: (_, planIds) => Promise.resolve(new Map(planIds.map((planId) => [planId, 21]))),
  })
})
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const fit = (plan: Planned, first: First = 'Amira'): Promise<PlanFit> => as(first, plan, async (work) => {
  const open = (await openPlan(work, plan.id))!
  return planFit(work, open, await programmeOf(work, open.programme, open.version))
})
const due = async (plan: Planned, first: First = 'Amira') => (await as(first, plan, plansDue)).filter(({ href }) => href.endsWith('/fit'))
const releaseOn = (plan: Planned, on: string) => as('Lena', plan, (work) => recordRelease(work, { releaseOn: day(on), reason: 'shortened', authority: 'Court' }))

test('it says in words that 29 sessions are left and about 10 possible when the release moves to five weeks from now', async () => {
  const tora = await aPlan({ releaseOn: '2027-06-28' })
  expect((await fit(tora)).fit.kind).toBe('fits')
  expect(await due(tora)).toEqual([])
  await releaseOn(tora, '2026-12-28')
  const { fit: now, afterRelease } = await fit(tora)
  expect(fitSentences(now)).toEqual(['29 sessions are left.', 'About 10 are possible before release.', '5 weeks remain until 28 December 2026.', 'What is left does not fit before release.'])
  expect(afterRelease).toEqual(['2027-01-03T09:00:00.000Z'])
})

test('it awaits the facilitator until somebody chose, and again when the release moves', async () => {
  const tora = await aPlan({ releaseOn: '2026-12-28' })
  expect(await due(tora)).toMatchObject([{ because: '29 are left, about 10 are possible' }])
  expect([await due(tora, 'Mia'), await due(tora, 'Kai')]).toEqual([[], []])
  await as('Kai', tora, (work) => chooseFit(work, tora.planId, { choice: 'both', reason: 'Lena found a therapist outside.' }))
  expect(await due(tora)).toEqual([])
  await releaseOn(tora, '2026-12-14')
  expect(await due(tora)).toMatchObject([{ because: '29 are left, about 6 are possible' }])
  const [kept] = await as('Lena', tora, async (work) => fitChoicesOf(work, (await openPlan(work, tora.id))!.id))
  expect(kept).toMatchObject({ choice: 'both', sessions_left: 29, sessions_possible: 10, release_on: '2026-12-28', reason: 'Lena found a therapist outside.' })
})

test('it lets coordinator and facilitator choose, not the mentor or the case manager', async () => {
  const tora = await aPlan({ releaseOn: '2026-12-28' })
  for (const first of ['Mia', 'Lena', 'Noor'] as const) await expect(as(first, tora, (work) => chooseFit(work, tora.planId, { choice: 'both', reason: 'r' }))).rejects.toThrow('plan-not-yours')
  await as('Amira', tora, (work) => chooseFit(work, tora.planId, { choice: 'prioritise', reason: 'r' }))
})

test('it has nothing to choose while no day of release is known', async () => {
  const tora = await aPlan()
  expect(fitSentences((await fit(tora)).fit)).toEqual(['29 sessions are left.', 'At this rhythm that is 15 weeks.', 'No day of release is known.'])
  await expect(as('Amira', tora, (work) => chooseFit(work, tora.planId, { choice: 'both', reason: 'r' }))).rejects.toThrow('fit-nothing-to-choose')
})

test('it lets those who arrange say that it goes on outside where nothing is counted or all fits, and nothing else there', async () => {
  const [bot, tora] = [await aPlan({ programme: 'back-on-track', releaseOn: '2027-01-11' }), await aPlan({ releaseOn: '2028-06-28' })]
  for (const plan of [bot, tora]) {
    await expect(as('Amira', plan, (work) => chooseFit(work, plan.planId, { choice: 'prioritise', reason: 'r' }))).rejects.toThrow('fit-nothing-to-choose')
    await as('Amira', plan, (work) => chooseFit(work, plan.planId, { choice: 'continue-outside', reason: 'The mentor stays.' }))
  }
  expect([await as('Amira', bot, (work) => goesOnOutside(work, bot.id, day('2027-01-11'))), await as('Amira', bot, (work) => goesOnOutside(work, bot.id, day('2027-01-12')))]).toEqual([true, false])
})

test('it counts nothing for a programme without a number of sessions, and says what is missing where the rhythm is not established', async () => {
  const [bot, hii] = [await aPlan({ programme: 'back-on-track', releaseOn: '2027-01-11' }), await aPlan({ programme: 'healthy-identity', releaseOn: '2027-02-22' })]
  expect((await fit(bot)).fit).toEqual({ kind: 'no-number' })
  expect((await fit(hii)).fit).toEqual({ kind: 'no-rhythm', left: { least: 0, most: 11 } })
  await as('Amira', hii, (work) => setRhythm(work, hii.planId, { aWeek: 0.5 }))
  expect((await fit(hii)).fit).toMatchObject({ kind: 'fits-the-least', possible: 6 })
})

test('it says in words and numbers what a programme without a number of sessions gives: hours, length, and whether that ends before release', async () => {
  const [rive, pairs, cosa] = [await aPlan({ programme: 'rive', releaseOn: '2027-01-11' }), await aPlan({ programme: 'pairs' }), await aPlan({ programme: 'cosa', releaseOn: '2027-01-11' })]
  expect(fitSentences((await fit(rive)).fit)).toEqual(['This programme counts no sessions.', 'It gives at least 6 hours a week, for at least 12 months.',
    'Whatever the rhythm, the programme says how long it takes at least: 22 November 2027 is the first day on which it can be over.', 'Release is on 11 January 2027, before that: the rest needs a place outside.'])
  expect(fitSentences((await fit(pairs)).fit)).toEqual(['This programme counts no sessions.', 'It gives 3 to 20 hours a week; how long is not established.', 'No day of release is known.'])
  expect(fitSentences((await fit(cosa)).fit)).toContainEqual(expect.stringMatching(/^It lasts .*18.*12.* months\.$/))
})

test('it counts the holidays of the service off, and keeps to the least length of a programme whatever the rhythm', async () => {
  holidaysBy(() => Promise.resolve([day('2026-12-24'), day('2026-12-25')]))
  try {
    const [tora, hii] = [await aPlan({ releaseOn: '2026-12-28' }), await aPlan({ programme: 'healthy-identity', releaseOn: '2027-01-11' })]
    expect(fitSentences((await fit(tora)).fit)).toEqual(expect.arrayContaining(['About 9 are possible before release.', '2 holidays are counted off.']))
    await as('Amira', hii, (work) => setRhythm(work, hii.planId, { aWeek: 5 }))
    expect((await fit(hii)).fit).toMatchObject({ kind: 'does-not-fit', leastUntil: '2027-02-22' })
    expect(await due(hii)).toMatchObject([{ because: 'it cannot be over before 22 February 2027, whatever the rhythm' }])
  } finally {
    holidaysBy(() => Promise.resolve([]))
  }
})

test('it takes the rhythm of this person over the programme\'s, and gives it back', async () => {
  const tora = await aPlan({ releaseOn: '2026-12-28' })
  await as('Amira', tora, (work) => setRhythm(work, tora.planId, { aWeek: 4 }))
  expect((await fit(tora)).fit).toMatchObject({ possible: 20 })
  await expect(as('Mia', tora, (work) => setRhythm(work, tora.planId, { aWeek: 1 }))).rejects.toThrow('plan-not-yours')
  await as('Kai', tora, (work) => setRhythm(work, tora.planId, { aWeek: undefined }))
  expect((await fit(tora)).fit).toMatchObject({ possible: 10 })
})

test('it keeps the version of the programme until somebody moves the plan and says why', async () => {
  const tora = await aPlan()
  await expect(as('Kai', tora, (work) => movePlan(work, tora.planId, { reason: 'r' }))).rejects.toThrow('plan-has-newest-version')
  const before = offeredCatalogue()
  const entre = before.definitions.get('entre')!
  const [first, next] = [entre.definition.version, entre.definition.version + 1]
  offer({ ...before, definitions: new Map([...before.definitions, ['entre', { ...entre, hash: 'another', definition: { ...entre.definition, version: next } }]]) })
  try {
    expect((await as('Amira', tora, (work) => openPlan(work, tora.id)))?.version).toBe(first)
    await expect(as('Mia', tora, (work) => movePlan(work, tora.planId, { reason: 'r' }))).rejects.toThrow('plan-not-yours')
    await as('Kai', tora, (work) => movePlan(work, tora.planId, { reason: 'The new order suits her.', revision: 1 }))
    await expect(as('Kai', tora, (work) => movePlan(work, tora.planId, { reason: 'again', revision: 1 }))).rejects.toThrow('plan-has-newest-version')
    const [plan, moves] = await as('Lena', tora, async (work) => { const open = (await openPlan(work, tora.id))!; return [open, await movesOf(work, open.id)] as const })
    expect(plan.version).toBe(next)
    expect(moves).toMatchObject([{ from_version: first, to_version: next, reason: 'The new order suits her.', moved_by: 'Kai Nyberg' }])
  } finally {
    offer(before)
  }
})

test('it makes no plan on a yes that only came with the referral, and takes the person\'s own', async () => {
  const jonas = await aParticipant({ team: ['Kai'] })
  const about = { about: jonas.publicId, does: 'collect' as const }
  const answer = (way: 'as-imported' | 'spoken') => become('Kai', (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way, answeredOn: work.today }), about)
  const make = () => become('Kai', (work) => makePlan(work, { programme: 'entre', beginsOn: work.today }), about)
  const due = () => become('Kai', plansDue, about)
  await answer('as-imported')
  expect(await due()).toEqual([])
  await expect(make()).rejects.toThrow('plan-yes-came-with-referral');
  (await testHouse()).clock.now = instant('2026-11-23T10:30:00Z')
  await answer('spoken')
  expect(await due()).toMatchObject([{ says: 'Make a plan' }])
  expect(await make()).toMatch(/\w/)
})
