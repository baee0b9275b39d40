import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { checkPeriod, isFixed, isTheSame, levels } from './goal.ts'
import { plansDue } from './plans.glance.tsx'
import { endPlan } from './plans.verbs.ts'
import { closeGoal, rewriteGoal, setGoal, startNewPeriod, type SetGoal } from './set-goals.ts'
import { goalsInForce, goalsOf } from './plans.queries.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const aGoal = (given: Partial<SetGoal> = {}): SetGoal => ({
  title: 'Back into the joiner\'s training', from: day('2026-11-23'), until: day('2027-02-22'), levels: levels.map((level) => ({ level, sentence: `Mornings in the workshop: ${level + 2}` })), ...given })
const set = (plan: Planned, given: Partial<SetGoal> = {}) => as('Amira', plan, (work) => setGoal(work, plan.planId, aGoal(given)))
const inForce = (plan: Planned, first: First = 'Amira', on?: string) => as(first, plan, (work) => goalsInForce(work, plan.id, on ? day(on) : undefined))

test('it knows when a period can begin, and from when its words are fixed', () => {
  const today = day('2026-11-23')
  expect(() => checkPeriod({ from: today, until: today }, today)).not.toThrow()
  expect(() => checkPeriod({ from: day('2026-11-22'), until: null }, today)).toThrow('goal-begins-in-the-past')
  expect(() => checkPeriod({ from: today, until: day('2026-11-22') }, today)).toThrow('goal-ends-before-it-begins')
  expect([isFixed({ from: today }, today), isFixed({ from: day('2026-11-24') }, today)]).toEqual([true, false])
})

test('it keeps a goal with five levels in words for its period', async () => {
  const jonas = await aPlan()
  await set(jonas)
  const [goal] = await inForce(jonas)
  expect(goal).toMatchObject({ title: 'Back into the joiner\'s training', from: '2026-11-23', until: '2027-02-22' })
  expect(goal!.levels.map(({ level }) => level)).toEqual([-2, -1, 0, 1, 2])
  expect(goal!.levels[0]!.sentence).toBe('Mornings in the workshop: 0')
  expect(await inForce(jonas, 'Amira', '2027-02-23')).toEqual([])
  expect(await inForce(jonas, 'Amira', '2026-11-22')).toEqual([])
})

test('it takes no goal with fewer than five levels, and none that begins in the past', async () => {
  const jonas = await aPlan()
  await expect(set(jonas, { levels: aGoal().levels.slice(1) })).rejects.toThrow('goal-needs-five-levels')
  await expect(set(jonas, { levels: aGoal().levels.map((one, place) => (place === 2 ? { ...one, sentence: '  ' } : one)) })).rejects.toThrow('goal-needs-five-levels')
  await expect(set(jonas, { from: day('2026-11-01') })).rejects.toThrow('goal-begins-in-the-past')
  expect(await inForce(jonas)).toEqual([])
})

test('it knows the same goal however it is spelled, while the days of both meet', () => {
  const goal = (title: string, from: string, until: string | null) => ({ title, from: day(from), until: until === null ? null : day(until) })
  const mornings = goal('Two mornings', '2026-11-23', '2027-02-22')
  expect(isTheSame(mornings, goal(' two  MORNINGS ', '2027-02-22', null))).toBe(true)
  expect(isTheSame(goal('Two mornings', '2027-01-01', null), mornings)).toBe(true)
  expect(isTheSame(mornings, goal('Two mornings', '2027-02-23', null))).toBe(false)
  expect(isTheSame(mornings, goal('Three mornings', '2026-11-23', null))).toBe(false)
})

test('it takes the same goal once, and from a form that was opened before another was set only what was sent again', async () => {
  const jonas = await aPlan()
  const send = (title: string, known?: number, more: Partial<SetGoal> = {}) => as('Amira', jonas, (work) => setGoal(work, jonas.planId, { ...aGoal({ title, ...more }), known }))
  await send('Two mornings', 0)
  await expect(send('two mornings', 1)).rejects.toThrow('goal-open-already')
  for (const title of ['Mornings in the joinery', 'Be there twice a week']) await expect(send(title, 0)).rejects.toThrow('goal-set-meanwhile')
  await send('Rings his sister', 1)
  const later = await send('Two mornings', 2, { from: day('2027-02-23'), until: undefined })
  await expect(as('Amira', jonas, (work) => rewriteGoal(work, jonas.planId, later, aGoal({ title: 'Two mornings', from: day('2027-02-22') })))).rejects.toThrow('goal-open-already')
  await as('Amira', jonas, (work) => rewriteGoal(work, jonas.planId, later, aGoal({ title: 'Two mornings', from: day('2027-02-24'), until: undefined })))
  expect(await as('Amira', jonas, (work) => goalsOf(work, jonas.id))).toHaveLength(3)
})

