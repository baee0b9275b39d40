import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** The plan that runs or is paused, of the person that this work is about. */
export function openPlan(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).where('state', '<>', 'ended').executeTakeFirst()
}

export function planByPublicId(work: Work, publicId: string) {
  return plans(work).where('public_id', '=', publicId).executeTakeFirst()
}

/** All plans of a person, the latest first. */
export function plansOf(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).orderBy('begins_on', 'desc').execute()
}

export function aimsOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_aims').innerJoin('colleagues', 'colleagues.id', 'plan_aims.written_by')
    .select(['plan_aims.public_id', 'plan_aims.participant_id', 'plan_aims.aim', 'plan_aims.reason', 'plan_aims.written_at', 'colleagues.name as written_by'])
    .where('plan_id', '=', planId).where('dropped_at', 'is', null).orderBy('position').execute()
}

/** The same for the person, whoever wrote them: a colleague who has left takes no aim away. */
export function ownAimsOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_aims').select(['participant_id', 'aim', 'reason']).where('plan_id', '=', planId).where('dropped_at', 'is', null).orderBy('position').execute()
}

type Awaiting = { participant_id: number, person: string, name: string, /** The open plan, where there is one. */ plan: string | null, since: Day }

/** People of mine who said yes and have no plan, and those who said stop and whose plan still runs. For those who make and end plans. */
export async function plansAwaiting(work: Work): Promise<Awaiting[]> {
  const { rows } = await sql<Awaiting>`select p.id as participant_id, p.public_id as person, n.name, l.public_id as plan,
      case when w.withdrawn_at is null then c.answered_on else (w.withdrawn_at at time zone ${work.timeZone})::date end as since
    from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join lateral (select answer, answered_on, recorded_at from consents where participant_id = p.id and purpose = 'programme' order by recorded_at desc, id desc limit 1) c on true
    left join lateral (select withdrawn_at from withdrawals where participant_id = p.id and purpose = 'programme' and withdrawn_at >= c.recorded_at order by withdrawn_at desc limit 1) w on true
    left join plans l on l.participant_id = p.id and l.state <> 'ended'
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
      and (${work.about} = 0 or p.id = ${work.about})
      and (l.id is not null and w.withdrawn_at is not null or l.id is null and w.withdrawn_at is null and c.answer = 'yes' and p.state = 'waiting' and a.role = 'coordinator')
    order by since limit 50`.execute(work.db)
  return rows
}

function plans(work: Work) {
  return work.db.selectFrom('plans').select(['id', 'public_id', 'participant_id', 'programme', 'version', 'state', 'begins_on', 'ended_on', 'ending', 'revision'])
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof openPlan>>>
