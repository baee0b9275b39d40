import { sql } from 'kysely'
import type { Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'

/** What is planned under a plan ends with it, whoever planned it, a circle too: nothing carries it any more. Practical help under an agreement of its own goes on, and so does what an earlier plan's time of maintenance carries. */
export async function callOffWithThePlan(work: Work, planId: number): Promise<void> {
  await sql`select call_off_under_plan(${planId})`.execute(work.db)
}

export type EndedWithThePlan = { participant_id: number, person: string, name: string, meetings: number, first_at: Instant, on_at: Instant }

/** Whoever held or came along to what ended with a plan is told for a week, in one line for each person: the other side may be told by nobody else. */
export async function endedWithThePlan(work: Work): Promise<EndedWithThePlan[]> {
  const { rows } = await sql<EndedWithThePlan>`select p.id as participant_id, p.public_id as person, n.name, count(*)::int as meetings, min(s.starts_at) as first_at, min(s.recorded_at) as on_at
    from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    where s.cause = 'plan-ended' and s.state = 'called-off' and s.recorded_at > ${work.now}::timestamptz - interval '7 days' and ${work.actor.id} in (s.author_id, s.second_id) and ${focusedOn(work, sql`p.id`)}
    group by p.id, p.public_id, n.name order by first_at limit 50`.execute(work.db)
  return rows
}
