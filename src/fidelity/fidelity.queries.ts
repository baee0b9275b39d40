import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import type { Rated } from './fidelity.ts'

export type ToRate = {
  session_id: number, session: string, participant_id: number, person: string, name: string, facilitator_id: number, facilitator: string, starts_at: Instant
  programme: string, version: number, unit_ids: string[], unit_names: string[], is_own: boolean, is_observed: boolean, until_at: Instant | null
  /** Whether the actor has rated it. */
  is_rated: boolean
}

/** The held sessions that the actor may rate or has rated, the latest first: their own, and those for which they were named. With a focus, of that person. */
export async function sessionsToRate(work: Work): Promise<ToRate[]> {
  const { rows } = await sql<ToRate>`select r.*, n.name, i.id is not null as is_rated from sessions_to_rate() r join identity_names n on n.participant_id = r.participant_id left join integrity_ratings i on i.session_id = r.session_id and i.author_id = ${work.actor.id}
    order by r.starts_at desc, r.session_id desc`.execute(work.db)
  return rows
}

/** The ratings of a session that the actor may see: their own, and both once both are locked. An observer, who reads no session, finds it among those they may rate. */
export function ratingsOfSession(work: Work, session: string) {
  return ratings(work).where(sql<boolean>`integrity_ratings.session_id in (select id from sessions where public_id = ${session} union select session_id from sessions_to_rate() where session = ${session})`).execute()
}

/** The ratings of how one colleague holds sessions, as far as the actor may see them. */
export function ratingsAbout(work: Work, facilitatorId: number) {
  return ratings(work).where('integrity_ratings.facilitator_id', '=', facilitatorId).execute()
}

export type Rating = Awaited<ReturnType<typeof ratingsAbout>>[number]

/** What was said in an observation that was taken back stays, and is not counted. Everybody who reads a rating reads whether it was. */
const isWithdrawn = sql<boolean>`integrity_ratings.author_id <> integrity_ratings.facilitator_id and not exists (select from observations o
  where o.session_id = integrity_ratings.session_id and o.author_id = integrity_ratings.author_id and o.withdrawn_at is null)`.as('is_withdrawn')

function ratings(work: Work) {
  return work.db.selectFrom('integrity_ratings').leftJoin('colleagues', 'colleagues.id', 'integrity_ratings.author_id')
    .select(['integrity_ratings.id', 'integrity_ratings.session_id', 'integrity_ratings.participant_id', 'integrity_ratings.facilitator_id', 'integrity_ratings.author_id', 'integrity_ratings.programme', 'integrity_ratings.version',
      'integrity_ratings.items', 'integrity_ratings.codes', 'rests_on_adherence', 'rests_on_competence', 'locked_at', 'colleagues.name', isWithdrawn])
    .orderBy('locked_at', 'desc').orderBy('integrity_ratings.id', 'desc')
}

/** When these sessions were, and with whom where the actor may know it: a supervisor learns the hour and nobody's name. */
export async function whenHeld(work: Work, sessionIds: readonly number[]) {
  const { rows } = await sql<{ id: number, participant_id: number, session: string, starts_at: Instant, person: string | null, name: string | null }>`select s.id, s.participant_id, s.public_id as session, s.starts_at, p.public_id as person, n.name
    from sessions s left join participants p on p.id = s.participant_id left join identity_names n on n.participant_id = s.participant_id where s.id = any (${[...sessionIds]}::int[]) order by s.starts_at desc`.execute(work.db)
  return rows
}

/** Whom the actor supervises today, by name. */
export function supervisedByMe(work: Work) {
  return work.db.selectFrom('supervisions').innerJoin('colleagues', 'colleagues.id', 'supervisions.colleague_id').select(['colleagues.id', 'colleagues.public_id', 'colleagues.name'])
    .where('supervisions.supervisor_id', '=', work.actor.id).where(sql<boolean>`supervisions.colleague_id = any ((select staff_for('integrity_rating', 'read'))::int[])`)
    .where('supervisions.from_at', '<=', work.now).where((is) => is.or([is('supervisions.until_at', 'is', null), is('supervisions.until_at', '>', work.now)])).distinct().orderBy('colleagues.name').execute()
}

