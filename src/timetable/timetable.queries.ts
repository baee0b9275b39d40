import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

const asTime = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'HH24:MI')`

export function hoursOfMine(work: Work) {
  return work.db.selectFrom('working_hours').select(['public_id', 'weekday', asTime('from_time').as('from_time'), asTime('until_time').as('until_time')]).where('colleague_id', '=', work.actor.id).orderBy('weekday').orderBy('working_hours.from_time').execute()
}

export function awayOfMine(work: Work) {
  return work.db.selectFrom('days_away').select(['public_id', 'from_on', 'until_on']).where('colleague_id', '=', work.actor.id).where('until_on', '>=', work.today).orderBy('from_on').execute()
}

export function roomsOf(work: Work, unitId: number) {
  return work.db.selectFrom('rooms').select(['id', 'public_id', 'name', 'holds']).where('unit_id', '=', unitId).where('closed_on', 'is', null).orderBy('name').execute()
}

/** Whether a place is one of the service's rooms: its name was given by whoever keeps the list, and not by whoever plans. */
export async function isRoom(work: Work, place: string): Promise<boolean> {
  const found = await work.db.selectFrom('rooms').select('id').where(sql<boolean>`lower(name) = lower(btrim(${place}))`).limit(1).executeTakeFirst()
  return found !== undefined
}

export function regimeOf(work: Work, unitId: number) {
  return work.db.selectFrom('regime_hours').select(['public_id', 'weekday', asTime('from_time').as('from_time'), asTime('until_time').as('until_time')]).where('unit_id', '=', unitId).orderBy('weekday').orderBy('regime_hours.from_time').execute()
}

/** How long the ways from a unit are, by the id of the other. */
export async function waysFrom(work: Work, unitId: number): Promise<Map<number, number>> {
  const rows = await work.db.selectFrom('ways_between').selectAll().where((is) => is.or([is('from_unit_id', '=', unitId), is('to_unit_id', '=', unitId)])).execute()
  return new Map(rows.map(({ from_unit_id: one, to_unit_id: other, minutes }) => [one === unitId ? other : one, minutes]))
}

export async function unitsICoordinate(work: Work): Promise<number[]> {
  const { rows } = await sql<{ units: number[] }>`select units_i_coordinate() as units`.execute(work.db)
  return rows[0]?.units ?? []
}

/** The unit in which the person is, and of what kind it is. */
export function unitOf(work: Work, participantId: number) {
  return work.db.selectFrom('participants').innerJoin('units', 'units.id', 'participants.unit_id').select(['participants.id as participant_id', 'units.id', 'units.kind']).where('participants.id', '=', participantId).executeTakeFirst()
}

export type TakenRow = { kind: 'mine' | 'second' | 'person' | 'room', starts_at: Instant, minutes: number, unit_id: number | null, room_id: number | null }
type Asked = { participantId: number, secondId: number | undefined, from: Instant, until: Instant }

/** When whoever plans, the second one, the person and the rooms are taken: when, and never with whom. */
export async function timesTaken(work: Work, { participantId, secondId, from, until }: Asked): Promise<TakenRow[]> {
  const { rows } = await sql<TakenRow>`select kind, starts_at, minutes, unit_id, room_id from times_taken(${participantId}, ${secondId ?? 0}, ${from}, ${until})`.execute(work.db)
  return rows
}

type SecondRow = { weekday: number | null, from_time: string | null, until_time: string | null, from_on: Day | null, until_on: Day | null }

export async function hoursOfSecond(work: Work, participantId: number, secondId: number | undefined): Promise<SecondRow[]> {
  if (secondId === undefined) return []
  const { rows } = await sql<SecondRow>`select weekday, to_char(from_time, 'HH24:MI') as from_time, to_char(until_time, 'HH24:MI') as until_time, from_on, until_on from hours_of_second(${participantId}, ${secondId})`.execute(work.db)
  return rows
}

/** Which of these moments the person does not want to be met at. */
export async function notThenAt(work: Work, participantId: number, starts: readonly Instant[], minutes: number): Promise<Set<Instant>> {
  if (starts.length === 0) return new Set()
  const { rows } = await sql<{ at: Instant }>`select x as at from not_then_at(${participantId}, ${starts}::timestamptz[], ${minutes}) x`.execute(work.db)
  return new Set(rows.map(({ at }) => at))
}

export function feedsOfMine(work: Work) {
  return work.db.selectFrom('appointment_feeds').select(['public_id', 'made_at', 'expires_at']).where('colleague_id', '=', work.actor.id).where('ended_at', 'is', null).where('expires_at', '>', work.now).orderBy('made_at').execute()
}

export type Against = { session: string, participant_id: number, person: string, name: string | null, starts_at: Instant, on: Day, why: 'away' | 'holiday' | 'room' }

/** What the actor has planned for days on which they are away, for holidays, or in a room that is closed: said after it was planned, or planned all the same. */
export async function plannedAgainst(work: Work): Promise<Against[]> {
  const { rows } = await sql<Against>`select s.public_id as session, s.participant_id, p.public_id as person, n.name, s.starts_at, s."on", k.why
    from (select x.*, (x.starts_at at time zone ${work.timeZone})::date as "on" from sessions x where ${work.actor.id} in (x.author_id, x.second_id) and x.state = 'planned' and x.starts_at > ${work.now}) s
      join participants p on p.id = s.participant_id left join identity_names n on n.participant_id = s.participant_id
      cross join lateral (select 'away' as why where exists (select from days_away d where d.colleague_id = ${work.actor.id} and s."on" between d.from_on and d.until_on)
        union all select 'holiday' where exists (select from services v where s."on" = any (v.holidays))
        union all select 'room' where exists (select from rooms r where r.id = s.room_id and r.closed_on <= s."on")) k
    order by s.starts_at, k.why limit 100`.execute(work.db)
  return rows
}
