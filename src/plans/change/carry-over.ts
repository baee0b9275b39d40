import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { goalsOf, type GoalRow, type PlanRow } from '../plans.queries.ts'
import { planToWrite } from '../plans.verbs.ts'
import { carryingOf, planBefore } from './change.queries.ts'

export type Chosen = { goals: string[], aims: string[], needs: string[] }

/** What stands in the plan before and could go on: the goals that nobody had closed, the aims, adaptations and strands that held when it ended. */
export async function beforehand(work: Work, plan: PlanRow) {
  const before = await planBefore(work, plan)
  if (!before) return undefined
  const goals = (await goalsOf(work, plan.participant_id)).filter(({ plan_id: id, how }) => id === before.id && how === null)
  const aims = await work.db.selectFrom('plan_aims').select(['id', 'public_id', 'participant_id', 'aim', 'reason', 'state']).where('plan_id', '=', before.id).where('dropped_at', 'is', null).orderBy('position').execute()
  const adaptations = await work.db.selectFrom('plan_adaptations').select(['id', 'public_id', 'participant_id', 'kind', 'what', 'asked_for_by_person']).where('plan_id', '=', before.id).where('ended_at', 'is', null).orderBy('id').execute()
  const strands = await work.db.selectFrom('plan_strands').select(['id', 'public_id', 'participant_id', 'kind', 'what']).where('plan_id', '=', before.id).where('ended_at', 'is', null).orderBy('id').execute()
  return { before, goals, aims, adaptations, strands }
}

/**
 * What was chosen of the plan before goes on in this one, written anew from today; the rest stays where it is. That nothing goes on is a choice too. Once for a plan.
 * An aim of one state keeps it within the same programme; another programme has other states, and there it holds wherever the person stands.
 */
export async function carryOver(work: Work, planPublicId: string, chosen: Chosen): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  const found = await beforehand(work, plan)
  if (!found) throw refuse('plan-nothing-before')
  if (await carryingOf(work, plan.id)) throw refuse('plan-carried-already')
  await writeChoice(work, plan, found.before.id)
  for (const goal of found.goals.filter(({ public_id: id }) => chosen.goals.includes(id))) await writeGoal(work, plan, goal)
  const written = { participant_id: plan.participant_id, plan_id: plan.id, written_by: work.actor.id, written_at: work.now }
  let position = (await work.db.selectFrom('plan_aims').select(['participant_id']).where('plan_id', '=', plan.id).execute()).length
  for (const { id, aim, reason, state } of found.aims.filter((one) => chosen.aims.includes(one.public_id))) {
    await work.db.insertInto('plan_aims').values({ ...await fresh(work), ...written, position: position += 1, aim, reason, state: found.before.programme === plan.programme ? state : null, carried_from_id: id }).execute()
  }
  for (const { id, kind, what, asked_for_by_person: asked } of found.adaptations.filter((one) => chosen.needs.includes(one.public_id))) {
    await work.db.insertInto('plan_adaptations').values({ ...await fresh(work), ...written, kind, what, asked_for_by_person: asked, carried_from_id: id }).execute()
  }
  for (const { id, kind, what } of found.strands.filter((one) => chosen.needs.includes(one.public_id))) {
    await work.db.insertInto('plan_strands').values({ ...await fresh(work), ...written, kind, what, carried_from_id: id }).execute()
  }
}

/** Two windows at the same moment: the second finds out here. */
async function writeChoice(work: Work, plan: PlanRow, fromPlanId: number): Promise<void> {
  try {
    await work.db.insertInto('plan_carryings').values({ ...await fresh(work), participant_id: plan.participant_id, plan_id: plan.id, from_plan_id: fromPlanId, chosen_by: work.actor.id, chosen_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'plan_carryings_plan_id_key')) throw refuse('plan-carried-already')
    throw fault
  }
}

/** With the five sentences as they were agreed, for a period that begins today; its end stays where it still lies ahead. */
async function writeGoal(work: Work, plan: PlanRow, goal: GoalRow): Promise<void> {
  const { id, public_id } = await fresh(work)
  await work.db.insertInto('goals').values({ id, public_id, participant_id: plan.participant_id, plan_id: plan.id, title: goal.title, from_on: work.today, until_on: goal.until_on !== null && goal.until_on >= work.today ? goal.until_on : null,
    carried_from_id: goal.id, written_by: work.actor.id, written_at: work.now }).execute()
  for (const { level, sentence } of goal.levels) {
    await work.db.insertInto('goal_levels').values({ id: await work.newId(), goal_id: id, participant_id: plan.participant_id, level, sentence }).execute()
  }
}

async function fresh(work: Work) {
  return { id: await work.newId(), public_id: work.newPublicId() }
}