export type ToObserve = { session: string, session_id: number, participant_id: number, facilitator_id: number, facilitator: string, starts_at: Instant, name: string | null, observers: string[]
  /** An observer has rated it: nobody else does. */
  is_rated: boolean }

/** The sessions ahead, and of today, for which the actor may name an observer. The person's name only where the actor reads when their sessions are. */
export async function sessionsToObserve(work: Work): Promise<ToObserve[]> {
  const { rows } = await sql<ToObserve>`select o.*, n.name from sessions_to_observe() o left join identity_names n on n.participant_id = o.participant_id and o.knows_person order by o.starts_at`.execute(work.db)
  return rows
}

/** Whether the actor names observers: a supervisor of facilitators, or the coordinator of a unit. */
export async function mayName(work: Work): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select cardinality(units_for('register', 'write')) + cardinality(staff_for('integrity_rating', 'read')) > 0 as may`.execute(work.db)
  // A supervisor whom nobody is given to yet finds an empty list, and no shut door.
  return (rows[0]?.may ?? false) || work.actor.roles.includes('clinical_supervisor')
}

export async function addObservation(work: Work, { session, observer, reason }: { session: string, observer: string, reason: string }) {
  const { rows } = await sql<{ participant_id: number, observer_id: number, until_at: Instant }>`select * from name_observer(${session}, ${observer}, ${reason})`.execute(work.db)
  return rows[0]
}

/** Who is named to sit in with the actor as facilitator from today on. With a focus, of that person. */
export async function sittingIn(work: Work) {
  const { rows } = await sql<{ participant_id: number, starts_at: Instant, observer: string, reason: string, session: string }>`select o.participant_id, s.starts_at, c.name as observer, o.reason, s.public_id as session
    from observations o join sessions s on s.id = o.session_id join colleagues c on c.id = o.author_id
    where o.facilitator_id = ${work.actor.id} and o.withdrawn_at is null and s.state = 'planned' and s.starts_at > ${work.now} and ${focusedOn(work, sql`o.participant_id`)} order by s.starts_at limit 50`.execute(work.db)
  return rows
}

export type Observed = { session: string, participant_id: number, person: string, name: string, starts_at: Instant }

/** The actor's own held sessions at which somebody sat in, and that they have not rated themselves. With a focus, of that person. */
export async function observedAndUnrated(work: Work): Promise<Observed[]> {
  const { rows } = await sql<Observed>`select distinct s.public_id as session, o.participant_id, p.public_id as person, n.name, s.starts_at
    from observations o join sessions s on s.id = o.session_id join participants p on p.id = o.participant_id join identity_names n on n.participant_id = o.participant_id
    where o.facilitator_id = ${work.actor.id} and o.withdrawn_at is null and s.state = 'held' and ${focusedOn(work, sql`o.participant_id`)}
      and o.participant_id = any ((select people_for('integrity_rating', 'write', 'own'))::int[])
      and not exists (select from integrity_ratings i where i.session_id = o.session_id and i.author_id = ${work.actor.id}) order by s.starts_at limit 50`.execute(work.db)
  return rows
}

export async function addRating(work: Work, rating: Rated & Pick<ToRate, 'session_id' | 'participant_id' | 'facilitator_id' | 'programme' | 'version'> & { restsOnAdherence: string, restsOnCompetence: string }): Promise<void> {
  await work.db.insertInto('integrity_ratings').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: rating.session_id, participant_id: rating.participant_id, facilitator_id: rating.facilitator_id, author_id: work.actor.id,
    programme: rating.programme, version: rating.version, items: rating.items, codes: withGaps(rating.codes), rests_on_adherence: rating.restsOnAdherence, rests_on_competence: rating.restsOnCompetence, locked_at: work.now }).execute()
}

/** An array of the database holds gaps, which the types of its tables do not know. */
function withGaps(codes: Rated['codes']) {
  return sql<number[]>`${`{${codes.map((code) => code ?? 'null').join(',')}}`}::int[]`
}
