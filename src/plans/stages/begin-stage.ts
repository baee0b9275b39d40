import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { programmeOf, type StageKind } from '../../programmes/index.ts'
import { withEarlierParts } from '../versions/earlier-parts.ts'
import type { PlanRow } from '../plans.queries.ts'
import { planToArrange } from '../plans.verbs.ts'
import { checkStage } from './stage.ts'
import { stagesBegun } from './stages.queries.ts'

export type BeginStage = { stage: string, beginsOn: Day }

/** Says from which day the plan stands in a stage of its programme. Forwards and back: the latest day holds, and every step is kept. */
export async function beginStage(work: Work, planPublicId: string, next: BeginStage): Promise<void> {
  const plan = await planToArrange(work, planPublicId)
  const stage = (await stagesIn(work, plan)).find(({ id }) => id === next.stage)
  if (!stage) throw refuse('stage-not-in-programme')
  checkStage(await stagesBegun(work, plan.id), next, { today: work.today, planBegins: plan.begins_on })
  await writeStage(work, plan, { stage: stage.id, kind: stage.kind, begins_on: next.beginsOn })
}

/** Two windows at the same moment: the second finds out here. */
async function writeStage(work: Work, plan: PlanRow, row: { stage: string, kind: StageKind, begins_on: Day }): Promise<void> {
  try {
    await work.db.insertInto('plan_stages').values({
      ...row, id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, written_by: work.actor.id, written_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'plan_stages_one_a_day')) throw refuse('stage-begins-same-day')
    throw fault
  }
}

/** Takes back what was written by mistake: the stage before it holds again. It stays in the history of the plan. */
export async function takeBackStage(work: Work, planPublicId: string, stagePublicId: string): Promise<void> {
  const plan = await planToArrange(work, planPublicId)
  const done = await work.db.updateTable('plan_stages').set({ taken_back_at: work.now }).where('plan_id', '=', plan.id).where('public_id', '=', stagePublicId).where('taken_back_at', 'is', null).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw refuse('not-found')
}

type StageOfPlan = { id: string, title: string, says?: string, kind: StageKind }

/** Those stages, and after them the ones written before the plan was moved to a version that no longer has them. */
export function stagesEver(work: Work, plan: Pick<PlanRow, 'id' | 'programme' | 'version'>, written: { stage: string }[]): Promise<StageOfPlan[]> {
  return withEarlierParts<StageOfPlan>(work, plan, { of: ({ stages }) => stages, written: written.map(({ stage }) => stage) })
}

/** The stages of the plan's version of its programme, in its order. */
export async function stagesIn(work: Work, plan: Pick<PlanRow, 'programme' | 'version'>): Promise<StageOfPlan[]> {
  return (await programmeOf(work, plan.programme, plan.version))?.stages ?? []
}
