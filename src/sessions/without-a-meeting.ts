import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'

export type WithoutAMeeting = { participant_id: number, public_id: string, name: string, begins_on: Day, /** The last that was planned under the plan and has passed; null where there was none. */ last_on: Day | null }

/**
 * Running plans of people whom the actor meets as facilitator under which no facilitator has a meeting ahead: also not one who has left, whose meetings are taken over first. A mentor's meetings and a
 * circle's are no part of the course, so a plan with those alone stands still.
 */
export async function plansWithoutAMeeting(work: Work): Promise<WithoutAMeeting[]> {
  const { rows } = await sql<WithoutAMeeting>`select p.id as participant_id, p.public_id, n.name, l.begins_on,
      (select (s.starts_at at time zone ${work.timeZone})::date from sessions s where s.participant_id = p.id and s.plan_id = l.id and s.state in ('planned', 'held', 'missed') and ${byAFacilitator} order by s.starts_at desc limit 1) as last_on
    from assignments a join participants p on p.id = a.participant_id and p.state = 'active' join identity_names n on n.participant_id = p.id
    join plans l on l.participant_id = p.id and l.state = 'running' and l.begins_on <= ${work.today}
    where a.colleague_id = ${work.actor.id} and a.role = 'facilitator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)}
      and not exists (select from sessions s where s.participant_id = p.id and s.state = 'planned' and s.starts_at > ${work.now}::timestamptz - interval '1 day' and s.starts_at + s.minutes * interval '1 minute' > ${work.now} and ${byAFacilitator})
      and not exists (select from withdrawals w where w.participant_id = p.id and w.purpose = 'programme'
        and not exists (select from consents c where c.participant_id = w.participant_id and c.purpose = w.purpose and c.recorded_at > w.withdrawn_at))
    order by n.name limit 50`.execute(work.db)
  return rows
}

const byAFacilitator = sql`not exists (select from assignments m where m.colleague_id = s.author_id and m.participant_id = s.participant_id and m.role in ('mentor', 'circle_coordinator'))`
