import { sql } from 'kysely'
import { mayFor } from '../../access/index.ts'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'

export type RecallAnswer = { words: string, saidAt: Instant, /** Nobody: the person wrote it themself. */ by: string | null }
export type Recall = { id: number, publicId: string, recalledOn: Day, authority: string, releasedOn: Day, by: string, byId: number, recordedAt: Instant, /** Null where this reader may not read it. */ reason: string | null, answers: RecallAnswer[], isNoted: boolean }

/** Every recall of a person, the latest first, with what they say of it. */
export async function recallsOf(work: Work, participantId: number): Promise<Recall[]> {
  const rows = await work.db.selectFrom('recalls as r').leftJoin('recall_reasons as w', 'w.recall_id', 'r.id').leftJoin('colleagues as c', 'c.id', 'r.recorded_by')
    .select(['r.id', 'r.public_id', 'r.participant_id', 'r.recalled_on', 'r.authority', 'r.released_on', 'r.recorded_at', 'r.recorded_by', 'c.name as by', 'w.reason']).where('r.participant_id', '=', participantId)
    .orderBy('r.recorded_at', 'desc').orderBy('r.id', 'desc').limit(50).execute()
  if (rows.length === 0) return []
  const [answers, noted] = [await answersTo(work, participantId), work.actor.kind === 'colleague' ? await notedByMe(work, rows.map(({ id }) => id)) : []]
  return rows.map((row) => ({ id: row.id, publicId: row.public_id, recalledOn: row.recalled_on, authority: row.authority, releasedOn: row.released_on, by: row.by ?? '', byId: row.recorded_by, recordedAt: row.recorded_at, reason: row.reason,
    answers: answers.filter(({ recall_id: id }) => id === row.id).map(({ words, said_at: saidAt, recorded_by: recorded, name }) => ({ words, saidAt, by: recorded === null ? null : name ?? '' })), isNoted: noted.includes(row.id) }))
}

function answersTo(work: Work, participantId: number) {
  return work.db.selectFrom('recall_answers').leftJoin('colleagues', 'colleagues.id', 'recall_answers.recorded_by').select(['participant_id', 'recall_id', 'words', 'recorded_by', 'said_at', 'colleagues.name'])
    .where('participant_id', '=', participantId).orderBy('said_at').orderBy('recall_answers.id').execute()
}

async function notedByMe(work: Work, recallIds: number[]): Promise<number[]> {
  const rows = await work.db.selectFrom('recall_notings').select('recall_id').where('colleague_id', '=', work.actor.id).where('recall_id', 'in', recallIds).execute()
  return rows.map(({ recall_id: id }) => id)
}

/**
 * Whether somebody came back without a yes that stood at that moment. It is found among their answers and kept nowhere beside them: only whoever reads those can find it.
 */
const cameWithoutAYes = sql`not exists (select from consents y where y.participant_id = e.participant_id and y.purpose = 'programme' and y.answer = 'yes' and y.recorded_at <= e.recorded_at
  and not exists (select from consents o where o.participant_id = e.participant_id and o.purpose = 'programme' and o.recorded_at <= e.recorded_at and (o.recorded_at, o.id) > (y.recorded_at, y.id))
  and not exists (select from withdrawals w where w.participant_id = e.participant_id and w.purpose = 'programme' and w.withdrawn_at between y.recorded_at and e.recorded_at))`

/** Every way back of a person, the latest first. */
export async function reEntriesOf(work: Work, participantId: number) {
  const rows = await work.db.selectFrom('re_entries as e').leftJoin('colleagues', 'colleagues.id', 'e.recorded_by').select(['e.participant_id', 'e.reason', 'e.ended_on', sql<boolean>`${cameWithoutAYes}`.as('needs_yes'), 'e.recorded_at', 'colleagues.name'])
    .where('e.participant_id', '=', participantId).orderBy('e.recorded_at', 'desc').orderBy('e.id', 'desc').limit(50).execute()
  // Whoever reads no answers finds none here, which says nothing of the person.
  const knowsAnswers = rows.length > 0 && await mayFor(work, 'read', 'consent_and_notice') && await mayFor(work, 'read', 'withdrawal')
  return rows.map((row) => ({ reason: row.reason, endedOn: row.ended_on, needsYes: knowsAnswers ? row.needs_yes : null, recordedAt: row.recorded_at, by: row.name ?? '' }))
}

export type ReEntry = Awaited<ReturnType<typeof reEntriesOf>>[number]

type News = { participant_id: number, public_id: string, name: string, what: 'recalled' | 'back' | 'ask', on: Day }

/**
 * What the actor has to know of people they work with: a recall, until they say that they do; that somebody has come back, for two weeks; and for coordinator and facilitator, that whoever came
 * back has to be asked anew because they had taken their yes back. Coordinator and facilitator are told of a recall by the changed day of release, where one was known.
 */
export async function returnsToKnow(work: Work): Promise<News[]> {
  const { rows } = await sql<News>`with mine as (select a.participant_id, a.role from assignments a where a.colleague_id = ${work.actor.id} and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`a.participant_id`)})
    select f.participant_id, p.public_id, n.name, f.what, f.on from (
      select r.participant_id, 'recalled' as what, (r.recorded_at at time zone ${work.timeZone})::date as on from recalls r join mine m on m.participant_id = r.participant_id
        where (m.role not in ('coordinator', 'facilitator') or not exists (select from releases b where b.participant_id = r.participant_id and b.release_on is not null and b.recorded_at <= r.recorded_at))
          and r.recorded_by <> ${work.actor.id} and not exists (select from recall_notings k where k.recall_id = r.id and k.colleague_id = ${work.actor.id})
      union all select e.participant_id, 'back', (e.recorded_at at time zone ${work.timeZone})::date from re_entries e join mine m on m.participant_id = e.participant_id
        where e.recorded_by <> ${work.actor.id} and e.recorded_at > ${work.now}::timestamptz - interval '14 days'
      union all select e.participant_id, 'ask', (e.recorded_at at time zone ${work.timeZone})::date from re_entries e join mine m on m.participant_id = e.participant_id and m.role in ('coordinator', 'facilitator')
        join participants p on p.id = e.participant_id and p.state = 'waiting'
        where ${cameWithoutAYes} and not exists (select from consents c where c.participant_id = e.participant_id and c.purpose = 'programme' and c.recorded_at > e.recorded_at)) f
    join participants p on p.id = f.participant_id join identity_names n on n.participant_id = f.participant_id order by f.on limit 100`.execute(work.db)
  return rows
}
