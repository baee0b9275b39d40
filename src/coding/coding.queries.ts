import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Coded, Frame } from './coding.ts'

export type ToCode = {
  session: string, session_id: number, participant_id: number, person: string, name: string, starts_at: Instant, coders: number, is_mine: boolean, latest_at: Instant | null
  /** A proposal of the other coder waits for the actor; and whether both have agreed. */
  proposed_at: Instant | null, is_agreed: boolean
}

/** The held sessions of the actor's people whose notes can be coded, the latest first: how many have coded each, and whether the actor has. With a focus, of that person. */
export async function sessionsToCode(work: Work, most = 200): Promise<ToCode[]> {
  const { rows } = await sql<ToCode>`select s.public_id as session, s.id as session_id, s.participant_id, p.public_id as person, n.name, s.starts_at, coalesce(g.coders, 0) as coders, m.id is not null as is_mine, g.latest_at,
      (select max(c.proposed_at) from code_consensus c where c.session_id = s.id and c.author_id <> ${work.actor.id} and c.confirmed_at is null and m.id is not null) as proposed_at,
      exists (select from code_consensus c where c.session_id = s.id and c.confirmed_at is not null) as is_agreed
    from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
      left join coding_progress() g on g.session_id = s.id left join codings m on m.session_id = s.id and m.author_id = ${work.actor.id}
    where s.state = 'held' and s.plan_id is not null and s.participant_id = any ((select people_for('session_content', 'write', 'team'))::int[])
    order by s.starts_at desc, s.id desc limit ${most}`.execute(work.db)
  return rows
}

/** Those of them that somebody has begun to code, and that are not agreed on. Of what nobody has begun nothing awaits anybody. */
export async function sessionsBegun(work: Work): Promise<ToCode[]> {
  const { rows } = await sql<ToCode>`select s.public_id as session, s.id as session_id, s.participant_id, p.public_id as person, n.name, s.starts_at, g.coders, m.id is not null as is_mine, g.latest_at,
      (select max(c.proposed_at) from code_consensus c where c.session_id = s.id and c.author_id <> ${work.actor.id} and c.confirmed_at is null and m.id is not null) as proposed_at, false as is_agreed
    from coding_progress() g join sessions s on s.id = g.session_id join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
      left join codings m on m.session_id = s.id and m.author_id = ${work.actor.id}
    where s.state = 'held' and s.plan_id is not null and s.participant_id = any ((select people_for('session_content', 'write', 'team'))::int[])
      and not exists (select from code_consensus c where c.session_id = s.id and c.confirmed_at is not null)
    order by s.starts_at desc, s.id desc limit 200`.execute(work.db)
  return rows
}

/** How many have coded this session; the actor learns no more before both have. */
export async function codersOf(work: Work, sessionId: number): Promise<number> {
  const { rows } = await sql<{ coders: number }>`select coders from coding_progress() where session_id = ${sessionId}`.execute(work.db)
  return rows[0]?.coders ?? 0
}

/** Whether the actor may code this person's notes today. */
export async function mayCode(work: Work, participantId: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select ${participantId} = any (people_for('session_content', 'write', 'team')) as may`.execute(work.db)
  return rows[0]?.may ?? false
}

/** The codings of a session that the actor may see: their own, and the other one once both are locked. */
export function codingsOf(work: Work, sessionId: number) {
  return work.db.selectFrom('codings').leftJoin('colleagues', 'colleagues.id', 'codings.author_id')
    .select(['codings.id', 'codings.participant_id', 'codings.author_id', 'codings.place', 'codings.domains', 'codings.codes', 'codings.locked_at', 'codings.frame', 'codings.frame_version', 'colleagues.name'])
    .where('session_id', '=', sessionId).orderBy('place').execute()
}

export type Coding = Awaited<ReturnType<typeof codingsOf>>[number]

/** What was proposed as common to both, the latest first; a confirmed one before all others. */
export function consensusOf(work: Work, sessionId: number) {
  return work.db.selectFrom('code_consensus').leftJoin('colleagues', 'colleagues.id', 'code_consensus.author_id')
    .select(['code_consensus.id', 'code_consensus.public_id', 'code_consensus.participant_id', 'code_consensus.author_id', 'code_consensus.domains', 'code_consensus.codes', 'code_consensus.reason',
      'code_consensus.proposed_at', 'code_consensus.confirmed_at', 'colleagues.name'])
    .where('session_id', '=', sessionId).orderBy('confirmed_at', (order) => order.asc().nullsLast()).orderBy('proposed_at', 'desc').orderBy('code_consensus.id', 'desc').limit(1).executeTakeFirst()
}

export type Consensus = NonNullable<Awaited<ReturnType<typeof consensusOf>>>

/** The programme and version that a session was held under. */
export function programmeOfPlan(work: Work, planId: number) {
  return work.db.selectFrom('plans').select(['participant_id', 'programme', 'version']).where('id', '=', planId).executeTakeFirst()
}

/** The place that is free for the actor. Who asks at the same moment waits here: the second one is then the second coder, not one who is refused. */
export async function placeFor(work: Work, sessionId: number): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('coding'), ${sessionId}::int)`.execute(work.db)
  const { rows } = await sql<{ place: number | null }>`select my_coding_place(${sessionId}) as place`.execute(work.db)
  return rows[0]?.place ?? null
}

export function keptFrame(work: Work, { id, version }: Pick<Frame, 'id' | 'version'>) {
  return work.db.selectFrom('coding_frames').select(['domains', 'titles']).where('frame', '=', id).where('version', '=', version).executeTakeFirst()
}

export async function keepFrame(work: Work, { id, version, domains }: Frame): Promise<void> {
  await work.db.insertInto('coding_frames').values({ frame: id, version, domains: domains.map((domain) => domain.id), titles: domains.map(({ title }) => title), kept_at: work.now })
    .onConflict((conflict) => conflict.doNothing()).execute()
}

export async function addCoding(work: Work, { id: frame, version }: Frame, coding: Coded & { sessionId: number, participantId: number, place: number }): Promise<void> {
  await work.db.insertInto('codings').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: coding.sessionId, participant_id: coding.participantId, author_id: work.actor.id, place: coding.place,
    frame, frame_version: version, domains: coding.domains, codes: withGaps(coding.codes), locked_at: work.now }).execute()
}

export async function addConsensus(work: Work, { sessionId, participantId, domains, codes, reason }: Coded & { sessionId: number, participantId: number, reason: string }): Promise<void> {
  await work.db.insertInto('code_consensus').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: sessionId, participant_id: participantId, author_id: work.actor.id, domains, codes: withGaps(codes), reason, proposed_at: work.now }).execute()
}

/** Whether there was such a proposal of the other coder to confirm. */
export async function confirm(work: Work, publicId: string): Promise<boolean> {
  const done = await work.db.updateTable('code_consensus').set({ confirmed_by: work.actor.id, confirmed_at: work.now }).where('public_id', '=', publicId).where('confirmed_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** An array of the database holds gaps, which the types of its tables do not know. */
function withGaps(codes: Coded['codes']) {
  return sql<number[]>`${`{${codes.map((code) => code ?? 'null').join(',')}}`}::int[]`
}
