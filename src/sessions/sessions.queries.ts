import { sql } from 'kysely'
import type { OwnCertificate } from '../certificates/index.ts'
import type { Day, Instant } from '../platform/day.ts'
import { focusedOn, isOneOf } from '../platform/focus.ts'
import { inSameWords, type Asking } from '../platform/in-same-words.ts'
import type { Work } from '../platform/work.ts'
import { worksUntil } from './left-unsigned/left-unsigned.ts'

/** The last sessions of a person, those ahead included, with whom; what was done where this reader may read it. */
export const lastSessions = inSameWords((work, participantId: number, most: number) =>
  sessions(work).where('sessions.participant_id', '=', participantId).orderBy('sessions.starts_at', 'desc').limit(most))

/** The sessions that began before a moment, for the next page of a list. */
export function sessionsBefore(work: Work, participantId: number, before: Instant, most: number) {
  return sessions(work).where('sessions.participant_id', '=', participantId).where('sessions.starts_at', '<', before).orderBy('sessions.starts_at', 'desc').limit(most).execute()
}

export function sessionByPublicId(work: Work, publicId: string) {
  return allSessions(work).where('sessions.public_id', '=', publicId).executeTakeFirst()
}

export type Meeting = {
  participant_id: number, public_id: string, state: string, name: string, role: string | null, plan_id: number | null, programme: string | null, version: number | null
  /** Of the definition as it was kept, and the reader's own certificates for it: whoever delivers it is asked for one. */
  hash: string | null, certificates: OwnCertificate[]
  /** The latest answer to the programme, since when there is a first yes, and when the last one was taken back, or followed by another answer. */
  answer: string | null, yes_since: Day | null, stopped_at: Instant | null
  /** Since when a pause lasts; null where there is none. */
  paused_at: Instant | null
}

/** Whom the actor meets and in which role, with what a meeting can rest on: in one trip, because a session is recorded many times a day. */
export async function meetingWith(work: Work, participantId: number): Promise<Meeting | undefined> {
  const [meeting] = await meetingAsked(work, participantId, work.actor.id, work.now, work.timeZone)
  return meeting
}

const meetingAsked = inSameWords((work, participantId: number, me: number, now: Instant, timeZone: string) => {
  const asked = sql<Meeting>`select p.id as participant_id, p.public_id, p.state, n.name, l.id as plan_id, l.programme, l.version, v.hash, c.answer,
      (select coalesce(json_agg(k), '[]') from own_certificates_for(l.programme) k) as certificates,
      (select a.role from assignments a where a.colleague_id = ${me} and a.participant_id = p.id and a.from_at <= ${now} and (a.until_at is null or a.until_at > ${now})) as role,
      (select min(y.answered_on) from consents y where y.participant_id = p.id and y.purpose = 'programme' and y.answer = 'yes') as yes_since,
      (select min(e.at) from (select w.withdrawn_at as at from withdrawals w where w.participant_id = p.id and w.purpose = 'programme' and w.withdrawn_at >= coalesce(y.recorded_at, c.recorded_at)
        union all select o.recorded_at from consents o where o.participant_id = p.id and o.purpose = 'programme' and o.answer <> 'yes' and (o.recorded_at, o.id) > (y.recorded_at, y.id)) e) as stopped_at,
      case when p.state = 'paused' then coalesce((select max(g.changed_at) from participation_changes g where g.participant_id = p.id and g.state = 'paused'), p.state_since::timestamp at time zone ${timeZone}) end as paused_at
    from participants p join identity_names n on n.participant_id = p.id left join plans l on l.participant_id = p.id and l.state <> 'ended' left join programme_versions v on v.programme = l.programme and v.version = l.version
    left join lateral (select answer, recorded_at from consents where participant_id = p.id and purpose = 'programme' order by recorded_at desc, id desc limit 1) c on true
    left join lateral (select recorded_at, id from consents where participant_id = p.id and purpose = 'programme' and answer = 'yes' order by recorded_at desc, id desc limit 1) y on true
    where p.id = ${participantId}`
  return { compile: () => asked.compile(work.db) }
})

/** Whether a session of this person at this very minute stands already, as far as the actor may see. */
export async function standsAt(work: Work, participantId: number, startsAt: Instant): Promise<boolean> {
  return (await standing(work, participantId, startsAt)).length > 0
}

