import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import type { Advice, PlanPart, ReaderRole, SafetyPlan, ToldHow } from './advice.ts'

/** All advice about somebody that the reader may read, the latest first; what was a slip of the pen is not among it. */
export async function adviceOf(work: Work, participantId: number, most = 100): Promise<Advice[]> {
  const rows = await work.db.selectFrom('functional_advice as a').leftJoin('colleagues as c', 'c.id', 'a.author_id').leftJoin('colleagues as e', 'e.id', 'a.ended_by')
    .select(['a.public_id', 'a.participant_id', 'a.author_id', 'c.name as author', 'a.words', 'a.readers', 'a.told', 'a.review_on', 'a.written_at', 'a.replaced_at', 'a.ended_on', 'a.ended_why', 'e.name as ender'])
    .where('a.participant_id', '=', participantId).where('a.taken_back_at', 'is', null).orderBy('a.written_at', 'desc').orderBy('a.id', 'desc').limit(most).execute()
  return rows.map((row) => ({ ...standingOf(row), participantId: row.participant_id, words: row.words, readers: row.readers as ReaderRole[], told: row.told as ToldHow }))
}

/** The person's safety plans, the latest first. One at most is in force. */
export async function safetyPlansOf(work: Work, participantId: number, most = 50): Promise<SafetyPlan[]> {
  const rows = await work.db.selectFrom('safety_plans as a').leftJoin('colleagues as c', 'c.id', 'a.author_id').leftJoin('colleagues as e', 'e.id', 'a.ended_by')
    .select(['a.public_id', 'a.participant_id', 'a.author_id', 'c.name as author', 'a.signs', 'a.own_steps', 'a.whom_to_call', 'a.safe_place', 'a.review_on', 'a.written_at', 'a.replaced_at', 'a.ended_on', 'a.ended_why', 'e.name as ender'])
    .where('a.participant_id', '=', participantId).where('a.taken_back_at', 'is', null).orderBy('a.written_at', 'desc').orderBy('a.id', 'desc').limit(most).execute()
  return rows.map((row) => ({ ...standingOf(row), participantId: row.participant_id, signs: row.signs, ownSteps: row.own_steps, whomToCall: row.whom_to_call, safePlace: row.safe_place }))
}

type StandingRow = { public_id: string, author_id: number, author: string | null, written_at: Instant, review_on: Day, replaced_at: Instant | null, ended_on: Day | null, ended_why: string | null, ender: string | null }

function standingOf(row: StandingRow) {
  return { publicId: row.public_id, authorId: row.author_id, author: row.author, writtenAt: row.written_at, reviewOn: row.review_on, replacedAt: row.replaced_at,
    ended: row.ended_on === null ? undefined : { on: row.ended_on, why: row.ended_why ?? '', by: row.ender } }
}

/** Advice and plans of the actor's people that are looked at again until a day: one line a person and kind. */
export async function helpToReview(work: Work, until: Day) {
  const { rows } = await sql<{ participant_id: number, person: string, name: string, kind: 'advice' | 'plan', review_on: Day }>`
    select p.id as participant_id, p.public_id as person, n.name, h.kind, min(h.review_on) as review_on
    from (select participant_id, review_on, 'advice' as kind from functional_advice where replaced_at is null and ended_on is null and taken_back_at is null
      union all select participant_id, review_on, 'plan' from safety_plans where replaced_at is null and ended_on is null and taken_back_at is null) h
    join participants p on p.id = h.participant_id join identity_names n on n.participant_id = p.id
    where h.review_on <= ${until} and p.id = any ((select people_for('functional_advice', 'write', 'team'))::int[]) and ${focusedOn(work, sql`p.id`)}
    group by p.id, p.public_id, n.name, h.kind order by min(h.review_on) limit 100`.execute(work.db)
  return rows
}

/** What the person has opened to the actor and should have been looked at again by now, where nobody from health is on the team to be reminded: one line a person. */
export async function helpLeftByHealth(work: Work) {
  const { rows } = await sql<{ participant_id: number, person: string, name: string, review_on: Day }>`
    select p.id as participant_id, p.public_id as person, n.name, min(h.review_on) as review_on
    from (select participant_id, review_on from functional_advice where replaced_at is null and ended_on is null and taken_back_at is null and review_on < ${work.today}
      union all select participant_id, review_on from safety_plans where replaced_at is null and ended_on is null and taken_back_at is null and review_on < ${work.today}) h
    join participants p on p.id = h.participant_id join identity_names n on n.participant_id = p.id
    where p.id = any ((select people_for('functional_advice', 'read', 'agreed'))::int[]) and ${focusedOn(work, sql`p.id`)}
      and not exists (select from assignments a join appointments e on e.colleague_id = a.colleague_id and e.role = a.role where a.participant_id = p.id and a.role = 'health'
        and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and e.from_at <= ${work.now} and (e.until_at is null or e.until_at > ${work.now}))
    group by p.id, p.public_id, n.name order by min(h.review_on) limit 100`.execute(work.db)
  return rows
}

