import { myRoleFor } from '../access/index.ts'
import { beforeAPlan } from '../eligibility/index.ts'
import { sql } from 'kysely'
import { consentTo, setState, thePerson, type Erasers } from '../participants/index.ts'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { programmeOf, useProgramme } from '../programmes/index.ts'
import { isStateOf } from './states/states-in.ts'
import { checkBegin, ended, type Ending, type PlanState } from './plan.ts'
import { aimsEverOf, lastAnswer, lastEndedOf, madeAt, openPlan, planByPublicId, type PlanRow } from './plans.queries.ts'

export type MakePlan = { programme: string, beginsOn: Day }

/** Makes a plan on the offered version of a programme. Only for somebody who said yes to it, to a colleague who told them what it is: whoever agreed to one programme has not agreed to another. And not in a pause, nor while an answer speaks against it that nobody who may has gone on despite. */
export async function makePlan(work: Work, { programme, beginsOn }: MakePlan): Promise<string> {
  await mustArrange(work)
  const missing = await yesIsMissing(work)
  if (missing) throw refuse(missing)
  if (await openPlan(work, work.about)) throw refuse('plan-open-already')
  if ((await thePerson(work)).state === 'paused') throw refuse('plan-while-paused')
  if (await yesWasToAnother(work, programme)) throw refuse('plan-change-needs-yes')
  checkBegin(beginsOn, work.today)
  const definition = await useProgramme(work, programme)
  if ((await beforeAPlan(work, definition)).against.length > 0) throw refuse('plan-rule-against')
  const publicId = work.newPublicId()
  await writePlan(work, { id: await work.newId(), public_id: publicId, participant_id: work.about, programme, version: definition.version, state: 'running', begins_on: beginsOn })
  await setState(work, 'active')
  return publicId
}

type NewPlan = { id: number, public_id: string, participant_id: number, programme: string, version: number, state: 'running', begins_on: Day }

/** Two windows at the same moment: the second finds out here. */
async function writePlan(work: Work, row: NewPlan): Promise<void> {
  try {
    await work.db.insertInto('plans').values({ ...row, made_by: work.actor.id, made_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'plans_one_open')) throw refuse('plan-open-already')
    throw fault
  }
}

export type AddAim = { aim: string, reason: string, /** The state of the person to which it belongs; nothing: it holds in every one. */ state?: string | undefined }

/** Adds what the plan works towards, with its reason. Refuses 'state-not-in-programme'. */
export async function addAim(work: Work, planPublicId: string, { aim, reason, state }: AddAim): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  if (state !== undefined && !isStateOf(await programmeOf(work, plan.programme, plan.version), state)) throw refuse('state-not-in-programme', {}, 'state')
  const aims = await aimsEverOf(work, plan.id)
  await work.db.insertInto('plan_aims').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, plan_id: plan.id, position: aims.length + 1, aim, reason, state: state ?? null,
    written_by: work.actor.id, written_at: work.now }).execute()
}

/** Ends a plan, in one of the fixed words. */
export async function endPlan(work: Work, planPublicId: string, sent: { endedOn: Day, ending: Ending, revision: number | undefined }): Promise<void> {
  await mustArrange(work)
  const plan = await thePlan(work, planPublicId)
  ended({ state: plan.state as PlanState, beginsOn: plan.begins_on }, sent.endedOn, work.today)
  const changed = await work.db.updateTable('plans').set({ state: 'ended', ended_on: sent.endedOn, ending: sent.ending, revision: plan.revision + 1 })
    .where('id', '=', plan.id).where('revision', '=', sent.revision ?? plan.revision).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('plan-changed-meanwhile')
  await setState(work, 'ended')
  for (const follows of whatFollowsAnEnd) await follows(work, plan.id)
}

/** The open plan is paused with the person, and goes on with them. */
export async function restWithThePerson(work: Work, participantId: number, now: 'paused' | 'active'): Promise<void> {
  const [from, to] = now === 'paused' ? ['running', 'paused'] : ['paused', 'running']
  await work.db.updateTable('plans').set((row) => ({ state: to, revision: row('revision', '+', 1) })).where('participant_id', '=', participantId).where('state', '=', from).execute()
}