const standing = inSameWords((work, participantId: number, startsAt: Instant) =>
  work.db.selectFrom('sessions').select(['id', 'participant_id']).where('participant_id', '=', participantId).where('starts_at', '=', startsAt).where('state', 'in', ['planned', 'held', 'missed']).limit(1))

/** The units of a session: which were planned, which were worked on. */
export function unitsOf(work: Work, sessionId: number) {
  return work.db.selectFrom('session_units').select(['participant_id', 'unit_id', 'name', 'about_the_offence', 'planned', 'delivered', 'reason', 'reason_words']).where('session_id', '=', sessionId).orderBy('name').execute()
}

export type UnitRow = Awaited<ReturnType<typeof unitsOf>>[number]

/** What was saved in somebody's record by mistake and struck: when, by whom, and nothing of what it said. */
export function strikesOf(work: Work, participantId: number) {
  return work.db.selectFrom('session_strikes').leftJoin('colleagues', 'colleagues.id', 'session_strikes.author_id')
    .select(['session_strikes.public_id', 'session_strikes.participant_id', 'session_strikes.author_id', 'saved_at', 'struck_at', 'colleagues.name'])
    .where('session_strikes.participant_id', '=', participantId).orderBy('saved_at', 'desc').limit(50).execute()
}

/** Of these strikes those under which the actor's own words still stand: the meeting, where it was theirs, else the notice that told them to set it aside. */
export async function myStruckWords(work: Work, strikes: readonly { public_id: string }[]) {
  if (strikes.length === 0 || work.actor.shape !== 'casework') return []
  return work.db.selectFrom('session_strikes as k').leftJoin('sessions as s', (join) => join.onRef('s.id', '=', 'k.session_id').on('k.author_id', '=', work.actor.id))
    .leftJoin('set_aside_notices as a', (join) => join.onRef('a.session_id', '=', 'k.session_id').on('a.reader_id', '=', work.actor.id)
      .on((is) => is.exists(is.selectFrom('facilitator_notes as f').select('f.id').whereRef('f.session_id', '=', 'k.session_id').where('f.author_id', '=', work.actor.id))))
    .select(['k.public_id', 'k.participant_id', 's.public_id as session', 'a.public_id as notice']).where('k.public_id', 'in', strikes.map(({ public_id }) => public_id)).execute()
}

/** How many sessions were held, and how many missed for which cause. */
export function countsOf(work: Work, participantId: number) {
  return work.db.selectFrom('sessions').select(['participant_id', 'state', 'cause', (count) => count.fn.countAll<number>().as('times')])
    .where('participant_id', '=', participantId).groupBy(['participant_id', 'state', 'cause']).execute()
}

/**
 * Sessions of mine that lie ahead, or that were planned and not yet recorded. What was planned for the time of a pause is no record to write: it waits, and is called off
 * when the pause ends. With a focus, of that person alone.
 */
export function mySessionsToDo(work: Work) {
  return sessionsToDo(work, work.actor.id, work.now)
}

