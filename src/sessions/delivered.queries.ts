import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** What was delivered under each of these plans: how many sessions were held, and when those ahead are planned. For rooms that may not know sessions. */
export async function deliveredUnder(work: Work, planIds: number[]): Promise<{ planId: number, held: number, planned: Instant[] }[]> {
  const rows = await work.db.selectFrom('sessions').select(['plan_id', 'participant_id', 'state', 'starts_at']).where('plan_id', 'in', [...planIds, -1])
    .where((is) => is.or([is('state', '=', 'held'), is.and([is('state', '=', 'planned'), is('starts_at', '>', work.now)])])).orderBy('starts_at').execute()
  return planIds.map((planId) => {
    const ofPlan = rows.filter(({ plan_id }) => plan_id === planId)
    return { planId, held: ofPlan.filter(({ state }) => state === 'held').length, planned: ofPlan.filter(({ state }) => state === 'planned').map(({ starts_at }) => starts_at) }
  })
}