/** The roles to which the person has opened their advice and their plan. */
export async function agreedReaders(work: Work, participantId: number): Promise<string[]> {
  const rows = await work.db.selectFrom('agreed_readings').select(['role', 'participant_id']).where('participant_id', '=', participantId).where('record', '=', 'functional_advice').where('withdrawn_at', 'is', null).execute()
  return rows.map(({ role }) => role)
}

/** Whether this one person's help is open to the actor, by whatever way: asked of the person, where the request names none. */
export async function mayReadHelpOf(work: Work, participantId: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select ${participantId} = any (people_for('functional_advice', 'read', 'team') || people_for('functional_advice', 'read', 'agreed') || people_for('functional_advice', 'read', 'emergency')) as may`.execute(work.db)
  return rows[0]?.may ?? false
}

export type HelpTable = 'functional_advice' | 'safety_plans'

export async function addAdvice(work: Work, { words, readers, told, reviewOn, replaces }: Pick<Advice, 'words' | 'readers' | 'told' | 'reviewOn'> & { replaces?: string | undefined }): Promise<string> {
  const publicId = work.newPublicId()
  await work.db.insertInto('functional_advice').values({
    id: await work.newId(), public_id: publicId, participant_id: work.about, author_id: work.actor.id, words, readers, told, review_on: reviewOn, written_at: work.now,
    replaces_id: await idOf(work, 'functional_advice', replaces) }).execute()
  return publicId
}

export async function addSafetyPlan(work: Work, { reviewOn, replaces, ...parts }: Record<PlanPart, string> & { reviewOn: Day, replaces?: string | undefined }): Promise<string> {
  const publicId = work.newPublicId()
  await work.db.insertInto('safety_plans').values({
    id: await work.newId(), public_id: publicId, participant_id: work.about, author_id: work.actor.id, signs: parts.signs, own_steps: parts.ownSteps, whom_to_call: parts.whomToCall, safe_place: parts.safePlace,
    review_on: reviewOn, written_at: work.now, replaces_id: await idOf(work, 'safety_plans', replaces) }).execute()
  return publicId
}

async function idOf(work: Work, table: HelpTable, publicId: string | undefined): Promise<number | null> {
  if (publicId === undefined) return null
  const row = await work.db.selectFrom(table).select(['id', 'participant_id']).where('public_id', '=', publicId).where('participant_id', '=', work.about).executeTakeFirst()
  return row?.id ?? null
}

/** Writes beside what holds that it was replaced, ended or a slip of the pen; false when it did not hold any more. */
export async function noteOn(work: Work, table: HelpTable, publicId: string, what: { replaced: true } | { endedWhy: string } | { takenBack: true }): Promise<boolean> {
  const set = 'replaced' in what ? { replaced_at: work.now } : 'takenBack' in what ? { taken_back_at: work.now } : { ended_on: work.today, ended_by: work.actor.id, ended_why: what.endedWhy }
  const { numUpdatedRows } = await work.db.updateTable(table).set(set).where('public_id', '=', publicId).where('participant_id', '=', work.about)
    .where('replaced_at', 'is', null).where('ended_on', 'is', null).where('taken_back_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a slip of the pen had replaced holds again. */
export async function letTheOneBeforeHold(work: Work, table: HelpTable, publicId: string): Promise<void> {
  const slip = await work.db.selectFrom(table).select(['replaces_id', 'participant_id']).where('public_id', '=', publicId).executeTakeFirst()
  if (slip?.replaces_id) await work.db.updateTable(table).set({ replaced_at: null }).where('id', '=', slip.replaces_id).where('ended_on', 'is', null).execute()
}

/** The person's yes to one role, as they gave it themself or a colleague wrote it down. */
export async function openTo(work: Work, participantId: number, role: ReaderRole): Promise<void> {
  await work.db.insertInto('agreed_readings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, record: 'functional_advice', role, from_at: work.now,
    recorded_by: work.actor.kind === 'participant' ? null : work.actor.id }).execute()
}

export async function closeTo(work: Work, participantId: number, role: ReaderRole): Promise<void> {
  await work.db.updateTable('agreed_readings').set({ withdrawn_at: work.now }).where('participant_id', '=', participantId).where('record', '=', 'functional_advice').where('role', '=', role).where('withdrawn_at', 'is', null).execute()
}
