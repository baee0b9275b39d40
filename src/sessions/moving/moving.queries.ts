import { sql } from 'kysely'
import { addDays, type Day, type Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'

/** Where a session lay before, the latest move first. */
export function movesOf(work: Work, sessionId: number) {
  return work.db.selectFrom('session_moves as m').leftJoin('colleagues as c', 'c.id', 'm.author_id')
    .select(['m.public_id', 'm.participant_id', 'm.from_at', 'm.to_at', 'm.from_place', 'm.cause', 'm.cause_note', 'm.moved_at', 'c.name as by'])
    .where('m.session_id', '=', sessionId).orderBy('m.moved_at', 'desc').orderBy('m.id', 'desc').execute()
}

export type MoveRow = Awaited<ReturnType<typeof movesOf>>[number]

/** The planned sessions of a series that come after a moment: mine, since nobody moves another's. */
export function followingOf(work: Work, { seriesId, after }: { seriesId: number, after: Instant }) {
  return work.db.selectFrom('sessions').leftJoin('colleagues as beside', 'beside.id', 'sessions.second_id')
    .select(['sessions.id', 'sessions.public_id', 'sessions.participant_id', 'sessions.starts_at', 'sessions.minutes', 'sessions.place', 'sessions.revision', 'sessions.second_id', 'beside.name as second'])
    .where('series_id', '=', seriesId).where('state', '=', sql.lit('planned')).where('author_id', '=', work.actor.id).where('starts_at', '>', after).orderBy('starts_at').execute()
}

/** Missed sessions of the last half year that no other session makes up for, the latest first. */
export function missedToCatchUp(work: Work, participantId: number) {
  return work.db.selectFrom('sessions as s').select(['s.id', 's.public_id', 's.participant_id', 's.starts_at', 's.cause']).where('s.participant_id', '=', participantId).where('s.state', '=', 'missed')
    .where(sql<Day>`(s.starts_at at time zone ${work.timeZone})::date`, '>=', addDays(work.today, -183))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('sessions as o').select('o.id').whereRef('o.catches_up_id', '=', 's.id').where('o.state', 'in', ['planned', 'held']))))
    .orderBy('s.starts_at', 'desc').limit(30).execute()
}

/** The missed session that one makes up for, and the one that makes up for it. */
export function caughtUp(work: Work, { id, catches_up_id: catchesUp }: { id: number, catches_up_id: number | null }) {
  return work.db.selectFrom('sessions').select(['id', 'public_id', 'participant_id', 'starts_at', 'state'])
    .where((is) => is.or([is('id', '=', catchesUp ?? 0), is.and([is('catches_up_id', '=', id), is('state', 'in', ['planned', 'held'])])])).execute()
}

/** What stands where something is to be moved to, and is not itself moved. */
export function standingAt(work: Work, moved: { id: number, participantId: number, at: Instant }[]) {
  return work.db.selectFrom('sessions').select(['participant_id', 'starts_at']).where('participant_id', '=', moved[0]!.participantId).where('starts_at', 'in', moved.map(({ at }) => at))
    .where('state', 'in', ['planned', 'held', 'missed']).where('id', 'not in', moved.map(({ id }) => id)).limit(1).execute()
}

/** Whether whoever plans, or the person, has something else planned while this meeting is. */
export async function plannedMeanwhile(work: Work, { begins, minutes }: { begins: Instant, minutes: number }): Promise<('mine' | 'person')[]> {
  const { rows } = await sql<{ whose: 'mine' | 'person' }>`select planned_meanwhile(${work.about}, ${begins}, ${minutes}) as whose`.execute(work.db)
  return rows.map(({ whose }) => whose)
}

/** Which of the new beginnings would meet somebody else in the room that is kept, or a room that is closed by then. */
export async function roomsTaken(work: Work, moves: { session: { id: number }, to: Instant, minutes: number }[]): Promise<Instant[]> {
  const asked = moves.map(({ session: { id }, to, minutes }) => ({ id, starts_at: to, minutes }))
  const { rows } = await sql<{ at: Instant }>`select rooms_taken(${JSON.stringify(asked)}::jsonb) as at`.execute(work.db)
  return rows.map(({ at }) => at)
}

export type ChangedForTheSecond = { participant_id: number, person: string, name: string, public_id: string, starts_at: Instant, /** Where it lay before; nothing where it was called off. */ from_at: Instant | null }

/** Sessions ahead in which the actor comes along, that the other one moved or called off within the last week (what ended with a plan is told together); of one that moved more than once, where it lay at first in that time. */
export async function changedForTheSecond(work: Work): Promise<ChangedForTheSecond[]> {
  const { rows } = await sql<ChangedForTheSecond>`select p.id as participant_id, p.public_id as person, n.name, s.public_id, s.starts_at, m.from_at
    from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    left join lateral (select o.from_at from session_moves o where o.session_id = s.id and o.author_id <> ${work.actor.id} and o.moved_at > ${work.now}::timestamptz - interval '7 days' order by o.moved_at limit 1) m on s.state = 'planned'
    where s.second_id = ${work.actor.id} and s.starts_at > ${work.now} and (s.state = 'planned' and m.from_at is not null or s.state = 'called-off' and s.cause is distinct from 'plan-ended' and s.recorded_at > ${work.now}::timestamptz - interval '7 days') and ${focusedOn(work, sql`p.id`)}
    order by s.starts_at limit 50`.execute(work.db)
  return rows
}
