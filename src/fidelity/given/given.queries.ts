import { sql } from 'kysely'
import { addDays, type Day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { mondayOf, type UnitDose, type Week } from '../dose.ts'

/** Preparation and travel are minutes of the colleague, and nobody's dose; told: of how many sessions something was said of them; beside: held by another, with this colleague as the second. */
export type WorkWeek = Week & { tailored: number, preparation: number, travel: number, told: number, beside: number }
export type Kept = { people: number, held: number, /** At how many of them this colleague was. */ own: number, /** How many of them met nobody else so far. */ met_nobody_else: number }

/** A quarter of a year, as weeks from Monday on; the week of the last day is the last. */
export const weeksShown = 13

export type Span = { from: Day, until: Day }

export function quarterUntil(day: Day): Span {
  const last = mondayOf(day)
  return { from: addDays(last, -7 * (weeksShown - 1)), until: addDays(last, 6) }
}

/** What one colleague gave, week by week; nothing for whoever is neither this colleague nor their supervisor. */
export async function workByWeek(work: Work, colleagueId: number, { from, until }: Span): Promise<WorkWeek[]> {
  const { rows } = await sql<WorkWeek>`select week as "from", held, minutes, tailored, ahead, unwritten, service, person, neither, preparation, travel, told, beside from work_by_week(${colleagueId}, ${from}, ${until})`.execute(work.db)
  return rows
}

export async function workByUnit(work: Work, colleagueId: number, { from, until }: Span): Promise<UnitDose[]> {
  const { rows } = await sql<UnitDose>`select name, planned, as_planned as "asPlanned", instead, not_reached as "notReached" from work_by_unit(${colleagueId}, ${from}, ${until})`.execute(work.db)
  return rows
}

/** Why units went another way: each reason of the service's list, with how often it was given. */
export async function workReasons(work: Work, colleagueId: number, { from, until }: Span) {
  const { rows } = await sql<{ reason: string, times: number }>`select * from work_reasons(${colleagueId}, ${from}, ${until})`.execute(work.db)
  return rows
}

export async function continuityAround(work: Work, colleagueId: number): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`select * from work_continuity(${colleagueId})`.execute(work.db)
  return rows[0]
}

export type WithOne = { participant_id: number, person: string, name: string, held: number, own: number, colleagues: number }

/** For the facilitator alone, who knows them: of each of their people with an open plan, how many sessions were held under it, and at how many of them they were. By name. */
export async function withEachPerson(work: Work): Promise<WithOne[]> {
  const { rows } = await sql<WithOne>`select p.id as participant_id, p.public_id as person, n.name, c.held, c.own, c.colleagues
    from assignments a join plans l on l.participant_id = a.participant_id and l.state <> 'ended' join participants p on p.id = l.participant_id join identity_names n on n.participant_id = p.id
      cross join lateral (select count(*)::int as held, count(*) filter (where ${work.actor.id} in (s.author_id, s.second_id))::int as own,
          (select count(distinct w.id)::int from sessions b cross join lateral unnest(array[b.author_id, b.second_id]) w(id) where b.participant_id = l.participant_id and b.plan_id = l.id and b.state = 'held' and not b.after_the_end) as colleagues
        from sessions s where s.participant_id = l.participant_id and s.plan_id = l.id and s.state = 'held' and not s.after_the_end) c
    where a.colleague_id = ${work.actor.id} and a.role = 'facilitator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) order by n.name limit 200`.execute(work.db)
  return rows
}
