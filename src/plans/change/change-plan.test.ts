import { beforeAll, beforeEach, expect, test } from 'vitest'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { pausePerson, recordConsent, thePerson } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { addNeed } from '../adapt-plan.ts'
import type { Level } from '../goal.ts'
import { plansDue } from '../plans.glance.tsx'
import { aimsOf, goalsInForce, goalsOf, needsOfPlan, openPlan, plansOf } from '../plans.queries.ts'
import { addAim, endPlan, makePlan } from '../plans.verbs.ts'
import { closeGoal, setGoal } from '../set-goals.ts'
import { beforehand, carryOver } from './carry-over.ts'
import { changePlan } from './change-plan.ts'
import { changesOfProgramme } from './change.queries.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: { publicId: string }, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const refused = async (what: Promise<unknown>) => what.then(() => 'done', (fault: { code: string }) => fault.code)
const due = async (first: First, person: { publicId: string }) => (await by(first, person, plansDue)).map(({ says }) => says)
const saysYes = (person: Planned) => by('Kai', person, (work) => recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }))
const change = (person: Planned, wanted: { first?: First, programme?: string, changesOn?: string, revision?: number } = {}) => by(wanted.first ?? 'Kai', person, (work) => changePlan(work, person.planId, {
  programme: wanted.programme ?? 'back-on-track', changesOn: day(wanted.changesOn ?? '2026-12-01'), ending: 'another route', reason: 'A mentor is what she asks for.', revision: wanted.revision }))
const levels = ([-2, -1, 0, 1, 2] as const).map((level) => ({ level: level as Level, sentence: `Level ${level}` }))

/** In Entré since the 23rd of November, with two goals, an aim and an adaptation; on the first of December she says yes to another programme. */
async function tora(): Promise<Planned> {
  const person = await aPlan()
  for (const title of ['Two mornings a week', 'Rings her sister']) await by('Amira', person, (work) => setGoal(work, person.planId, { title, from: work.today, until: day('2027-02-01'), levels }))
  await by('Amira', person, (work) => addAim(work, person.planId, { aim: 'A life of her own', reason: 'Her words' }))
  await by('Amira', person, (work) => addNeed(work, person.planId, { kind: 'literacy', what: 'Read aloud' }))
  await at('2026-12-01T09:00:00Z')
  return person
}

test('it ends the plan in its fixed word, keeps it as it was, and begins another on the same day with its reason', async () => {
  const person = await tora()
  await saysYes(person)
  const next = await change(person)
  expect((await by('Lena', person, (work) => plansOf(work, person.id))).map(({ public_id: id, programme, state, ending }) => [id, programme, state, ending])).toEqual([
    [next, 'back-on-track', 'running', null], [person.planId, 'entre', 'ended', 'another route']])
  expect(await by('Lena', person, (work) => changesOfProgramme(work, person.id))).toMatchObject([{ from: 'entre', to: 'back-on-track', ending: 'another route', reason: 'A mentor is what she asks for.', on: '2026-12-01', by: 'Kai Nyberg' }])
  expect((await by('Kai', person, thePerson)).state).toBe('active')
  expect((await becomeParticipant(person.id, (work) => changesOfProgramme(work, person.id)))[0]).toMatchObject({ reason: 'A mentor is what she asks for.' })
})

test('it asks for a yes that is younger than the plan: whoever agreed to one programme has not agreed to another', async () => {
  const person = await tora()
  expect(await refused(change(person))).toBe('plan-change-needs-yes')
  await by('Kai', person, (work) => recordConsent(work, person.id, { purpose: 'programme', answer: 'not-now', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }))
  expect(await refused(change(person))).toBe('plan-change-needs-yes')
  expect((await by('Kai', person, (work) => openPlan(work, person.id)))?.programme).toBe('entre')
})

test('it is the coordinator\'s and the facilitator\'s, and refuses the same programme, a day ahead or before the plan, a pause, an ended plan and an older page', async () => {
  const person = await tora()
  await saysYes(person)
  for (const first of ['Lena', 'Mia', 'Noor'] as const) expect(await refused(change(person, { first })), first).toBe('plan-not-yours')
  expect(await refused(change(person, { first: 'Hedda' }))).toBe('not-found')
  expect(await refused(change(person, { programme: 'entre' }))).toBe('plan-change-same')
  expect(await refused(change(person, { changesOn: '2026-12-02' }))).toBe('plan-change-ahead')
  await expect(change(person, { changesOn: '2026-11-22' })).rejects.toMatchObject({ code: 'plan-ends-before-it-begins', field: 'changesOn' })
  expect(await refused(change(person, { revision: 7 }))).toBe('plan-changed-meanwhile')
  await by('Kai', person, (work) => pausePerson(work, 'Ill'))
  expect(await refused(change(person))).toBe('plan-change-while-paused')
  const other = await tora()
  await at('2026-12-02T09:00:00Z')
  await saysYes(other)
  await change(other, { first: 'Amira' })
  expect(await refused(change(other))).toBe('plan-ended-already')
})