const sessionsToDo = inSameWords((work, me: number, now: Instant) =>
  work.db.selectFrom('sessions').innerJoin('participants', 'participants.id', 'sessions.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['sessions.public_id', 'sessions.participant_id', 'sessions.author_id', 'sessions.starts_at', 'sessions.place', movedFrom, onPaper(me, now), 'participants.public_id as person', 'participants.state as person_state', 'identity_names.name'])
    .where('sessions.state', '=', sql.lit('planned')).where((is) => is.or([is('sessions.author_id', '=', me), is.and([is('sessions.second_id', '=', me), is('sessions.starts_at', '>', now)])]))
    .where((is) => is.or([is('participants.state', '<>', 'paused'), is('sessions.starts_at', '>', now), is('sessions.starts_at', '<', sql<Instant>`(select max(g.changed_at) from participation_changes g where g.participant_id = participants.id and g.state = 'paused')`)])).orderBy('sessions.starts_at').limit(50))

/** Whether I took a paper form along whose code still works. */
function onPaper(me: number, now: Instant) {
  return sql<boolean>`exists (select from session_papers a where a.session_id = sessions.id and a.worker_id = ${me} and a.transcribed_at is null and a.destroyed_at is null and a.expires_at > ${now})`.as('on_paper')
}

/** Sessions that were planned by somebody who no longer works with the person: for a colleague in the same role to take over, and for the coordinator to see. */
export async function withoutAnybody(work: Work) {
  const { rows } = await sql<{ session: string, participant_id: number, person: string, name: string, starts_at: Instant, place: string, role: string, is_mine_to_take: boolean, series_id: number | null }>`
    select w.session, w.participant_id, p.public_id as person, n.name, w.starts_at, w.place, w.role, w.is_mine_to_take, w.series_id
    from sessions_without_anybody() w join participants p on p.id = w.participant_id join identity_names n on n.participant_id = p.id order by w.starts_at`.execute(work.db)
  return rows
}

type ToDo = { kind: 'draft' | 'set-aside' | 'paper', public_id: string, since: Instant, participant_id: number | null, person: string | null, name: string | null, starts_at: Instant | null, /** Of a draft: until when its writer works with the person. */ ends_at: Instant | null }

/** My notes without a signature, what I am to set aside because it was about somebody else, and my papers that have done their work and are still there. With a focus, mine on that person alone. */
export async function myLooseEnds(work: Work): Promise<ToDo[]> {
  const { rows } = await sql<ToDo>`select d.kind, s.public_id, d.since, p.id as participant_id, p.public_id as person, n.name, s.starts_at, ${worksUntil(work)} as ends_at
    from (select 'draft' as kind, session_id, written_at as since from facilitator_notes where author_id = ${work.actor.id} and signed_at is null
      union all select 'draft', session_id, written_at from mentor_notes where author_id = ${work.actor.id} and signed_at is null) d
    join sessions s on s.id = d.session_id join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id where s.state <> 'struck'
    union all
    select 'set-aside', a.public_id, a.told_at, p.id, p.public_id, n.name, null, null from set_aside_notices a left join session_strikes k on k.session_id = a.session_id
      left join participants p on p.id = coalesce(k.participant_id, a.about_id) left join identity_names n on n.participant_id = p.id
    where a.reader_id = ${work.actor.id} and a.set_aside_at is null and ${focusedOn(work, sql`p.id`)}
    union all
    select 'paper', a.public_id, least(coalesce(a.transcribed_at, a.expires_at), ${work.now}), p.id, p.public_id, n.name, s.starts_at, null from session_papers a left join sessions s on s.id = a.session_id
      left join participants p on p.id = s.participant_id left join identity_names n on n.participant_id = p.id
    where a.worker_id = ${work.actor.id} and a.destroyed_at is null and (a.transcribed_at is not null or a.expires_at <= ${work.now} or s.id is null or s.state <> 'planned' or s.author_id <> ${work.actor.id})
      and ${focusedOn(work, sql`p.id`)}
    order by since limit 50`.execute(work.db)
  return rows
}

/** One notice to set something aside; the person in whose record it stood, as long as the reader still works with them. */
export async function myNotice(work: Work, publicId: string) {
  const whose = sql<number | null>`coalesce(k.participant_id, a.about_id)`
  return work.db.selectFrom('set_aside_notices as a').leftJoin('session_strikes as k', 'k.session_id', 'a.session_id').leftJoin('colleagues as c', (join) => join.on(sql<boolean>`c.id = coalesce(k.author_id, a.writer_id)`))
    .leftJoin('identity_names as n', (join) => join.on(sql<boolean>`n.participant_id = ${whose}`)).select(['a.told_at', 'a.set_aside_at', 'a.session_id', 'c.name as writer', 'n.name'])
    .select([whose.as('participant_id'), sql<Instant | null>`coalesce(k.saved_at, a.saved_at)`.as('saved_at'), sql<boolean>`a.session_id is null`.as('is_sheet')])
    .where('a.public_id', '=', publicId).executeTakeFirst()
}

/** What the actor wrote themself under a meeting that somebody else struck, draft or signed. */
export function myWordsIn(work: Work, sessionId: number) {
  return work.db.selectFrom('facilitator_notes').select(['id', 'participant_id', 'note', 'signed_at']).where('session_id', '=', sessionId).where('author_id', '=', work.actor.id).orderBy('written_at').orderBy('id').execute()
}

/** What lies ahead of a person, for their own page: when, where, how long. */
export function nextMeetings(work: Work, participantId: number) {
  return work.db.selectFrom('sessions').select(['participant_id', 'starts_at', 'place', 'minutes']).where('participant_id', '=', participantId).where('state', '=', sql.lit('planned'))
    .where('starts_at', '>', work.now).orderBy('starts_at').limit(10).execute()
}

/** What takes place from one moment until another, as far as the actor may see: when, where, with whom, and whom it is about as they are known. What waits for a pause to end does not take place. */
export function sessionsBetween(work: Work, from: Instant, until: Instant) {
  return work.db.selectFrom('sessions').innerJoin('participants', 'participants.id', 'sessions.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'sessions.participant_id')
    .leftJoin('colleagues', 'colleagues.id', 'sessions.author_id')
    .select(['sessions.public_id', 'sessions.participant_id', 'sessions.author_id', 'sessions.starts_at', 'sessions.minutes', 'sessions.place', 'colleagues.name as with',
      'participants.public_id as person', 'identity_names.name', 'identity_names.meets_at'])
    .where('sessions.state', '=', sql.lit('planned')).where('participants.state', '<>', 'paused').where('sessions.starts_at', '>=', from).where('sessions.starts_at', '<', until)
    .orderBy('sessions.starts_at').orderBy('sessions.id').limit(500).execute()
}

/** Which meetings from one moment until another wait for a pause to end: whose they are and with whom, so that nobody wonders where they are. */
export function sessionsWaiting(work: Work, from: Instant, until: Instant) {
  return work.db.selectFrom('sessions').innerJoin('participants', 'participants.id', 'sessions.participant_id').select(['sessions.participant_id', 'sessions.author_id'])
    .where('sessions.state', '=', 'planned').where('participants.state', '=', 'paused').where('sessions.starts_at', '>=', from).where('sessions.starts_at', '<', until).limit(500).execute()
}

export type PlannedSession = Awaited<ReturnType<typeof sessionsBetween>>[number]

/** What was delivered under each of these plans: how many sessions were held, and when those ahead are planned. For rooms that may not know sessions. */
export async function deliveredUnder(work: Work, planIds: number[]): Promise<{ planId: number, held: number, planned: Instant[] }[]> {
  const rows = await countedUnder(work, planIds, work.now)
  return planIds.map((planId) => {
    const ofPlan = rows.find(({ plan_id }) => plan_id === planId)
    return { planId, held: ofPlan?.held ?? 0, planned: ofPlan?.planned ?? [] }
  })
}

const countedUnder = inSameWords((work, planIds: readonly number[], now: Instant) =>
  work.db.selectFrom('sessions').select(['plan_id', 'participant_id', sql<number>`count(*) filter (where state = 'held')`.as('held'),
    sql<Instant[] | null>`json_agg(to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by starts_at) filter (where state = 'planned')`.as('planned')])
    .where(isOneOf(sql`plan_id`, planIds)).where('after_the_end', '=', false).where((is) => is.or([is('state', '=', sql.lit('held')), is.and([is('state', '=', sql.lit('planned')), is('starts_at', '>', now)])]))
    .groupBy(['plan_id', 'participant_id']))

/** How many sessions were held under each of these plans, where there are any. */
export async function heldUnder(work: Work, planIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  return new Map((await countedHeld(work, planIds)).map(({ plan_id: id, held }) => [id, held]))
}

const countedHeld = inSameWords((work, planIds: readonly number[]) =>
  work.db.selectFrom('sessions').select(['participant_id', sql<number>`plan_id`.as('plan_id'), sql<number>`count(*)`.as('held')]).where(isOneOf(sql`plan_id`, planIds)).where('after_the_end', '=', false)
    .where('state', '=', sql.lit('held')).groupBy(['plan_id', 'participant_id']))

/** When a pause ends: what was planned for its time did not take place, and was nobody's fault. What lies ahead goes on. */
export async function callOffInPause(work: Work, participantId: number, now: 'paused' | 'active'): Promise<void> {
  if (now === 'active') await sql`select call_off_in_pause(${participantId})`.execute(work.db)
}

/** Whether the person is paused, so that what is planned waits. */
export async function isPaused(work: Work, participantId: number): Promise<boolean> {
  const person = await work.db.selectFrom('participants').select(['id as participant_id', 'state']).where('id', '=', participantId).executeTakeFirst()
  return person?.state === 'paused'
}

/** Calls off what lies ahead of a person, whoever planned it. */
export async function callOffAhead(work: Work, participantId: number): Promise<void> {
  await sql`select call_off_sessions(${participantId})`.execute(work.db)
}

/** What is planned within a cover goes to whoever covers, and back when the cover ends early. */
export async function handOverSessions(work: Work, assignmentId: string): Promise<void> {
  await sql`select hand_over_sessions(${assignmentId})`.execute(work.db)
}

/** All meetings of the person who is signed in. A colleague who is no longer theirs to know by name takes no meeting away. */
export function ownSessions(work: Work, most: number) {
  return sessions(work).where('sessions.participant_id', '=', work.actor.id).orderBy('sessions.starts_at', 'desc').limit(most).execute()
}

export function ownSession(work: Work, publicId: string) {
  return sessions(work).where('sessions.participant_id', '=', work.actor.id).where('sessions.public_id', '=', publicId).executeTakeFirst()
}

/** The last meetings of the person who is signed in that were held: so that they can say how they were. */
export async function ownHeldLately(work: Work, most = 5) {
  const rows = await sessions(work).where('sessions.participant_id', '=', work.actor.id).where('sessions.state', '=', 'held').orderBy('sessions.starts_at', 'desc').limit(most).execute()
  return rows.map(({ id, public_id, starts_at, with: name }) => ({ id, publicId: public_id, startsAt: starts_at, with: name }))
}

export type NoteRow = {
  kept_in: 'facilitator_notes' | 'mentor_notes', id: number, public_id: string, participant_id: number, author_id: number, name: string | null
  note: string, written_at: Instant, signed_at: Instant | null, adds_to: number | null
}

/** The notes of a session that this reader may read, and what was added to them: the facilitators', the mentor's, and of drafts one's own. */
export async function notesOf(work: Work, sessionId: number): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`select o.*, c.name from (
      select 'facilitator_notes' as kept_in, id, public_id, participant_id, author_id, note, written_at, signed_at, adds_to from facilitator_notes where session_id = ${sessionId}
      union all select 'mentor_notes', id, public_id, participant_id, author_id, note, written_at, signed_at, adds_to from mentor_notes where session_id = ${sessionId}) o
    left join colleagues c on c.id = o.author_id order by o.written_at, o.id`.execute(work.db)
  return rows
}

/** Struck ones stand for themselves (strikesOf); their writer still opens one by its address. */
function sessions(work: Asking) {
  return allSessions(work).where('sessions.state', '<>', 'struck')
}

function allSessions(work: Asking) {
  return work.db.selectFrom('sessions').leftJoin('colleagues', 'colleagues.id', 'sessions.author_id').leftJoin('session_contents', 'session_contents.session_id', 'sessions.id')
    .select(['sessions.id', 'sessions.public_id', 'sessions.participant_id', 'sessions.author_id', 'sessions.starts_at', 'sessions.minutes', 'sessions.preparation_minutes', 'sessions.travel_minutes', 'sessions.place', 'sessions.state', 'sessions.cause',
      'sessions.cause_note', 'sessions.revision', 'sessions.recorded_at', 'sessions.from_elsewhere', 'sessions.struck_why', 'sessions.plan_id', 'sessions.agreement_id', 'sessions.way', 'sessions.series_id', 'sessions.catches_up_id', 'sessions.second_id', 'sessions.after_the_end', movedFrom, 'colleagues.name as with', secondName, 'session_contents.done', 'session_contents.own_words',
      'session_contents.home_practice', 'session_contents.next_step', 'session_contents.limit_reminded', 'session_contents.differs_cause', 'session_contents.differs_why'])
}

/** Who was there as the second one. Few sessions have one, and joined they would all be looked for. */
const secondName = sql<string | null>`case when sessions.second_id is not null then (select b.name from colleagues b where b.id = sessions.second_id) end`.as('second')

/** Where it lay before it was moved last; nothing where it never was. */
const movedFrom = sql<Instant | null>`(select m.from_at from session_moves m where m.session_id = sessions.id order by m.moved_at desc, m.id desc limit 1)`.as('moved_from')

export type SessionRow = Awaited<ReturnType<typeof lastSessions>>[number]
