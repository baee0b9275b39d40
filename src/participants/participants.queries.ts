import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { focusedOn } from '../platform/focus.ts'
import { inSameWords, type Asking } from '../platform/in-same-words.ts'
import type { Work } from '../platform/work.ts'
import type { Yes } from './participant.ts'

/** The person that this work is about. Not found is the answer both where there is none and where it is not the actor's to know. */
export async function thePerson(work: Work) {
  const [person] = await personAsked(work, work.about)
  if (!person) throw refuse('not-found')
  return person
}

const personAsked = inSameWords((work, id: number) => work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
  .leftJoin('units', 'units.id', 'participants.unit_id')
  .select(['participants.id as participant_id', 'participants.public_id', 'participants.state', 'participants.state_since', 'participants.revision', 'identity_names.name', 'identity_names.meets_at', 'units.name as unit'])
  .where('participants.id', '=', id))

export type Person = Awaited<ReturnType<typeof thePerson>>

/** The people that the actor works with today, by name, with the role they work in; with words, those whose name has them. */
export function myPeople(work: Work, words?: string) {
  return words === undefined ? allMyPeople(work, work.actor.id, work.now) : myPeopleNamed(work, work.actor.id, work.now, words)
}

const allMyPeople = inSameWords((work, me: number, now: Instant) => assignmentsOf(work, me, now).orderBy('identity_names.name'))
const myPeopleNamed = inSameWords((work, me: number, now: Instant, words: string) =>
  assignmentsOf(work, me, now).where(sql<boolean>`position(lower(${words}) in lower(identity_names.name)) > 0`).orderBy('identity_names.name'))

/** One of them. Nobody else is read on the way, and so nobody else's log says that something of theirs was. */
export function myPerson(work: Work, publicId: string) {
  return assignmentsOf(work, work.actor.id, work.now).where('participants.public_id', '=', publicId).executeTakeFirst()
}

function assignmentsOf(work: Asking, colleagueId: number, now: Instant) {
  return work.db.selectFrom('assignments').innerJoin('participants', 'participants.id', 'assignments.participant_id')
    .innerJoin('identity_names', 'identity_names.participant_id', 'participants.id').leftJoin('units', 'units.id', 'participants.unit_id')
    .select(['participants.id as participant_id', 'participants.public_id', 'participants.state', 'identity_names.name', 'units.name as unit', 'assignments.role', 'assignments.until_at', saidStop.as('stopped')])
    .where('assignments.colleague_id', '=', colleagueId).where('assignments.from_at', '<=', now)
    .where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', now)]))
}

const saidStop = sql<boolean>`exists (select from withdrawals w where w.participant_id = participants.id and w.purpose = 'programme'
  and not exists (select from consents c where c.participant_id = w.participant_id and c.purpose = w.purpose and c.recorded_at > w.withdrawn_at))`

