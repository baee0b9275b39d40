import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkPeriod, isFixed, isTheSame, levels, type Closing, type Level } from './goal.ts'
import { planToWrite } from './plans.verbs.ts'
import { goalsOf, type GoalRow } from './plans.queries.ts'

export type SetGoal = { title: string, from: Day, until?: Day | undefined, levels: { level: Level, sentence: string }[] }

/** Writes a goal with its five levels for a period that begins today or later. Returns its public id. */
export async function setGoal(work: Work, planPublicId: string, goal: SetGoal & { /** How many there were when the form was opened, closed ones too. */ known?: number | undefined }): Promise<string> {
  const plan = await planToWrite(work, planPublicId)
  check(work, goal)
  const all = await goalsOfPlan(work, plan)
  checkOther(goal, all.filter(({ how }) => how === null))
  if (goal.known !== undefined && all.length > goal.known) throw refuse('goal-set-meanwhile')
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto('goals').values({
    id, public_id: publicId, participant_id: plan.participant_id, plan_id: plan.id, title: goal.title, from_on: goal.from, until_on: goal.until ?? null, written_by: work.actor.id, written_at: work.now }).execute()
  for (const { level, sentence } of goal.levels) {
    await work.db.insertInto('goal_levels').values({ id: await work.newId(), goal_id: id, participant_id: plan.participant_id, level, sentence }).execute()
  }
  return publicId
}

/** Puts a goal into other words while its period has not begun. Afterwards its levels are what it is measured by. */
export async function rewriteGoal(work: Work, planPublicId: string, goalId: string, goal: SetGoal & { revision?: number | undefined }): Promise<void> {
  const row = await goalToWrite(work, planPublicId, goalId)
  if (isFixed({ from: row.from_on }, work.today)) throw refuse('goal-fixed')
  check(work, goal)
  checkOther(goal, (await goalsOfPlan(work, { id: row.plan_id, participant_id: row.participant_id })).filter(({ id, how }) => id !== row.id && how === null))
  for (const { level, sentence } of goal.levels) {
    await work.db.updateTable('goal_levels').set({ sentence }).where('goal_id', '=', row.id).where('level', '=', level).execute()
  }
  const changed = await work.db.updateTable('goals').set({ title: goal.title, from_on: goal.from, until_on: goal.until ?? null, revision: row.revision + 1 })
    .where('id', '=', row.id).where('revision', '=', goal.revision ?? row.revision).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('plan-changed-meanwhile')
}

export type CloseGoal = { how: Closing, words?: string | undefined }

/** Closes a goal in one of the fixed words. */
export async function closeGoal(work: Work, planPublicId: string, goalId: string, closing: CloseGoal): Promise<void> {
  await close(work, await goalToWrite(work, planPublicId, goalId), closing)
}

/** A new period: every goal that has begun and is still open is closed in the same words, and new ones can be written. Returns how many. */
export async function startNewPeriod(work: Work, planPublicId: string, closing: CloseGoal): Promise<number> {
  const plan = await planToWrite(work, planPublicId)
  const open = (await goalsOfPlan(work, plan)).filter(({ how, from_on: from }) => how === null && from <= work.today)
  if (open.length === 0) throw refuse('goal-none-open')
  for (const goal of open) await close(work, goal, closing)
  return open.length
}

/** The goals of one plan: those that run, those ahead, those whose period is over and waits for its word, and closed ones. */
export async function goalsOfPlan(work: Work, plan: { id: number, participant_id: number }): Promise<GoalRow[]> {
  return (await goalsOf(work, plan.participant_id)).filter((goal) => goal.plan_id === plan.id)
}

export async function theGoal(work: Work, goalId: string): Promise<GoalRow> {
  const goal = (await goalsOf(work, work.about)).find(({ public_id }) => public_id === goalId)
  if (!goal) throw refuse('not-found')
  return goal
}

async function goalToWrite(work: Work, planPublicId: string, goalId: string): Promise<GoalRow> {
  const plan = await planToWrite(work, planPublicId)
  const goal = await theGoal(work, goalId)
  if (goal.plan_id !== plan.id) throw refuse('not-found')
  if (goal.how) throw refuse('goal-closed-already')
  return goal
}

async function close(work: Work, goal: GoalRow, { how, words }: CloseGoal): Promise<void> {
  if (how === 'life changed' && !words?.trim()) throw refuse('goal-closing-needs-words')
  const done = await work.db.insertInto('goal_closings').values({
    id: await work.newId(), goal_id: goal.id, participant_id: goal.participant_id, how, words: words ?? '', closed_on: work.today, closed_by: work.actor.id, closed_at: work.now })
    .onConflict((conflict) => conflict.column('goal_id').doNothing()).executeTakeFirst()
  if (done.numInsertedOrUpdatedRows !== 1n) throw refuse('goal-closed-already')
}

/** The same goal twice at the same time is a second window. */
function checkOther(goal: SetGoal, open: readonly GoalRow[]): void {
  if (open.some((one) => isTheSame({ title: goal.title, from: goal.from, until: goal.until ?? null }, { title: one.title, from: one.from_on, until: one.until_on }))) throw refuse('goal-open-already')
}

function check(work: Work, goal: SetGoal): void {
  checkPeriod({ from: goal.from, until: goal.until ?? null }, work.today)
  const written = levels.filter((level) => goal.levels.some((one) => one.level === level && one.sentence.trim() !== ''))
  if (written.length !== levels.length || goal.levels.length !== levels.length) throw refuse('goal-needs-five-levels')
}
