import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { endLegalStatus, recordAdvice, recordLegalStatus } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { offenceStandingOf, recordOffenceAgreement } from './offence/answer-offence.ts'
import { decideUnits, finishUnit, type UnitDecision } from './choose-units.ts'
import { chosenUnits, offenceAnswer, openPlan, unitsOfPlan } from './plans.queries.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const choose = (unitId: string, position?: number, reason = 'It came first in our formulation.'): UnitDecision => ({ unitId, decision: 'choose', position, reason })
const leaveOut = (unitId: string): UnitDecision => ({ unitId, decision: 'leave-out', reason: 'Nothing in the formulation points there.' })
const order = (plan: Planned, first: First = 'Amira') => as(first, plan, async (work) => (await chosenUnits(work, plan.id)).map(({ unitId }) => unitId))
const decide = (plan: Planned, ...units: UnitDecision[]) => as('Amira', plan, (work) => decideUnits(work, plan.planId, { units }))

test('it chooses units in an order and leaves others out, each with its reason', async () => {
  const tora = await aPlan()
  await decide(tora, choose('identity', 2), choose('relations', 1), leaveOut('attitudes'))
  expect(await as('Mia', tora, (work) => chosenUnits(work, tora.id))).toMatchObject([
    { unitId: 'relations', name: 'Interpersonal relations and associates', aboutTheOffence: false, position: 1 }, { unitId: 'identity', position: 2 }])
  const rows = await as('Noor', tora, async (work) => unitsOfPlan(work, (await openPlan(work, tora.id))!.id))
  expect(rows.find(({ unit_id }) => unit_id === 'attitudes')).toMatchObject({ position: null, reason: 'Nothing in the formulation points there.' })
})

test('it moves a unit before or behind another and keeps every earlier decision', async () => {
  const tora = await aPlan()
  await decide(tora, choose('relations', 1), choose('identity', 2), choose('problem_solving', 3))
  await decide(tora, choose('problem_solving', 1))
  expect(await order(tora)).toEqual(['problem_solving', 'relations', 'identity'])
  await decide(tora, choose('problem_solving', 2), { unitId: 'identity', decision: 'later' })
  expect(await order(tora)).toEqual(['relations', 'problem_solving'])
  await decide(tora, leaveOut('relations'))
  expect(await order(tora)).toEqual(['problem_solving'])
  const all = await as('Amira', tora, (work) => work.db.selectFrom('plan_units').select(['unit_id', 'participant_id', 'replaced_at']).where('participant_id', '=', tora.id).execute())
  expect(all.filter(({ replaced_at }) => replaced_at !== null).map(({ unit_id }) => unit_id).sort()).toEqual(['identity', 'relations'])
})

test('it chooses nothing without a reason, and no unit of another programme', async () => {
  const tora = await aPlan()
  await expect(decide(tora, { unitId: 'identity', decision: 'choose' })).rejects.toThrow('unit-needs-a-reason')
  await expect(decide(tora, { unitId: 'identity', decision: 'leave-out', reason: '  ' })).rejects.toThrow('unit-needs-a-reason')
  await expect(decide(tora, choose('mindfulness'))).rejects.toThrow('unit-not-of-programme')
  expect(await order(tora)).toEqual([])
})

test('it lets the facilitator decide on units, not the mentor, the coordinator or a stranger', async () => {
  const tora = await aPlan()
  for (const first of ['Mia', 'Kai', 'Noor'] as const) await expect(as(first, tora, (work) => decideUnits(work, tora.planId, { units: [choose('identity')] }))).rejects.toThrow('plan-content-not-yours')
  await expect(as('Ulla', tora, (work) => decideUnits(work, tora.planId, { units: [choose('identity')] }))).rejects.toThrow('not-found')
})

test('it notices that somebody else decided meanwhile', async () => {
  const tora = await aPlan()
  await as('Amira', tora, (work) => decideUnits(work, tora.planId, { units: [choose('identity')], revision: 1 }))
  await expect(as('Amira', tora, (work) => decideUnits(work, tora.planId, { units: [choose('relations')], revision: 1 }))).rejects.toThrow('plan-changed-meanwhile')
  expect(await order(tora)).toEqual(['identity'])
})

test('it shows the person their own parts, and the coordinator and the case manager none', async () => {
  const tora = await aPlan()
  await decide(tora, choose('identity'))
  expect(await becomeParticipant(tora.id, (work) => chosenUnits(work, tora.id))).toMatchObject([{ unitId: 'identity' }])
  expect([await order(tora, 'Kai'), await order(tora, 'Lena'), await order(tora, 'Noor')]).toEqual([[], [], ['identity']])
})