/** The person's latest answer for a purpose, unless they have withdrawn since (in the same moment, stop wins); "not-asked" when nothing is written. */
export async function consentTo(work: Work, participantId: number, purpose: string): Promise<string> {
  const latest = await work.db.selectFrom('consents').select(['answer', 'recorded_at', 'participant_id']).where('participant_id', '=', participantId).where('purpose', '=', purpose)
    .orderBy('recorded_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
  if (!latest) return 'not-asked'
  const withdrawn = await work.db.selectFrom('withdrawals').select('participant_id').where('participant_id', '=', participantId).where('purpose', '=', purpose)
    .where('withdrawn_at', '>=', latest.recorded_at).executeTakeFirst()
  return withdrawn ? 'withdrawn' : latest.answer
}

/** Those of these people whom the reader may know by name (of all whom they may know, when none are given), by name. */
export function peopleNamed(work: Work, participantIds?: readonly number[]) {
  return work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.id as participant_id', 'participants.public_id', 'identity_names.name'])
    .$if(participantIds !== undefined, (query) => query.where('participants.id', 'in', [...participantIds ?? [], -1])).orderBy('identity_names.name').execute()
}

/** The languages that somebody speaks, as they were written down; none where the reader may not know them. */
export async function languagesSpoken(work: Work, participantId: number): Promise<string[]> {
  const found = await work.db.selectFrom('access_needs').select('languages').where('participant_id', '=', participantId).executeTakeFirst()
  return found?.languages ?? []
}

/** Anybody in the service whose name is like these words or who has this number: for coordinators, each search logged with those it shows. */
export async function searchRegister(work: Work, words: string, most: number) {
  const { rows } = await sql<{ participant_id: number, public_id: string | null, name: string, number: string | null, born_year: number | null, unit: string | null, state: string, coordinators: string[] }>`
    select * from search_register(${words}, ${words}, null, ${most})`.execute(work.db)
  return rows
}

export async function mayUseRegister(work: Work): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_right('register', 'read', 'all') as may`.execute(work.db)
  return rows[0]?.may ?? false
}

export function particularsOf(work: Work, participantId: number) {
  return work.db.selectFrom('identity_particulars').selectAll().where('participant_id', '=', participantId).executeTakeFirst()
}

export async function numberIsTaken(work: Work, number: string): Promise<boolean> {
  return (await work.db.selectFrom('register_entries').select('participant_id').where('number', '=', number).where('participant_id', '<>', work.about).executeTakeFirst()) !== undefined
}

/** The legal statuses of a person, the latest first. */
export function statusesOf(work: Work, participantId: number) {
  return work.db.selectFrom('legal_statuses').selectAll().where('participant_id', '=', participantId).orderBy('from_on', 'desc').orderBy('id', 'desc').execute()
}

export function statusOf(work: Work, publicId: string) {
  return work.db.selectFrom('legal_statuses').selectAll().where('public_id', '=', publicId).where('participant_id', '=', work.about).executeTakeFirst()
}

/** What is known of the release, the latest first: the first holds. */
export function releasesOf(work: Work, participantId: number) {
  return work.db.selectFrom('releases').leftJoin('colleagues', 'colleagues.id', 'releases.recorded_by').selectAll('releases').select('colleagues.name as recorder')
    .where('participant_id', '=', participantId).orderBy('recorded_at', 'desc').orderBy('releases.id', 'desc').execute()
}

export function needsOf(work: Work, participantId: number) {
  return work.db.selectFrom('access_needs').selectAll().where('participant_id', '=', participantId).executeTakeFirst()
}

/** The person's last yes to taking part that they themselves gave, unless nobody knows of one. */
export async function lastYes(work: Work, participantId: number): Promise<Yes | null> {
  const last = await work.db.selectFrom('consents').select(['answered_on', 'recorded_at', 'participant_id']).where('participant_id', '=', participantId).where('purpose', '=', 'programme').where('answer', '=', 'yes')
    .where('way', '<>', 'as-imported').orderBy('answered_on', 'desc').orderBy('recorded_at', 'desc').executeTakeFirst()
  return last ? { on: last.answered_on, at: last.recorded_at } : null
}

/** What is known of legal advice, the latest first: the first holds. */
export function adviceOf(work: Work, participantId: number) {
  return work.db.selectFrom('legal_advice').select(['participant_id', 'state', 'what_is_left_out', 'advised_on', 'recorded_at']).where('participant_id', '=', participantId).orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute()
}

/** Every answer of a person, the latest first, with who wrote it down. */
export function consentsOf(work: Work, participantId: number) {
  return work.db.selectFrom('consents').leftJoin('colleagues', 'colleagues.id', 'consents.recorded_by')
    .select(['consents.participant_id', 'purpose', 'answer', 'way', 'language', 'notice_language', 'notice_version', 'answered_on', 'colleagues.name as recorder'])
    .where('consents.participant_id', '=', participantId).orderBy('recorded_at', 'desc').orderBy('consents.id', 'desc').limit(50).execute()
}

export type Standing = { participant_id: number, purpose: string, answer: string, way: string, language: string, notice_version: string, notice_language: string, answered_on: Day, recorded_at: Instant, withdrawn: Instant | null, own_words: string | null }

/** The latest answer to each purpose, and whether it was withdrawn since. Asked for a person who is asked about, or by themself. */
export async function answersOf(work: Work, participantId: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select c.participant_id, c.purpose, c.answer, c.way, c.language, c.notice_version, c.notice_language, c.answered_on, c.recorded_at, w.withdrawn_at as withdrawn, w.own_words
    from (select distinct on (purpose) * from consents where participant_id = ${participantId} order by purpose, recorded_at desc, id desc) c
    left join lateral (select withdrawn_at, own_words from withdrawals where participant_id = c.participant_id and purpose = c.purpose and withdrawn_at >= c.recorded_at order by withdrawn_at desc limit 1) w on true
    order by c.purpose`.execute(work.db)
  return rows
}

