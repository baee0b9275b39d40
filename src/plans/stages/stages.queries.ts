import type { Work } from '../../platform/work.ts'
import type { BegunStage } from './stage.ts'

/** The stages that a plan went through, the latest first; what was taken back is not among them. */
export async function stagesBegun(work: Work, planId: number): Promise<BegunStage[]> {
  return (await stagesWritten(work, planId)).filter(({ taken_back_at }) => taken_back_at === null).map(({ public_id: publicId, stage, begins_on: beginsOn }) => ({ publicId, stage, beginsOn }))
}

/** Everything that was written of it, the latest day first, with who wrote it and what was taken back. */
export function stagesWritten(work: Work, planId: number) {
  return work.db.selectFrom('plan_stages').leftJoin('colleagues', 'colleagues.id', 'plan_stages.written_by')
    .select(['plan_stages.public_id', 'plan_stages.participant_id', 'stage', 'begins_on', 'written_at', 'taken_back_at', 'colleagues.name as written_by'])
    .where('plan_id', '=', planId).orderBy('begins_on', 'desc').orderBy('plan_stages.id', 'desc').execute()
}

/** Whether the treatment stands written as begun, or what comes after it. */
export async function hasTreatmentBegun(work: Work, planId: number): Promise<boolean> {
  const found = await work.db.selectFrom('plan_stages').select('participant_id').where('plan_id', '=', planId).where('taken_back_at', 'is', null)
    .where('kind', 'in', ['delivery', 'transition', 'maintenance', 'closing']).executeTakeFirst()
  return found !== undefined
}
