import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import { supportingRoles, type Order } from './monitoring.ts'

/** Orders of a person, the latest first. */
export async function ordersOf(work: Work, participantId: number): Promise<Order[]> {
  const rows = await work.db.selectFrom('monitoring_orders').leftJoin('assignments', 'assignments.id', 'monitoring_orders.support_id').leftJoin('colleagues', 'colleagues.id', 'assignments.colleague_id')
    .select(['monitoring_orders.id', 'monitoring_orders.participant_id', 'monitoring_orders.public_id', 'from_on', 'until_on', 'says', 'authority', 'household', 'household_says', 'review_on', 'ended_on', 'ended_why', 'colleagues.name'])
    .where('monitoring_orders.participant_id', '=', participantId).orderBy('from_on', 'desc').orderBy('monitoring_orders.id', 'desc').limit(50).execute()
  return rows.map((row) => ({ id: row.id, publicId: row.public_id, fromOn: row.from_on, untilOn: row.until_on, says: row.says, authority: row.authority, beside: row.name ?? '', household: row.household as Order['household'], householdSays: row.household_says, reviewOn: row.review_on, endedOn: row.ended_on, endedWhy: row.ended_why ?? '' }))
}

/** Whoever supports the person now, as they stand on the team. An assignment whose appointment has ended opens nothing, and supports nobody. */
export async function supportsOf(work: Work, participantId: number): Promise<Support[]> {
  const { rows } = await sql<Support>`select a.id, a.participant_id, a.public_id, a.role, c.name from assignments a join colleagues c on c.id = a.colleague_id
    where a.participant_id = ${participantId} and ${isLiving(work)} order by a.from_at, c.name`.execute(work.db)
  return rows
}

export type Support = { id: number, participant_id: number, public_id: string, role: string, name: string }

/** The same for one assignment "a", in SQL; the policy of the orders says it once more. */
const isLiving = (work: Work) => sql`a.role = any (${[...supportingRoles]}::text[]) and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
  and exists (select from appointments k where k.colleague_id = a.colleague_id and k.role = a.role and k.from_at <= ${work.now} and (k.until_at is null or k.until_at > ${work.now}))`

type Alone = { participant_id: number, public_id: string, name: string, on: Day }

/** Running orders of the people whose case the actor manages, with nobody left who supports them; since when. */
export async function ordersAlone(work: Work): Promise<Alone[]> {
  const { rows } = await sql<Alone>`select distinct on (o.participant_id) o.participant_id, p.public_id, n.name,
      coalesce((select (max(e.at) at time zone ${work.timeZone})::date from assignments a join lateral (select least(a.until_at, (select max(coalesce(k.until_at, 'infinity')) from appointments k where k.colleague_id = a.colleague_id and k.role = a.role)) as at) e on e.at <= ${work.now}
        where a.participant_id = o.participant_id and a.role = any (${[...supportingRoles]}::text[])), ${work.today}::date) as on
    from monitoring_orders o join assignments me on me.participant_id = o.participant_id and me.colleague_id = ${work.actor.id} and me.role = 'case_manager' and me.from_at <= ${work.now} and (me.until_at is null or me.until_at > ${work.now})
    join participants p on p.id = o.participant_id join identity_names n on n.participant_id = p.id
    where o.ended_on is null and o.until_on >= ${work.today} and ${focusedOn(work, sql`o.participant_id`)}
      and not exists (select from assignments a where a.participant_id = o.participant_id and ${isLiving(work)})
    order by o.participant_id limit 100`.execute(work.db)
  return rows
}