test('it says what is worked through, and takes it up again', async () => {
  const tora = await aPlan()
  await decide(tora, choose('identity'))
  const done = (doneOn: string | null) => as('Amira', tora, (work) => finishUnit(work, tora.planId, { unitId: 'identity', doneOn: doneOn === null ? null : day(doneOn) }))
  const state = () => as('Amira', tora, async (work) => (await unitsOfPlan(work, (await openPlan(work, tora.id))!.id))[0]!.done_on)
  await done('2026-11-22')
  expect(await state()).toBe('2026-11-22')
  await done(null)
  expect(await state()).toBe(null)
  await expect(done('2026-11-24')).rejects.toThrow('unit-done-ahead')
  await expect(as('Amira', tora, (work) => finishUnit(work, tora.planId, { unitId: 'relations', doneOn: null }))).rejects.toThrow('unit-not-chosen')
})

const pastTheVerb = (plan: Planned, about_the_offence: boolean, position: number | null = 1) => as('Amira', plan, async (work) => work.db.insertInto('plan_units').values({
  id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.id, plan_id: (await openPlan(work, plan.id))!.id, unit_id: 'aggression_history', about_the_offence, position, reason: 'r',
  chosen_by: work.actor.id, chosen_at: work.now }).execute())

test('it takes no unit about the offence on remand, from the verb or past it; others it takes', async () => {
  const kaur = await aPlan({ status: 'remand' })
  await expect(decide(kaur, choose('aggression_history'))).rejects.toThrow('unit-locked')
  await expect(pastTheVerb(kaur, true)).rejects.toThrow('row-level security')
  await decide(kaur, choose('identity'), leaveOut('aggression_history'))
  expect(await order(kaur)).toEqual(['identity'])
})

test('it treats an unknown status as open guilt, by the verb and by the database', async () => {
  const kaur = await aPlan({ status: 'none' })
  await expect(decide(kaur, choose('aggression_history'))).rejects.toThrow('unit-status-not-known')
  await expect(pastTheVerb(kaur, true)).rejects.toThrow('row-level security')
})

test('it opens when the person agrees after advice taken or declined, never while it is pending or nobody has recorded it, and closes with a no', async () => {
  const kaur = await aPlan({ status: 'remand' })
  const { clock } = await testHouse()
  const answer = (agreed: boolean) => as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed, agreedOn: work.today }))
  const standing = () => as('Amira', kaur, (work) => offenceStandingOf(work, kaur.id))
  await expect(answer(true)).rejects.toThrow('offence-advice-not-recorded')
  await as('Lena', kaur, (work) => recordAdvice(work, { advice: 'pending', advisedOn: work.today }))
  await expect(answer(true)).rejects.toThrow('offence-advice-pending')
  await answer(false)
  await expect(pastTheVerb(kaur, true)).rejects.toThrow('row-level security')
  clock.now = instant('2026-11-23T11:00:00Z')
  await as('Lena', kaur, (work) => recordAdvice(work, { advice: 'taken', leftOut: 'names of others', advisedOn: work.today }))
  await answer(true)
  expect(await standing()).toBe('open')
  await decide(kaur, choose('aggression_history'))
  clock.now = instant('2026-11-23T12:00:00Z')
  await as('Lena', kaur, (work) => recordAdvice(work, { advice: 'taken', leftOut: 'the offence', advisedOn: work.today }))
  expect(await standing()).toBe('locked')
  await expect(pastTheVerb(kaur, true)).rejects.toThrow('row-level security')
  await expect(as('Amira', kaur, (work) => finishUnit(work, kaur.planId, { unitId: 'aggression_history', doneOn: work.today }))).rejects.toThrow('unit-locked')
  await expect(decide(kaur, choose('aggression_history', 1, 'Another reason'))).rejects.toThrow('unit-locked')
  await decide(kaur, choose('aggression_history', 1), choose('identity', 1))
  expect(await order(kaur)).toEqual(['identity', 'aggression_history'])
})

test('it opens nothing by a yes that knew of no advice, when charges turn out to be older than the yes; with advice it opens by a new one', async () => {
  const kaur = await aPlan()
  const { clock } = await testHouse()
  const yes = () => as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }))
  const standing = () => as('Amira', kaur, (work) => offenceStandingOf(work, kaur.id))
  await decide(kaur, leaveOut('aggression_history'))
  await yes()
  await as('Lena', kaur, (work) => recordLegalStatus(work, { status: 'charges', fromOn: day('2026-11-10'), source: 'police', authority: 'Prosecution' }))
  expect(await standing()).toBe('locked')
  await expect(decide(kaur, choose('aggression_history'))).rejects.toThrow('unit-locked')
  await expect(pastTheVerb({ ...kaur }, true)).rejects.toThrow('row-level security')
  await expect(as('Amira', kaur, (work) => work.db.updateTable('plan_units').set({ position: 1 }).where('participant_id', '=', kaur.id).execute())).rejects.toThrow('row-level security')
  clock.now = instant('2026-11-23T11:00:00Z')
  await as('Lena', kaur, (work) => recordAdvice(work, { advice: 'declined', advisedOn: work.today }))
  expect(await standing()).toBe('locked')
  await yes()
  expect(await standing()).toBe('open')
  await decide(kaur, choose('aggression_history'))
})

