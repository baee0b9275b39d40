import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'
import type { Finding } from './restriction.ts'

export type Look = { releaseId: number, finding: Finding, words: string, ownWords: string, nextOn: Day, by: string, at: Instant }

/** Every look at the restrictions on contact of a person, the latest first. */
export async function looksAtRestrictions(work: Work, participantId: number): Promise<Look[]> {
  const rows = await work.db.selectFrom('restriction_reviews as r').leftJoin('colleagues as c', 'c.id', 'r.reviewed_by').select(['r.participant_id', 'r.release_id', 'r.finding', 'r.words', 'r.own_words', 'r.next_on', 'r.reviewed_at', 'c.name'])
    .where('r.participant_id', '=', participantId).orderBy('r.reviewed_at', 'desc').orderBy('r.id', 'desc').limit(100).execute()
  return rows.map((row) => ({ releaseId: row.release_id, finding: row.finding as Finding, words: row.words, ownWords: row.own_words, nextOn: row.next_on, by: row.name ?? '', at: row.reviewed_at }))
}

type ToLookAt = { participant_id: number, public_id: string, name: string, on: Day }

/** Restrictions on contact, as they stand now, that are to be looked at again by today: of the people whose case the actor manages, or whom they coordinate while nobody manages the case. */
export async function restrictionsToLookAt(work: Work, as: 'case_manager' | 'coordinator'): Promise<ToLookAt[]> {
  const isMine = as === 'case_manager' ? sql`` : sql`and not exists (select from assignments m where m.participant_id = me.participant_id and m.role = 'case_manager' and m.from_at <= ${work.now} and (m.until_at is null or m.until_at > ${work.now}))`
  const { rows } = await sql<ToLookAt>`select me.participant_id, p.public_id, n.name, k.on
    from assignments me cross join lateral (select r.id, r.restrictions, r.restrictions_review_on, r.recorded_at from releases r where r.participant_id = me.participant_id order by r.recorded_at desc, r.id desc limit 1) now
    cross join lateral (select coalesce((select v.next_on from restriction_reviews v where v.release_id = now.id order by v.reviewed_at desc, v.id desc limit 1), now.restrictions_review_on, ((now.recorded_at at time zone ${work.timeZone})::date + interval '3 months')::date) as "on") k
    join participants p on p.id = me.participant_id join identity_names n on n.participant_id = me.participant_id
    where me.colleague_id = ${work.actor.id} and me.role = ${as} ${isMine} and me.from_at <= ${work.now} and (me.until_at is null or me.until_at > ${work.now}) and ${focusedOn(work, sql`me.participant_id`)}
      and now.restrictions <> '' and k.on <= ${work.today} order by k.on limit 100`.execute(work.db)
  return rows
}