type Unasked = { participant_id: number, public_id: string, name: string, state_since: Day, imported: boolean }

/** People whom the actor works with who have not been asked about taking part, though they were accepted, or whose yes only came with the referral. */
export async function notAsked(work: Work) {
  const { rows } = await sql<Unasked>`select p.id as participant_id, p.public_id, n.name, p.state_since, c.way is not null as imported from assignments a
    join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    left join lateral (select way, answer from consents where participant_id = p.id and purpose = 'programme' and answer <> 'not-asked' order by recorded_at desc, id desc limit 1) c on true
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and p.state in ('waiting', 'active')
      and ${focusedOn(work, sql`p.id`)}
      and (c.way is null or c.way = 'as-imported' and c.answer = 'yes') order by p.state_since limit 50`.execute(work.db)
  return rows
}

/** People whose case manager the actor is, and whose legal status nobody has recorded. */
export async function withoutStatus(work: Work) {
  const { rows } = await sql<Omit<Unasked, 'imported'>>`select p.id as participant_id, p.public_id, n.name, p.state_since from assignments a
    join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    where a.colleague_id = ${work.actor.id} and a.role = 'case_manager' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and p.state <> 'ended'
      and ${focusedOn(work, sql`p.id`)} and not exists (select from legal_statuses l where l.participant_id = p.id) order by p.state_since limit 50`.execute(work.db)
  return rows
}

type Awaiting = { participant_id: number, public_id: string, name: string, what: 'status' | 'release' | 'changed' | 'ask-anew' | 'acquitted' | 'erasure', on: Day }

/**
 * What the law's state of a person asks of somebody of their team today: the case manager confirms what a referral told; whoever reads the day of release notes that it has
 * changed, also where it was confirmed since; coordinator and facilitator ask anew when a judgment is final; the coordinator closes after an acquittal, and answers who asks
 * for erasure. A day that is open again is told to coordinator and facilitator: the others hear of the recall itself.
 */
