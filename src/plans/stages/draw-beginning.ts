import { sql } from 'kysely'
import { consentTo } from '../../participants/index.ts'
import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { focusedOn } from '../../platform/focus.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { planToArrange } from '../plans.verbs.ts'
import { hasTreatmentBegun } from './stages.queries.ts'

/**
 * Lets chance choose the day on which the treatment begins, where something is asked of the programme that needs it. Only for somebody who said yes to research, before the
 * treatment has begun, and once: asked again it gives the same day. What is asked, and of whom else, nobody learns here.
 */
export async function drawBeginning(work: Work, planPublicId: string): Promise<Day> {
  const plan = await planToArrange(work, planPublicId)
  const before = await drawnStartOf(work, plan.id)
  if (before) return before.begins_on
  await checkDraw(work, plan.id)
  const { rows } = await sql<{ begins_on: Day | null }>`select draw_beginning(${plan.id}, ${await work.newId()}, ${work.newPublicId()}) as begins_on`.execute(work.db)
  const [drawn] = rows
  if (!drawn?.begins_on) throw refuse('start-no-place')
  return drawn.begins_on
}

/** Refuses 'start-needs-a-yes', 'start-begun-already' and 'start-no-place': asked before somebody reads what a draw means, and again when it is made. */
export async function checkDraw(work: Work, planId: number): Promise<void> {
  if (await consentTo(work, work.about, 'research') !== 'yes') throw refuse('start-needs-a-yes')
  if (await hasTreatmentBegun(work, planId)) throw refuse('start-begun-already')
  if (!await mayDrawBeginning(work, planId)) throw refuse('start-no-place')
}

/** The day that was drawn for a plan, where one was. */
export function drawnStartOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_drawn_starts').select(['participant_id', 'begins_on', 'drawn_at']).where('plan_id', '=', planId).executeTakeFirst()
}

/** Whether chance can be asked now. */
export async function mayDrawBeginning(work: Work, planId: number): Promise<boolean> {
  const [hasBegun, { rows }] = await together([hasTreatmentBegun(work, planId), sql<{ may: boolean }>`select may_draw_beginning(${planId}) as may`.execute(work.db)])
  return !hasBegun && rows[0]?.may === true
}

export type StartDue = { participant_id: number, person: string, name: string, plan: string, begins_on: Day }

/** Beginnings drawn by lot of my people that come within two weeks, or have passed, where no treatment stands written yet. */
export async function startsDrawnSoon(work: Work): Promise<StartDue[]> {
  const { rows } = await sql<StartDue>`select d.participant_id, p.public_id as person, n.name, l.public_id as plan, d.begins_on
    from plan_drawn_starts d join plans l on l.id = d.plan_id and l.state = 'running' join participants p on p.id = d.participant_id join identity_names n on n.participant_id = p.id
      join assignments a on a.participant_id = d.participant_id and a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
    where d.begins_on <= ${work.today}::date + 14 and ${focusedOn(work, sql`p.id`)}
      and not exists (select from plan_stages g where g.plan_id = d.plan_id and g.taken_back_at is null and g.kind in ('delivery', 'transition', 'maintenance', 'closing'))
    order by d.begins_on limit 50`.execute(work.db)
  return rows
}