test('it refuses in the database whoever may not', async () => {
  const person = await tora()
  const plan = await by('Lena', person, (work) => openPlan(work, person.id))
  await expect(by('Lena', person, async (work) => work.db.insertInto('plan_changes').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, from_plan_id: plan!.id, to_plan_id: plan!.id + 1, reason: 'x', changed_by: work.actor.id, changed_at: work.now }).execute())).rejects.toThrow(/row-level security/)
  await expect(by('Kai', person, async (work) => work.db.insertInto('plan_carryings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, plan_id: plan!.id, from_plan_id: plan!.id + 1, chosen_by: work.actor.id, chosen_at: work.now }).execute())).rejects.toThrow(/row-level security/)
})

test('it carries over what the facilitator chose, with its five sentences, and leaves the rest where it was', async () => {
  const person = await tora()
  const old = await by('Amira', person, (work) => setGoal(work, person.planId, { title: 'Of another life', from: work.today, until: undefined, levels }))
  await by('Amira', person, (work) => closeGoal(work, person.planId, old, { how: 'replaced' }))
  await saysYes(person)
  const next = await change(person)
  const plan = await by('Amira', person, (work) => openPlan(work, person.id))
  const found = (await by('Amira', person, (work) => beforehand(work, plan!)))!
  expect(found.goals).toHaveLength(2)
  const chosen = { goals: [found.goals.find(({ title }) => title === 'Rings her sister')!.public_id, 'nowhere'], aims: found.aims.map(({ public_id: id }) => id), needs: found.adaptations.map(({ public_id: id }) => id) }
  expect(await refused(by('Kai', person, (work) => carryOver(work, next, chosen)))).toBe('plan-content-not-yours')
  await by('Amira', person, (work) => carryOver(work, next, chosen))
  const [goal, ...others] = await by('Amira', person, (work) => goalsInForce(work, person.id))
  expect([goal!.title, goal!.until, goal!.levels.map(({ sentence }) => sentence), others.length]).toEqual(['Rings her sister', '2027-02-01', levels.map(({ sentence }) => sentence), 0])
  expect((await by('Amira', person, (work) => goalsOf(work, person.id))).filter(({ plan_id: id }) => id === found.before.id)).toHaveLength(3)
  expect((await by('Amira', person, (work) => aimsOf(work, plan!.id))).map(({ aim }) => aim)).toEqual(['A life of her own'])
  expect((await by('Amira', person, (work) => needsOfPlan(work, plan!.id))).map(({ what }) => what)).toEqual(['Read aloud'])
  expect(await refused(by('Amira', person, (work) => carryOver(work, next, chosen)))).toBe('plan-carried-already')
})

test('it tells the team for two weeks, and the facilitator until it is chosen what goes on; nothing is a choice too', async () => {
  const person = await tora()
  await saysYes(person)
  const next = await change(person)
  expect([await due('Mia', person), await due('Lena', person), await due('Kai', person)]).toEqual([['Another programme'], ['Another programme'], []])
  expect((await due('Amira', person)).sort()).toEqual(['Another programme', 'Choose what goes on from the plan before'])
  await by('Amira', person, (work) => carryOver(work, next, { goals: [], aims: [], needs: [] }))
  await at('2026-12-16T09:00:00Z')
  expect([await due('Mia', person), await due('Amira', person)]).toEqual([[], []])
})

test('it keeps an aim to its state within the same programme, and in another lets it hold wherever the person stands', async () => {
  const carried = async (programme: string) => {
    await at(testMoment)
    const person = await tora()
    await at('2026-12-02T09:00:00Z')
    await saysYes(person)
    const plan = await by('Amira', person, (work) => openPlan(work, person.id))
    await (await asSuperuser()).query(`update plan_aims set state = 'doubting' where plan_id = $1`, [plan!.id])
    if (programme === 'entre') await by('Kai', person, (work) => endPlan(work, person.planId, { endedOn: work.today, ending: 'completed', revision: undefined }))
    const next = programme === 'entre' ? await by('Kai', person, (work) => makePlan(work, { programme, beginsOn: work.today })) : await change(person, { programme })
    const now = (await by('Amira', person, (work) => openPlan(work, person.id)))!
    const found = (await by('Amira', person, (work) => beforehand(work, now)))!
    await by('Amira', person, (work) => carryOver(work, next, { goals: [], aims: found.aims.map(({ public_id: id }) => id), needs: [] }))
    return (await by('Amira', person, (work) => aimsOf(work, now.id))).map(({ state }) => state)
  }
  expect([await carried('entre'), await carried('back-on-track')]).toEqual([['doubting'], [null]])
})

test('it has nothing to carry into a first plan', async () => {
  const person = await tora()
  expect(await refused(by('Amira', person, (work) => carryOver(work, person.planId, { goals: [], aims: [], needs: [] })))).toBe('plan-nothing-before')
  expect(await due('Amira', person)).toEqual([])
})
