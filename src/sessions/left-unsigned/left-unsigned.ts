import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'

/** How long before somebody's last day with a person their drafts say so. */
export const daysBeforeTheLast = 14

/** Until when the actor works with the person of this row (p), as the one who wrote: what ends first of the assignment, the role and their time here. Null where nothing ends it. */
export function worksUntil(work: Work) {
  return sql<Instant | null>`(select nullif(max(least(coalesce(a.until_at, 'infinity'), coalesce(k.until_at, 'infinity'), coalesce(c.left_on::timestamp at time zone ${work.timeZone}, 'infinity'))), 'infinity')
    from assignments a join appointments k on k.colleague_id = a.colleague_id and k.role = a.role join colleagues c on c.id = a.colleague_id
    where a.colleague_id = ${work.actor.id} and a.participant_id = p.id and a.role in ('facilitator', 'mentor') and k.from_at <= ${work.now} and (k.until_at is null or k.until_at > ${work.now}))`
}

export type LeftUnsigned = { participant_id: number, person: string, name: string, session: string, writer: string, starts_on: Day, left_on: Day }

/** For the coordinator, for four weeks: that somebody who works with a person no more left a draft about them. Of which meeting and by whom, and nothing of what it says. */
export async function notesLeftUnsigned(work: Work): Promise<LeftUnsigned[]> {
  if (!work.actor.roles.includes('coordinator')) return []
  const { rows } = await sql<LeftUnsigned>`select d.participant_id, p.public_id as person, n.name, d.session, c.name as writer, (d.starts_at at time zone ${work.timeZone})::date as starts_on, (d.left_at at time zone ${work.timeZone})::date as left_on
    from drafts_left_behind() d join participants p on p.id = d.participant_id join identity_names n on n.participant_id = p.id left join colleagues c on c.id = d.author_id
    where d.left_at > ${work.now}::timestamptz - interval '28 days' order by d.left_at`.execute(work.db)
  return rows
}
