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

export async function unitOf(work: Work, participantId: number): Promise<number | null> {
  const row = await work.db.selectFrom('participants').select(['id as participant_id', 'unit_id']).where('id', '=', participantId).executeTakeFirst()
  return row?.unit_id ?? null
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