test('it rewrites a goal until its period starts, and then never, from the verb or past it', async () => {
  const jonas = await aPlan()
  const goalId = await set(jonas, { from: day('2026-12-01') })
  const rewrite = (title: string, revision?: number) => as('Amira', jonas, (work) => rewriteGoal(work, jonas.planId, goalId, { ...aGoal({ title, from: day('2026-12-01') }), revision }))
  await rewrite('Two mornings a week')
  await expect(rewrite('From another tab', 1)).rejects.toThrow('plan-changed-meanwhile');
  (await testHouse()).clock.now = instant('2026-12-01T09:00:00Z')
  await expect(rewrite('Too late')).rejects.toThrow('goal-fixed')
  const [goal] = await inForce(jonas)
  expect(goal!.title).toBe('Two mornings a week')
  const changed = await as('Amira', jonas, async (work) => [
    await work.db.updateTable('goals').set({ title: 'Too late' }).where('id', '=', goal!.id).executeTakeFirst(),
    await work.db.updateTable('goal_levels').set({ sentence: 'Too late' }).where('goal_id', '=', goal!.id).executeTakeFirst()])
  expect(changed.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([0n, 0n])
})

test('it takes no level into a goal that has begun, past the verb', async () => {
  const jonas = await aPlan()
  await set(jonas);
  (await testHouse()).clock.now = instant('2026-12-01T09:00:00Z')
  const late = as('Amira', jonas, async (work) => work.db.insertInto('goals').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, plan_id: (await goalsOf(work, jonas.id))[0]!.plan_id, title: 'Backdated', from_on: day('2026-11-30'), written_by: work.actor.id, written_at: work.now }).execute())
  await expect(late).rejects.toThrow('row-level security')
})

test('it closes goals in fixed words when a new period starts, and asks what changed where life did', async () => {
  const jonas = await aPlan()
  await set(jonas)
  await set(jonas, { title: 'Ahead', from: day('2026-12-20') })
  await expect(as('Amira', jonas, (work) => startNewPeriod(work, jonas.planId, { how: 'life changed' }))).rejects.toThrow('goal-closing-needs-words')
  expect(await as('Amira', jonas, (work) => startNewPeriod(work, jonas.planId, { how: 'life changed', words: 'The court moved the release.' }))).toBe(1)
  const goals = await as('Mia', jonas, (work) => goalsOf(work, jonas.id))
  expect(goals.map(({ title, how, words }) => ({ title, how, words }))).toEqual([
    { title: 'Ahead', how: null, words: null }, { title: 'Back into the joiner\'s training', how: 'life changed', words: 'The court moved the release.' }])
  expect(await inForce(jonas)).toEqual([])
  await expect(as('Amira', jonas, (work) => startNewPeriod(work, jonas.planId, { how: 'period ended' }))).rejects.toThrow('goal-none-open')
})

test('it holds no goal of a plan that has ended, and remembers that it held before', async () => {
  const jonas = await aPlan()
  await set(jonas);
  (await testHouse()).clock.now = instant('2026-12-01T09:00:00Z')
  await as('Kai', jonas, (work) => endPlan(work, jonas.planId, { endedOn: work.today, ending: 'own wish', revision: undefined }))
  expect([await inForce(jonas), (await inForce(jonas, 'Amira', '2026-11-30')).length]).toEqual([[], 1])
})

test('it closes a goal once', async () => {
  const jonas = await aPlan()
  const goalId = await set(jonas)
  const close = () => as('Amira', jonas, (work) => closeGoal(work, jonas.planId, goalId, { how: 'replaced' }))
  await close()
  await expect(close()).rejects.toThrow('goal-closed-already')
  const other = await set(jonas)
  const both = await Promise.allSettled([1, 2].map(() => as('Amira', jonas, (work) => closeGoal(work, jonas.planId, other, { how: 'replaced' }))))
  expect(both.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done')).sort()).toEqual(['done', 'goal-closed-already'])
})

test('it has no word for a goal that failed', async () => {
  const jonas = await aPlan()
  await set(jonas)
  const failed = as('Amira', jonas, async (work) => {
    const [goal] = await goalsOf(work, jonas.id)
    await work.db.insertInto('goal_closings').values({ id: await work.newId(), goal_id: goal!.id, participant_id: jonas.id, how: 'failed', closed_on: work.today, closed_by: work.actor.id, closed_at: work.now }).execute()
  })
  await expect(failed).rejects.toThrow('goal_closings_how_known')
})

test('it lets the facilitator write goals, and mentor, assessor and the person read them; coordinator and case manager read none', async () => {
  const jonas = await aPlan()
  await set(jonas)
  await expect(as('Mia', jonas, (work) => setGoal(work, jonas.planId, aGoal()))).rejects.toThrow('plan-content-not-yours')
  await expect(as('Kai', jonas, (work) => setGoal(work, jonas.planId, aGoal()))).rejects.toThrow('plan-content-not-yours')
  const seen = await Promise.all((['Mia', 'Noor', 'Kai', 'Lena', 'Ulla'] as const).map(async (first) => (await inForce(jonas, first)).length))
  expect(seen).toEqual([1, 1, 0, 0, 0])
  const own = await becomeParticipant(jonas.id, (work) => goalsInForce(work, jonas.id))
  expect(own[0]?.levels.length).toBe(5)
})

test('it awaits the facilitator, not the mentor, when a period is over', async () => {
  const jonas = await aPlan()
  await set(jonas);
  (await testHouse()).clock.now = instant('2027-02-23T09:00:00Z')
  const due = async (first: First) => (await as(first, jonas, plansDue)).filter(({ href }) => href.endsWith('/goals/period'))
  expect(await due('Amira')).toMatchObject([{ on: '2027-02-22', says: 'Goals of a new period' }])
  expect(await due('Mia')).toEqual([])
})
