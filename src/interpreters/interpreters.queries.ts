import { sql } from 'kysely'
import { addMinutes, type Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** The directory: those who are open, by name. */
export function openInterpreters(work: Work) {
  return work.db.selectFrom('interpreters').select(['id', 'public_id', 'name', 'agency', 'reach', 'languages', 'gender']).where('closed_on', 'is', null).orderBy('name').limit(500).execute()
}

export type InterpreterRow = Awaited<ReturnType<typeof openInterpreters>>[number]

export function interpreterByPublicId(work: Work, publicId: string) {
  return work.db.selectFrom('interpreters').select(['id', 'public_id', 'name', 'languages', 'closed_on']).where('public_id', '=', publicId).executeTakeFirst()
}

export async function languagesOfMine(work: Work): Promise<string[]> {
  return (await work.db.selectFrom('colleague_languages').select('language').where('colleague_id', '=', work.actor.id).orderBy('language').execute()).map(({ language }) => language)
}

/** Bookings of the person of this work, the latest first. */
export function bookingsOf(work: Work, participantId: number) {
  return work.db.selectFrom('interpreter_bookings as b').innerJoin('interpreters as i', 'i.id', 'b.interpreter_id').leftJoin('interpreter_debriefs as d', 'd.booking_id', 'b.id').leftJoin('colleagues as o', 'o.id', 'd.offered_by')
    .select(['b.id', 'b.public_id', 'b.participant_id', 'b.session_id', 'b.serves', 'b.how', 'b.language', 'b.from_at', 'b.until_at', 'b.cancelled_at', 'b.cancelled_by_kind', 'b.cancelled_why', 'b.interpreter_id',
      'i.name', 'i.public_id as interpreter', 'd.answer', 'd.held_on', 'o.name as offered_by'])
    .where('b.participant_id', '=', participantId).orderBy('b.from_at', 'desc').limit(200).execute()
}

export type BookingRow = Awaited<ReturnType<typeof bookingsOf>>[number]

/** Whom the person does not want today. */
export function refusalsOf(work: Work, participantId: number) {
  return work.db.selectFrom('interpreter_refusals as r').innerJoin('interpreters as i', 'i.id', 'r.interpreter_id')
    .select(['r.id', 'r.public_id', 'r.participant_id', 'r.interpreter_id', 'r.said_at', 'i.name']).where('r.participant_id', '=', participantId).where('r.taken_back_at', 'is', null).orderBy('i.name').execute()
}

export type Ahead = { session_id: number, public_id: string, participant_id: number, starts_at: Instant, minutes: number, interpreter: string | null, from_at: Instant | null, until_at: Instant | null, how: string | null }

/** The sessions ahead of a person, with who is booked for each. */
export async function sessionsAhead(work: Work, participantId: number): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`select s.id as session_id, s.public_id, s.participant_id, s.starts_at, s.minutes, i.name as interpreter, b.from_at, b.until_at, b.how
    from sessions s left join interpreter_bookings b on b.session_id = s.id and b.cancelled_at is null left join interpreters i on i.id = b.interpreter_id
    where s.participant_id = ${participantId} and s.state = 'planned' and s.starts_at > ${work.now} order by s.starts_at limit 50`.execute(work.db)
  return rows
}

export type ToDo = {
  kind: 'ahead' | 'debrief' | 'in-vain' | 'paused' | 'closed', participant_id: number, person: string, name: string, booking: string | null, starts_at: Instant, minutes: number
  languages: string[] | null, needs_interpreter: boolean | null, from_at: Instant | null, until_at: Instant | null, interpreter: string | null
}

/** Of my own sessions: those of the next two weeks with what the person needs and who is booked; what was booked for a session that is called off or rests in a pause, or with somebody whom nobody books any more; and interpreters to whom no talk was offered afterwards. */
export async function aboutMySessions(work: Work): Promise<ToDo[]> {
  const { rows } = await sql<ToDo>`select case when s.state = 'planned' and s.starts_at > ${work.now} then case when p.state = 'paused' then 'paused' when i.closed_on is not null then 'closed' else 'ahead' end when s.state in ('planned', 'held') then 'debrief' else 'in-vain' end as kind,
      s.participant_id, p.public_id as person, n.name, b.public_id as booking, s.starts_at, s.minutes, a.languages, a.needs_interpreter, b.from_at, b.until_at, i.name as interpreter
    from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = s.participant_id left join access_needs a on a.participant_id = s.participant_id
      left join interpreter_bookings b on b.session_id = s.id and b.cancelled_at is null left join interpreters i on i.id = b.interpreter_id
    where (s.author_id = ${work.actor.id} or s.second_id = ${work.actor.id}) and s.starts_at > ${addMinutes(work.now, -28 * 24 * 60)} and (
      (s.state = 'planned' and s.starts_at > ${work.now} and s.starts_at < ${addMinutes(work.now, 14 * 24 * 60)} and p.state <> 'paused' and (a.needs_interpreter or cardinality(a.languages) > 0 or b.id is not null))
      or (b.id is not null and s.state = 'planned' and s.starts_at > ${work.now} and b.from_at > ${work.now} and (p.state = 'paused' or i.closed_on is not null))
      or (b.id is not null and s.state = 'called-off' and b.from_at > ${work.now})
      or (b.id is not null and (s.state = 'held' or (s.state = 'planned' and p.state <> 'paused')) and s.starts_at <= ${work.now} and b.until_at <= ${work.now}
        and not exists (select from interpreter_debriefs d where d.booking_id = b.id)))
    order by s.starts_at limit 100`.execute(work.db)
  return rows
}
