import { sql } from 'kysely'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'

export type Given = { held: number, minutes: number, units: { name: string, sessions: number }[] }

/**
 * What was given under one plan until its end, as far as the actor may see it: how often and how long somebody met, and in how many sessions each part was worked on. Parts about the offence are left
 * out, since their names alone would say what somebody is convicted of.
 */
export async function givenUnder(work: Work, planId: number): Promise<Given> {
  const [{ rows: [dose] }, { rows: units }] = await together([
    sql<{ held: number, minutes: number }>`select count(*)::int as held, coalesce(sum(minutes), 0)::int as minutes from sessions where plan_id = ${planId} and state = 'held' and not after_the_end`.execute(work.db),
    sql<{ name: string, sessions: number }>`select max(u.name) as name, count(*)::int as sessions from session_units u join sessions s on s.id = u.session_id
      where s.plan_id = ${planId} and s.state = 'held' and not s.after_the_end and u.delivered and not u.about_the_offence group by u.unit_id order by count(*) desc, max(u.name)`.execute(work.db)])
  return { held: dose?.held ?? 0, minutes: dose?.minutes ?? 0, units }
}
