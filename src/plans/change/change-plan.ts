import { thePerson } from '../../participants/index.ts'
import { daysBetween, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { mostDaysBack, type Ending } from '../plan.ts'
import { endPlan, isAskedBefore, makePlan, planToArrange, thePlan, yesIsMissing } from '../plans.verbs.ts'
import type { PlanRow } from '../plans.queries.ts'

export type Changing = { programme: string, changesOn: Day, ending: Ending, reason: string, revision?: number | undefined }

/**
 * Somebody goes on with another programme: the plan ends in its fixed word and stays as it was, and another begins on the same day. Only with a yes that is younger than the
 * plan: whoever agreed to one programme has not agreed to another. Returns the public id of the new plan.
 */
export async function changePlan(work: Work, planPublicId: string, { programme, changesOn, ending, reason, revision }: Changing): Promise<string> {
  const plan = await planToArrange(work, planPublicId)
  if (plan.programme === programme) throw refuse('plan-change-same')
  if ((await thePerson(work)).state === 'paused') throw refuse('plan-change-while-paused')
  checkDay(plan, changesOn, work.today)
  if (await yesIsNeeded(work, plan)) throw refuse('plan-change-needs-yes')
  await endPlan(work, planPublicId, { endedOn: changesOn, ending, revision })
  const next = await makePlan(work, { programme, beginsOn: changesOn })
  await work.db.insertInto('plan_changes').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, from_plan_id: plan.id, to_plan_id: (await thePlan(work, next)).id, reason,
    changed_by: work.actor.id, changed_at: work.now }).execute()
  return next
}

/** Whether they have to be asked first: nobody has told them of another programme since this plan was made, or their answer is no yes. */
export async function yesIsNeeded(work: Work, plan: PlanRow): Promise<boolean> {
  return await yesIsMissing(work) !== undefined || await isAskedBefore(work, plan)
}

/** This form has one day, which is the end of the one and the beginning of the other: what is wrong with it is said there. */
function checkDay(plan: PlanRow, changesOn: Day, today: Day): void {
  if (changesOn > today) throw refuse('plan-change-ahead')
  if (changesOn < plan.begins_on) throw refuse('plan-ends-before-it-begins', {}, 'changesOn')
  if (daysBetween(changesOn, today) > mostDaysBack) throw refuse('plan-begins-too-early', {}, 'changesOn')
}
