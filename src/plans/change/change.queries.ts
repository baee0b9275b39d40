import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'
import type { PlanRow } from '../plans.queries.ts'

export type Changed = { fromPlan: string, from: string, ending: string | null, toPlan: string, to: string, on: Day, reason: string, by: string, at: Instant }

/** From which programme to which, in which word the one before ended, and why; the latest first. */
export async function changesOfProgramme(work: Work, participantId: number): Promise<Changed[]> {
  const rows = await work.db.selectFrom('plan_changes as c').innerJoin('plans as former', 'former.id', 'c.from_plan_id').innerJoin('plans as next', 'next.id', 'c.to_plan_id').leftJoin('colleagues as k', 'k.id', 'c.changed_by')
    .select(['c.participant_id', 'former.public_id as from_plan', 'former.programme as from', 'former.ending', 'next.public_id as to_plan', 'next.programme as to', 'next.begins_on', 'c.reason', 'k.name as by', 'c.changed_at'])
    .where('c.participant_id', '=', participantId).orderBy('c.changed_at', 'desc').orderBy('c.id', 'desc').limit(50).execute()
  return rows.map((row) => ({ fromPlan: row.from_plan, from: row.from, ending: row.ending, toPlan: row.to_plan, to: row.to, on: row.begins_on, reason: row.reason, by: row.by ?? '', at: row.changed_at }))
}

/** The plan that ended last before this one began; none where it is the first. */
export function planBefore(work: Work, plan: PlanRow) {
  return work.db.selectFrom('plans').select(['id', 'public_id', 'participant_id', 'programme', 'version', 'state', 'begins_on', 'ended_on', 'ending', 'revision', 'sessions_a_week'])
    .where('participant_id', '=', plan.participant_id).where('id', '<>', plan.id).where('state', '=', 'ended').where('ended_on', '<=', sql<Day>`greatest(${plan.begins_on}::date, ${work.today}::date)`)
    .orderBy('ended_on', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

/** Who chose what goes on into this plan, and when. */
export function carryingOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_carryings').leftJoin('colleagues', 'colleagues.id', 'plan_carryings.chosen_by').select(['plan_carryings.participant_id', 'chosen_at', 'colleagues.name']).where('plan_id', '=', planId).executeTakeFirst()
}

type News = { participant_id: number, person: string, name: string, plan: string, what: 'changed' | 'carry', on: Day, from: string, to: string }

/** For the team, two weeks long, that somebody changed the programme; for the facilitator, until it is chosen, what goes on from the plan before. */
export async function changesToKnow(work: Work): Promise<News[]> {
  const { rows } = await sql<News>`with mine as (select a.participant_id, a.role from assignments a where a.colleague_id = ${work.actor.id} and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`a.participant_id`)})
    select f.participant_id, p.public_id as person, n.name, f.plan, f.what, f.on, f."from", f."to" from (
      select c.participant_id, 'changed' as what, l.public_id as plan, (c.changed_at at time zone ${work.timeZone})::date as on, b.programme as "from", l.programme as "to"
        from plan_changes c join mine m on m.participant_id = c.participant_id join plans l on l.id = c.to_plan_id join plans b on b.id = c.from_plan_id
        where c.changed_by <> ${work.actor.id} and c.changed_at > ${work.now}::timestamptz - interval '14 days'
      union all select l.participant_id, 'carry', l.public_id, l.begins_on, '', l.programme from plans l join mine m on m.participant_id = l.participant_id and m.role = 'facilitator'
        where l.state <> 'ended' and exists (select from plans b where b.participant_id = l.participant_id and b.state = 'ended' and b.id <> l.id and (exists (select from goals g where g.plan_id = b.id and not exists (select from goal_closings h where h.goal_id = g.id)) or exists (select from plan_aims g where g.plan_id = b.id and g.dropped_at is null)))
          and not exists (select from plan_carryings k where k.plan_id = l.id)) f
    join participants p on p.id = f.participant_id join identity_names n on n.participant_id = f.participant_id order by f.on limit 50`.execute(work.db)
  return rows
}