export async function awaitedOf(work: Work): Promise<Awaiting[]> {
  const { rows } = await sql<Awaiting>`with mine as (select a.participant_id, a.role, a.from_at from assignments a where a.colleague_id = ${work.actor.id} and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
      and ${focusedOn(work, sql`a.participant_id`)}),
    latest as (select distinct on (r.participant_id) r.* from releases r where r.participant_id in (select m.participant_id from mine m) order by r.participant_id, r.recorded_at desc, r.id desc),
    changed as (select distinct on (k.participant_id) k.* from (select r.*, lag(r.release_on) over known as before, row_number() over known as place from releases r
      where r.participant_id in (select m.participant_id from mine m) window known as (partition by r.participant_id order by r.recorded_at, r.id)) k
      where k.place > 1 and k.release_on is distinct from k.before order by k.participant_id, k.recorded_at desc, k.id desc),
    found as (
      select l.participant_id, 'status' as what, (l.recorded_at at time zone ${work.timeZone})::date as on from legal_statuses l join mine m on m.participant_id = l.participant_id and m.role = 'case_manager' where l.as_told
      union all select r.participant_id, 'release', (r.recorded_at at time zone ${work.timeZone})::date from latest r join mine m on m.participant_id = r.participant_id and m.role = 'case_manager' where r.as_told
      union all select c.participant_id, 'changed', (c.recorded_at at time zone ${work.timeZone})::date from changed c join mine m on m.participant_id = c.participant_id
        where c.recorded_by <> ${work.actor.id} and (m.role in ('coordinator', 'facilitator') or (c.release_on is not null and c.recorded_at >= m.from_at))
          and not exists (select from release_notings n join releases b on b.id = n.release_id where n.colleague_id = ${work.actor.id} and b.participant_id = c.participant_id and (b.recorded_at, b.id) >= (c.recorded_at, c.id))
      union all select l.participant_id, 'ask-anew', max(l.until_on) from legal_statuses l join mine m on m.participant_id = l.participant_id and m.role in ('coordinator', 'facilitator')
        where l.status in ('remand', 'charges', 'appeal') and l.until_on <= ${work.today}
          and not exists (select from consents c where c.participant_id = l.participant_id and c.purpose = 'programme' and c.way <> 'as-imported'
            and (c.answered_on > l.until_on or c.answered_on = l.until_on and c.recorded_at > coalesce(l.ended_at, l.recorded_at)))
          and not exists (select from legal_statuses h where h.participant_id = l.participant_id and h.status in ('remand', 'charges', 'appeal', 'acquitted') and h.from_on <= ${work.today} and coalesce(h.until_on, 'infinity'::date) > ${work.today})
        group by l.participant_id
      union all select l.participant_id, 'acquitted', max(l.from_on) from legal_statuses l join mine m on m.participant_id = l.participant_id and m.role = 'coordinator'
        join participants p on p.id = l.participant_id where l.status = 'acquitted' and l.from_on <= ${work.today} and p.state <> 'ended' group by l.participant_id
      union all select e.participant_id, 'erasure', e.answer_by from erasure_requests e join mine m on m.participant_id = e.participant_id and m.role = 'coordinator' where e.answered_at is null)
    select f.participant_id, p.public_id, n.name, f.what, f.on from found f join participants p on p.id = f.participant_id join identity_names n on n.participant_id = p.id
    where f.what in ('erasure', 'status', 'release') or p.state <> 'ended' order by f.on limit 100`.execute(work.db)
  return rows
}

type Pausing = { participant_id: number, public_id: string, name: string, what: 'paused' | 'still-paused' | 'resumed', on: Day }

/**
 * Pauses that the actor has to know of, unless they made the change themselves: for two weeks that one has begun, for one that it is over; and from then on, for
 * coordinator and facilitator, that it lasts.
 */
export async function pausesToKnow(work: Work): Promise<Pausing[]> {
  const { rows } = await sql<Pausing>`select p.id as participant_id, p.public_id, n.name, f.what, f.on from assignments a
    join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join lateral (select g.state, g.changed_by from participation_changes g where g.participant_id = p.id order by g.changed_at desc, g.id desc limit 1) c on c.state = p.state
    join lateral (values ('paused', p.state_since, p.state = 'paused' and p.state_since > ${work.today}::date - 14 and c.changed_by <> ${work.actor.id}),
      ('still-paused', p.state_since + 14, p.state = 'paused' and p.state_since <= ${work.today}::date - 14 and a.role in ('coordinator', 'facilitator')),
      ('resumed', p.state_since, p.state = 'active' and p.state_since > ${work.today}::date - 7 and c.changed_by <> ${work.actor.id})) f(what, "on", holds) on f.holds
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator', 'mentor', 'assessor', 'case_manager', 'circle_coordinator')
      and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)} order by f.on limit 100`.execute(work.db)
  return rows
}

export function changesOf(work: Work, participantId: number) {
  return work.db.selectFrom('participation_changes').select(['participant_id', 'state', 'reason', 'changed_at']).where('participant_id', '=', participantId).orderBy('changed_at', 'desc').limit(10).execute()
}

/** The person who is signed in. */
export function myself(work: Work) {
  return work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.id as participant_id', 'participants.public_id', 'participants.state', 'identity_names.name', 'identity_names.meets_at']).where('participants.id', '=', work.actor.id).executeTakeFirst()
}