test('it takes no yes without advice while no legal status is known either: guilt may be open', async () => {
  const kaur = await aPlan({ status: 'none' })
  await expect(as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }))).rejects.toThrow('offence-advice-not-recorded')
  await as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed: false, agreedOn: work.today }))
})

test('it brings back no decision that was replaced, past the verb', async () => {
  const tora = await aPlan()
  await decide(tora, choose('identity'))
  await decide(tora, leaveOut('identity'))
  const back = await as('Amira', tora, (work) => work.db.updateTable('plan_units').set({ replaced_at: null }).where('participant_id', '=', tora.id).where('replaced_at', 'is not', null).executeTakeFirst())
  expect(back.numUpdatedRows).toBe(0n)
})

test('it refuses the same part twice, a day that is missing, and taking up again what is locked now, each in words', async () => {
  const kaur = await aPlan()
  await expect(decide(kaur, choose('identity'), leaveOut('identity'))).rejects.toMatchObject({ code: 'unit-twice', field: 'units.1.unitId' })
  await decide(kaur, choose('identity'), choose('aggression_history'))
  const finish = (unitId: string, doneOn: string | null) => as('Amira', kaur, (work) => finishUnit(work, kaur.planId, { unitId, doneOn: doneOn === null ? null : day(doneOn) }))
  await expect(finish('identity', null)).rejects.toMatchObject({ code: 'unit-done-on-no-day' })
  await finish('aggression_history', '2026-11-22')
  await as('Lena', kaur, (work) => recordLegalStatus(work, { status: 'charges', fromOn: day('2026-11-20'), source: 'police', authority: 'Prosecution' }))
  await expect(finish('aggression_history', null)).rejects.toMatchObject({ code: 'unit-locked', values: { title: 'History of aggression' } })
})

test('it keeps one decision when two say at the same moment that a part is worked through: the second is told, or comes after', async () => {
  const tora = await aPlan()
  await decide(tora, choose('identity'))
  const both = await Promise.allSettled([1, 2].map(() => as('Amira', tora, (work) => finishUnit(work, tora.planId, { unitId: 'identity', doneOn: work.today }))))
  const told = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
  expect([[], ['plan-changed-meanwhile']]).toContainEqual(told)
  expect(await as('Amira', tora, async (work) => (await unitsOfPlan(work, (await openPlan(work, tora.id))!.id)).map(({ done_on }) => done_on))).toEqual(['2026-11-23'])
})

test('it copies the legal advice that is recorded, and the database takes no other', async () => {
  const kaur = await aPlan({ status: 'remand' })
  const forged = (advice: string | null) => as('Amira', kaur, async (work) => work.db.insertInto('offence_agreements').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: kaur.id, advice, agreed: true, agreed_on: work.today, recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(forged('taken')).rejects.toThrow('row-level security')
  await as('Lena', kaur, (work) => recordAdvice(work, { advice: 'declined', advisedOn: work.today }))
  await expect(forged('taken')).rejects.toThrow('row-level security')
  await as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }))
  expect(await as('Amira', kaur, (work) => offenceAnswer(work, kaur.id))).toMatchObject({ advice: 'declined', agreed: true })
})

test('it opens after the judgment only with a new yes, in the database too', async () => {
  const kaur = await aPlan({ status: 'remand' });
  (await testHouse()).clock.now = instant('2026-12-01T09:00:00Z')
  const [status] = await as('Lena', kaur, (work) => work.db.selectFrom('legal_statuses').select(['public_id', 'participant_id']).where('participant_id', '=', kaur.id).execute())
  await as('Lena', kaur, (work) => endLegalStatus(work, status!.public_id, day('2026-11-30')))
  await as('Lena', kaur, (work) => recordLegalStatus(work, { status: 'sentenced', fromOn: day('2026-12-01'), source: 'judgment', authority: 'District court' }))
  await expect(decide(kaur, choose('aggression_history'))).rejects.toThrow('unit-needs-a-new-yes')
  await expect(pastTheVerb(kaur, true)).rejects.toThrow('row-level security')
  await as('Amira', kaur, (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }))
  await decide(kaur, choose('aggression_history'))
})

test('it lets assessor, coordinator and facilitator record the answer, not the mentor, and tells the mentor nothing about guilt', async () => {
  const kaur = await aPlan({ status: 'remand' })
  await expect(as('Mia', kaur, (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }))).rejects.toThrow('not-found')
  await as('Noor', kaur, (work) => recordOffenceAgreement(work, { agreed: false, agreedOn: work.today }))
  expect(await as('Mia', kaur, (work) => offenceStandingOf(work, kaur.id))).toBe('not-mine-to-know')
})
