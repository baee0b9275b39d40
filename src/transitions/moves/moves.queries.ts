import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'

/** Meetings that were planned before a move was known, for a time after it: they lie in the old place until somebody moves them. By telephone or video one meets anywhere. */
const leftBehind = (work: Work) => sql`from sessions s join (select participant_id, moves_on as from_on, announced_at as known_at from unit_transfers where called_off_at is null
    union all select participant_id, recalled_on, recorded_at from recalls) m on m.participant_id = s.participant_id
  where s.state = 'planned' and s.starts_at > ${work.now} and s.starts_at >= (m.from_on::timestamp at time zone ${work.timeZone}) and s.recorded_at < m.known_at and coalesce(s.way, '') not in ('phone', 'video')`

type Left = { public_id: string, participant_id: number, starts_at: Instant, place: string, with: string | null }

/** Of one person, as far as this reader may see meetings. */
export async function meetingsLeftBehind(work: Work, participantId: number): Promise<Left[]> {
  const { rows } = await sql<Left>`select s.public_id, s.participant_id, s.starts_at, s.place, c.name as with from sessions s left join colleagues c on c.id = s.author_id
    where s.id in (select s.id ${leftBehind(work)} and s.participant_id = ${participantId}) order by s.starts_at limit 100`.execute(work.db)
  return rows
}

type ToPlace = { participant_id: number, public_id: string, name: string, meetings: number, first_on: Day }

/** The same of the actor's own meetings, counted for each person. */
export async function placesToFind(work: Work): Promise<ToPlace[]> {
  const { rows } = await sql<ToPlace>`select p.id as participant_id, p.public_id, n.name, count(*)::int as meetings, min((s.starts_at at time zone ${work.timeZone})::date) as first_on
    from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    where s.id in (select s.id ${leftBehind(work)} and s.author_id = ${work.actor.id}) and ${focusedOn(work, sql`p.id`)} group by p.id, p.public_id, n.name order by first_on limit 100`.execute(work.db)
  return rows
}
