import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { runsOn } from '../monitoring.ts'
import { ordersOf } from '../monitoring.queries.ts'
import { mustSupervise } from '../monitoring.verbs.ts'
import type { LookingAgain } from '../transitions.input.ts'
import { checkLook, type Finding } from './looking-again.ts'

/** The case manager looked at a running order again: what they found, why nothing lighter would do, what the person says, and when it is looked at next. */
export async function lookAgain(work: Work, orderId: string, { finding, words, ownWords = '', nextOn }: LookingAgain): Promise<void> {
  const person = await mustSupervise(work)
  const order = (await ordersOf(work, person.participant_id)).find(({ publicId }) => publicId === orderId)
  if (!order || !runsOn(order, work.today)) throw refuse('not-found')
  checkLook(nextOn, { today: work.today, from: work.today })
  await work.db.insertInto('monitoring_reviews').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.participant_id, order_id: order.id, finding, words, own_words: ownWords, next_on: nextOn,
    reviewed_by: work.actor.id, reviewed_at: work.now }).execute()
}

export type Look = { orderId: number, finding: Finding, words: string, ownWords: string, nextOn: Day, by: string, at: Instant }

/** Every look at the orders of a person, the latest first. */
export async function looksAt(work: Work, participantId: number): Promise<Look[]> {
  const rows = await work.db.selectFrom('monitoring_reviews as r').leftJoin('colleagues as c', 'c.id', 'r.reviewed_by').select(['r.participant_id', 'r.order_id', 'r.finding', 'r.words', 'r.own_words', 'r.next_on', 'r.reviewed_at', 'c.name'])
    .where('r.participant_id', '=', participantId).orderBy('r.reviewed_at', 'desc').orderBy('r.id', 'desc').limit(100).execute()
  return rows.map((row) => ({ orderId: row.order_id, finding: row.finding as Finding, words: row.words, ownWords: row.own_words, nextOn: row.next_on, by: row.name ?? '', at: row.reviewed_at }))
}

type ToLookAt = { participant_id: number, public_id: string, name: string, order_id: string, on: Day }

/** Running orders of the people whose case the actor manages that are to be looked at again by today. */
export async function ordersToLookAt(work: Work): Promise<ToLookAt[]> {
  const { rows } = await sql<ToLookAt>`select o.participant_id, p.public_id, n.name, o.public_id as order_id, k.on
    from monitoring_orders o join assignments me on me.participant_id = o.participant_id and me.colleague_id = ${work.actor.id} and me.role = 'case_manager' and me.from_at <= ${work.now} and (me.until_at is null or me.until_at > ${work.now})
    join participants p on p.id = o.participant_id join identity_names n on n.participant_id = p.id
    cross join lateral (select coalesce((select r.next_on from monitoring_reviews r where r.order_id = o.id order by r.reviewed_at desc, r.id desc limit 1), o.review_on, (o.from_on + interval '3 months')::date) as "on") k
    where o.ended_on is null and o.until_on >= ${work.today} and o.from_on <= ${work.today} and k.on <= ${work.today} and ${focusedOn(work, sql`o.participant_id`)} order by k.on limit 100`.execute(work.db)
  return rows
}
