import { addMonths, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmeOf } from '../programmes/index.ts'
import { adaptations, strands, type NeedKind } from './plan.ts'
import { needsOfPlan, type Need, type PlanRow } from './plans.queries.ts'
import { planToArrange, planToWrite, thePlan } from './plans.verbs.ts'
import { isStateOf } from './states/states-in.ts'

export type AddNeed = { kind: NeedKind, what: string, why?: string | undefined, askedFor?: boolean | undefined }

/** Adds what makes the plan fit the person: an adaptation, a strand beside the programme, or somebody it needs. */
export async function addNeed(work: Work, planPublicId: string, need: AddNeed): Promise<void> {
  if (need.kind === 'person') return addPerson(work, await planToArrange(work, planPublicId), need)
  const plan = await planToWrite(work, planPublicId)
  if (need.kind === 'faith-need' && !need.askedFor) throw refuse('need-of-faith-not-asked-for')
  const row = {
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, kind: need.kind, what: need.what, written_by: work.actor.id, written_at: work.now }
  if (strands.some((one) => one === need.kind)) await work.db.insertInto('plan_strands').values(row).execute()
  else await work.db.insertInto('plan_adaptations').values({ ...row, asked_for_by_person: need.askedFor ?? false }).execute()
}

/** Says that something is needed no longer. It stays in the history of the plan. */
export async function endNeed(work: Work, planPublicId: string, needId: string): Promise<void> {
  const need = await theNeed(work, planPublicId, needId)
  await (need.kind === 'person' ? planToArrange : planToWrite)(work, planPublicId)
  const table = need.kind === 'person' ? 'plan_people' : adaptations.some((one) => one === need.kind) ? 'plan_adaptations' : 'plan_strands'
  await work.db.updateTable(table).set({ ended_at: work.now }).where('public_id', '=', needId).execute()
}

export async function theNeed(work: Work, planPublicId: string, needId: string): Promise<Need> {
  const plan = await thePlan(work, planPublicId)
  const need = (await needsOfPlan(work, plan.id)).find(({ public_id }) => public_id === needId)
  if (!need) throw refuse('not-found')
  return need
}

/** Lets go of an aim: it was a slip, it is reached, or life has another. It stays in the history of the plan. */
export async function letGoOfAim(work: Work, planPublicId: string, aimId: string): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  const done = await work.db.updateTable('plan_aims').set({ dropped_at: work.now }).where('plan_id', '=', plan.id).where('public_id', '=', aimId).where('dropped_at', 'is', null).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw refuse('not-found')
}

/** Notes where the person stands, in the states of the programme. People move in both directions: every move can be followed by another. */
export async function noteState(work: Work, planPublicId: string, { state, reason, seenOn }: { state: string, reason: string, seenOn: Day }): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  if (!isStateOf(await programmeOf(work, plan.programme, plan.version), state)) throw refuse('state-not-in-programme')
  if (seenOn > work.today) throw refuse('state-seen-ahead')
  if (seenOn < addMonths(plan.begins_on, -12)) throw refuse('state-seen-too-early')
  await work.db.insertInto('plan_states').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, state, reason, seen_on: seenOn, noted_by: work.actor.id, noted_at: work.now }).execute()
}

async function addPerson(work: Work, plan: PlanRow, { what, why }: AddNeed): Promise<void> {
  if (!why?.trim()) throw refuse('need-says-what-for')
  if (what.length > 200) throw refuse('need-person-too-long')
  await work.db.insertInto('plan_people').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, needed: what, why, written_by: work.actor.id, written_at: work.now }).execute()
}
