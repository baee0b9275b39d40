import type { Work } from '../platform/work.ts'

/** The plan that runs or is paused, of the person that this work is about. */
export function openPlan(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).where('state', '<>', 'ended').executeTakeFirst()
}

export function planByPublicId(work: Work, publicId: string) {
  return plans(work).where('public_id', '=', publicId).executeTakeFirst()
}

/** All plans of a person, the latest first. */
export function plansOf(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).orderBy('begins_on', 'desc').execute()
}

export function aimsOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_aims').innerJoin('colleagues', 'colleagues.id', 'plan_aims.written_by')
    .select(['plan_aims.public_id', 'plan_aims.participant_id', 'plan_aims.aim', 'plan_aims.reason', 'plan_aims.written_at', 'colleagues.name as written_by'])
    .where('plan_id', '=', planId).where('dropped_at', 'is', null).orderBy('position').execute()
}

function plans(work: Work) {
  return work.db.selectFrom('plans').select(['id', 'public_id', 'participant_id', 'programme', 'version', 'state', 'begins_on', 'ended_on', 'ending', 'revision'])
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof openPlan>>>