type Follows = (work: Work, planId: number) => Promise<void>

/** Port: what was planned under a plan belongs to rooms above this one, so the application hands in what ends with it. */
export function whenAPlanEnds(...follows: Follows[]): void {
  whatFollowsAnEnd = follows
}

let whatFollowsAnEnd: readonly Follows[] = []

export async function thePlan(work: Work, publicId: string): Promise<PlanRow> {
  const plan = await planByPublicId(work, publicId)
  if (!plan) throw refuse('not-found')
  return plan
}

/** The plan, for whoever writes its content: the facilitator, while it has not ended. */
export async function planToWrite(work: Work, publicId: string): Promise<PlanRow> {
  const plan = await thePlan(work, publicId)
  const role = await myRoleFor(work, work.about)
  if (!role) throw refuse('not-found')
  if (role !== 'facilitator') throw refuse('plan-content-not-yours')
  if (plan.state === 'ended') throw refuse('plan-ended-already')
  return plan
}

/** The plan, for whoever arranges its dates and people: the coordinator or the facilitator, while it has not ended. */
export async function planToArrange(work: Work, publicId: string): Promise<PlanRow> {
  await mustArrange(work)
  const plan = await thePlan(work, publicId)
  if (plan.state === 'ended') throw refuse('plan-ended-already')
  return plan
}

/** Two who change the same plan at once: the second is told, and keeps their text. */
export async function takeTurn(work: Work, plan: PlanRow, shown: number | undefined): Promise<void> {
  const changed = await work.db.updateTable('plans').set({ revision: plan.revision + 1 }).where('id', '=', plan.id).where('revision', '=', shown ?? plan.revision).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('plan-changed-meanwhile')
}

/**
 * Why no plan can be made yet; nothing where the person said yes here. A yes that only came with the referral is somebody else's word: nobody
 * here told the person what they agree to.
 */
export async function yesIsMissing(work: Work): Promise<'plan-no-consent' | 'plan-yes-came-with-referral' | undefined> {
  if (await consentTo(work, work.about, 'programme') !== 'yes') return 'plan-no-consent'
  const answer = await lastAnswer(work, work.about)
  return answer && ['as-imported', 'with-referral'].includes(answer.way) ? 'plan-yes-came-with-referral' : undefined
}

/** Whether the plan before was one of another programme, and the person was not asked since. Going on with the same one needs no new yes. */
export async function yesWasToAnother(work: Work, programme?: string): Promise<boolean> {
  const last = await lastEndedOf(work, work.about)
  return last !== undefined && last.programme !== programme && await isAskedBefore(work, last)
}

/** Whether the last answer to taking part is older than a plan. */
export async function isAskedBefore(work: Work, plan: PlanRow): Promise<boolean> {
  const [answer, made] = [await lastAnswer(work, plan.participant_id), await madeAt(work, plan.id)]
  return answer === undefined || answer.recorded_at <= made
}

/** Dates and programme are the coordinator's and the facilitator's; others see why they cannot. */
async function mustArrange(work: Work): Promise<void> {
  const role = await myRoleFor(work, work.about)
  if (!role) throw refuse('not-found')
  if (!['coordinator', 'facilitator'].includes(role)) throw refuse('plan-not-yours')
}

const partsOfAPlan = ['plan_aims', 'plan_units', 'plan_adaptations', 'plan_strands', 'plan_states', 'plan_people', 'plan_fits', 'plan_moves', 'plan_stages', 'offence_agreements', 'plan_changes', 'plan_carryings'] as const

/** What this room erases: all that a plan says, its goals unless measures of them are kept, and itself unless a session under it is. A plan that runs is never erased. */
export const erasesOfPlans: Erasers = [['plan', async (work, id) => {
  for (const table of partsOfAPlan) await work.db.deleteFrom(table).where('participant_id', '=', id).execute()
  await work.db.deleteFrom('goals').where('participant_id', '=', id).execute()
  await sql`delete from plans where participant_id = ${id} and not exists (select from sessions s where s.plan_id = plans.id)`.execute(work.db)
}]]
