import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import { leastTeam, programmesOnOffer, unitsOf } from '../programmes/index.ts'
import { calledIn, isAboutTheOffence, withEarlierParts } from './versions/earlier-parts.ts'
import type { Closing, GoalInForce, Level } from './goal.ts'

/** The plan that runs or is paused, of the person that this work is about. */
export function openPlan(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).where('state', '<>', 'ended').executeTakeFirst()
}

/** The plan that ended last, of somebody who was not accepted anew since: whoever waits begins again. */
export function lastEndedPlan(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).where('state', '=', 'ended')
    .where(sql<boolean>`exists (select from participants p where p.id = plans.participant_id and p.state <> 'waiting')`).orderBy('ended_on', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

/** The plan that ended last, however long ago. */
export function lastEndedOf(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).where('state', '=', 'ended').orderBy('ended_on', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

export async function madeAt(work: Work, planId: number): Promise<Instant> {
  return (await work.db.selectFrom('plans').select(['participant_id', 'made_at']).where('id', '=', planId).executeTakeFirstOrThrow()).made_at
}

export function planByPublicId(work: Work, publicId: string) {
  return plans(work).where('public_id', '=', publicId).executeTakeFirst()
}

/** All plans of a person, the latest first. */
export function plansOf(work: Work, participantId: number) {
  return plans(work).where('participant_id', '=', participantId).orderBy('begins_on', 'desc').execute()
}

export async function aimsOf(work: Work, planId: number) {
  return (await aimsEverOf(work, planId)).filter(({ dropped_at }) => dropped_at === null)
}

/** All that were ever written, with those that somebody let go of. */
export function aimsEverOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_aims').innerJoin('colleagues', 'colleagues.id', 'plan_aims.written_by')
    .select(['plan_aims.public_id', 'plan_aims.participant_id', 'plan_aims.aim', 'plan_aims.reason', 'plan_aims.state', 'plan_aims.written_at', 'plan_aims.dropped_at', 'colleagues.name as written_by'])
    .where('plan_id', '=', planId).orderBy('position').orderBy('plan_aims.id').execute()
}

/** The same for the person, whoever wrote them: a colleague who has left takes no aim away. */
export function ownAimsOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_aims').select(['participant_id', 'aim', 'reason', 'state']).where('plan_id', '=', planId).where('dropped_at', 'is', null).orderBy('position').execute()
}

type Awaiting = {
  participant_id: number, person: string, name: string, /** The open plan, where there is one. */ plan: string | null, since: Day
  /** Of a team that may be smaller than its programme asks: the programme, and the roles that are on it today. */
  below: { programme: string, version: number, hash: string, team: string[] } | null
}

/**
 * For those who make and end plans: people of mine who said yes here (a yes that came with the referral waits for their own) and have no plan, and those who said stop and
 * whose plan still runs. For the coordinator, who names the team: running plans with fewer people than their programme asks for at least. Of a version that is not on offer any
 * more only its definition tells how many, so such a plan comes along to be asked. All in one question, since it stands on everybody's day.
 */
export async function plansAwaiting(work: Work): Promise<Awaiting[]> {
  const asked = work.actor.roles.includes('coordinator') ? sql`${peopleAwaiting(work)} union all ${teamsBelow(work)} order by since` : peopleAwaiting(work)
  const { rows } = await sql<Awaiting>`${asked}`.execute(work.db)
  return rows
}

/** Who said yes and has no plan, or stop while theirs runs. */
function peopleAwaiting(work: Work) {
  return sql`(select p.id as participant_id, p.public_id as person, n.name, l.public_id as plan,
      case when w.withdrawn_at is null then c.answered_on else (w.withdrawn_at at time zone ${work.timeZone})::date end as since, null::json as below
    from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join lateral (select answer, way, answered_on, recorded_at from consents where participant_id = p.id and purpose = 'programme' order by recorded_at desc, id desc limit 1) c on true
    left join lateral (select withdrawn_at from withdrawals where participant_id = p.id and purpose = 'programme' and withdrawn_at >= c.recorded_at order by withdrawn_at desc limit 1) w on true
    left join plans l on l.participant_id = p.id and l.state <> 'ended'
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
      and ${focusedOn(work, sql`p.id`)}
      and (l.id is not null and w.withdrawn_at is not null or l.id is null and w.withdrawn_at is null and c.answer = 'yes' and c.way not in ('as-imported', 'with-referral') and p.state = 'waiting' and a.role = 'coordinator')
    order by since limit 50)`
}

/** Running plans of the coordinator's people whose team may be too small: since the plan began, or somebody of a role that it asks for last left. */
function teamsBelow(work: Work) {
  const offered = programmesOnOffer().map(({ hash }) => hash)
  const asked = programmesOnOffer().flatMap(({ hash, definition }) => leastTeam(definition).map(({ role, count }) => ({ hash, role, count })))
  return sql`(select l.participant_id, p.public_id as person, n.name, l.public_id as plan,
      greatest(l.begins_on, (select (max(t.until_at) at time zone ${work.timeZone})::date from assignments t where t.participant_id = l.participant_id and t.until_at <= ${work.now}
        and (v.hash <> all (${offered}::text[]) or t.role in (select q.role from unnest(${asked.map(({ hash }) => hash)}::text[], ${asked.map(({ role }) => role)}::text[]) q(hash, role) where q.hash = v.hash)))) as since, json_build_object('programme', l.programme, 'version', l.version, 'hash', v.hash, 'team', m.roles)
    from assignments a join plans l on l.participant_id = a.participant_id and l.state = 'running' join programme_versions v on v.programme = l.programme and v.version = l.version
    join participants p on p.id = l.participant_id join identity_names n on n.participant_id = p.id
    cross join lateral (select coalesce(array_agg(t.role), '{}') as roles from assignments t where t.participant_id = l.participant_id and t.from_at <= ${work.now} and (t.until_at is null or t.until_at > ${work.now})
      and exists (select from appointments h where h.colleague_id = t.colleague_id and h.role = t.role and h.from_at <= ${work.now} and (h.until_at is null or h.until_at > ${work.now}))) m
    where a.colleague_id = ${work.actor.id} and a.role = 'coordinator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`l.participant_id`)}
      and (v.hash <> all (${offered}::text[])
        or exists (select from unnest(${asked.map(({ hash }) => hash)}::text[], ${asked.map(({ role }) => role)}::text[], ${asked.map(({ count }) => count)}::int[]) q(hash, role, least)
          where q.hash = v.hash and cardinality(array_positions(m.roles, q.role)) < q.least))
    order by since limit 50)`
}

/** What holds for each unit of a plan: the chosen ones in their order, then those left out. */
export function unitsOfPlan(work: Work, planId: number) {
  return work.db.selectFrom('plan_units').select(['id', 'public_id', 'participant_id', 'plan_id', 'unit_id', 'about_the_offence', 'position', 'reason', 'done_on', 'chosen_at'])
    .where('plan_id', '=', planId).where('replaced_at', 'is', null).orderBy('position').orderBy('id').execute()
}

export type UnitRow = Awaited<ReturnType<typeof unitsOfPlan>>[number]

export type ChosenUnit = { unitId: string, name: string, aboutTheOffence: boolean, position: number, planId: number }

/** The units chosen in the open plan of a person, in their order; none where no plan is open or its programme has no units. */
export async function chosenUnits(work: Work, participantId: number): Promise<ChosenUnit[]> {
  const plan = await openPlan(work, participantId)
  if (!plan) return []
  const rows = await unitsOfPlan(work, plan.id)
  const parts = await withEarlierParts(work, plan, { of: unitsOf, written: rows.map(({ unit_id }) => unit_id) })
  return rows.flatMap(({ position, ...row }) =>
    position === null ? [] : [{ unitId: row.unit_id, name: calledIn(parts, row.unit_id), aboutTheOffence: isAboutTheOffence(parts, row), position, planId: plan.id }])
}

export type GoalRow = {
  id: number, public_id: string, participant_id: number, plan_id: number, title: string, from_on: Day, until_on: Day | null, revision: number, written_by: string | null
  how: Closing | null, words: string | null, closed_on: Day | null, plan_ended_on: Day | null, levels: { level: Level, sentence: string }[]
}

/** Every goal of a person, the latest period first, with its levels from the least to the most and how it was closed. */
export async function goalsOf(work: Work, participantId: number): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`select g.id, g.public_id, g.participant_id, g.plan_id, g.title, g.from_on, g.until_on, g.revision, c.name as written_by, k.how, k.words, k.closed_on, p.ended_on as plan_ended_on,
      coalesce((select json_agg(json_build_object('level', l.level, 'sentence', l.sentence) order by l.level) from goal_levels l where l.goal_id = g.id), '[]') as levels
    from goals g join plans p on p.id = g.plan_id left join colleagues c on c.id = g.written_by left join goal_closings k on k.goal_id = g.id
    where g.participant_id = ${participantId} order by g.from_on desc, g.id`.execute(work.db)
  return rows
}

/** The goals whose period holds on a day (today, unless another is asked for), that were not closed by then and whose plan had not ended. */
export async function goalsInForce(work: Work, participantId: number, on: Day = work.today): Promise<GoalInForce[]> {
  const goals = await goalsOf(work, participantId)
  return goals.filter((goal) => isInForce(goal, on)).map((goal) => ({
    id: goal.id, publicId: goal.public_id, title: goal.title, levels: goal.levels, from: goal.from_on, until: goal.until_on, planId: goal.plan_id }))
}

export function isInForce({ from_on, until_on, closed_on, plan_ended_on }: Pick<GoalRow, 'from_on' | 'until_on' | 'closed_on' | 'plan_ended_on'>, on: Day): boolean {
  const isOver = [closed_on, plan_ended_on].some((day) => day !== null && day <= on)
  return from_on <= on && (until_on === null || until_on >= on) && !isOver
}

/** The person's latest answer to working on the offence. */
export function offenceAnswer(work: Work, participantId: number) {
  return work.db.selectFrom('offence_agreements').select(['participant_id', 'advice', 'agreed', 'agreed_on', 'recorded_at']).where('participant_id', '=', participantId)
    .orderBy('recorded_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

/** The latest answer to taking part, with the way in which it was given. */
export function lastAnswer(work: Work, participantId: number) {
  return work.db.selectFrom('consents').select(['participant_id', 'answer', 'way', 'answered_on', 'recorded_at']).where('participant_id', '=', participantId).where('purpose', '=', 'programme')
    .orderBy('recorded_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

export type Need = { public_id: string, participant_id: number, kind: string, what: string, why: string, asked_for_by_person: boolean }

/** What fits the plan to the person: adaptations, strands beside the programme, people needed; each reader sees the parts that are theirs. */
export async function needsOfPlan(work: Work, planId: number): Promise<Need[]> {
  const { rows } = await sql<Need>`
    select public_id, participant_id, kind, what, '' as why, asked_for_by_person, written_at, 1 as part, id from plan_adaptations where plan_id = ${planId} and ended_at is null
    union all select public_id, participant_id, kind, what, '', false, written_at, 2, id from plan_strands where plan_id = ${planId} and ended_at is null
    union all select public_id, participant_id, 'person', needed, why, false, written_at, 3, id from plan_people where plan_id = ${planId} and ended_at is null
    order by part, id`.execute(work.db)
  return rows
}

/** Where the person stood, the latest first. */
export function statesOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_states').leftJoin('colleagues', 'colleagues.id', 'plan_states.noted_by').select(['plan_states.participant_id', 'state', 'reason', 'seen_on', 'colleagues.name as noted_by'])
    .where('plan_id', '=', planId).orderBy('seen_on', 'desc').orderBy('plan_states.id', 'desc').execute()
}

/** The day of release as it is known now. */
export async function releaseOf(work: Work, participantId: number): Promise<Day | null> {
  const row = await work.db.selectFrom('releases').select(['participant_id', 'release_on']).where('participant_id', '=', participantId).orderBy('recorded_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
  return row?.release_on ?? null
}

/** What was chosen when the sessions did not fit, the latest first. */
export function fitChoicesOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_fits').leftJoin('colleagues', 'colleagues.id', 'plan_fits.chosen_by')
    .select(['plan_fits.participant_id', 'choice', 'reason', 'release_on', 'sessions_left', 'sessions_possible', 'chosen_at', 'colleagues.name as chosen_by']).where('plan_id', '=', planId)
    .orderBy('chosen_at', 'desc').orderBy('plan_fits.id', 'desc').execute()
}

/** From which version a plan was moved to which, and why; the latest first. */
export function movesOf(work: Work, planId: number) {
  return work.db.selectFrom('plan_moves').leftJoin('colleagues', 'colleagues.id', 'plan_moves.moved_by')
    .select(['plan_moves.participant_id', 'from_version', 'to_version', 'reason', 'moved_at', 'colleagues.name as moved_by']).where('plan_id', '=', planId).orderBy('plan_moves.id', 'desc').execute()
}

type ToFit = PlanRow & { person: string, name: string, release_on: Day, /** Of the definition as it was kept. */ hash: string | null }

/** Running plans of people whom the actor works with as facilitator, with a day of release for which nobody has said yet what to do. */
export async function plansToFit(work: Work): Promise<ToFit[]> {
  const { rows } = await sql<ToFit>`select l.id, l.public_id, l.participant_id, l.programme, l.version, l.state, l.begins_on, l.ended_on, l.ending, l.revision, l.sessions_a_week,
      p.public_id as person, n.name, r.release_on, v.hash
    from assignments a join plans l on l.participant_id = a.participant_id and l.state <> 'ended' join participants p on p.id = l.participant_id join identity_names n on n.participant_id = p.id
    left join programme_versions v on v.programme = l.programme and v.version = l.version
    join lateral (select release_on from releases where participant_id = p.id order by recorded_at desc, id desc limit 1) r on r.release_on is not null
    where a.colleague_id = ${work.actor.id} and a.role = 'facilitator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)}
      and not exists (select from plan_fits f where f.plan_id = l.id and f.release_on = r.release_on)
    order by r.release_on limit 50`.execute(work.db)
  return rows
}

type Lapsed = { participant_id: number, person: string, name: string, plan: string, /** How many goals; none where a strand is missing. */ goals: number | null, due_on: Day }

/** What waits in running plans of people whom the actor works with as facilitator: goals whose period is over and that were not closed, and no strand of education, work or pro-social life after a month. */
export async function lapsedInPlans(work: Work): Promise<Lapsed[]> {
  const { rows } = await sql<Lapsed>`with mine as (select l.id, l.public_id as plan, l.begins_on, l.state, p.id as participant_id, p.public_id as person, n.name
      from assignments a join plans l on l.participant_id = a.participant_id and l.state <> 'ended' join participants p on p.id = l.participant_id join identity_names n on n.participant_id = p.id
      where a.colleague_id = ${work.actor.id} and a.role = 'facilitator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)})
    (select m.participant_id, m.person, m.name, m.plan, count(*)::int as goals, min(g.until_on) as due_on
    from mine m join goals g on g.plan_id = m.id and g.until_on < ${work.today}::date and not exists (select from goal_closings k where k.goal_id = g.id)
    group by m.participant_id, m.person, m.name, m.plan order by due_on limit 50)
    union all
    (select m.participant_id, m.person, m.name, m.plan, null, (m.begins_on + interval '1 month')::date
    from mine m where m.state = 'running' and (m.begins_on + interval '1 month')::date <= ${work.today}::date and not exists (select from plan_strands s where s.plan_id = m.id and s.ended_at is null)
    order by m.begins_on limit 50)
    order by due_on`.execute(work.db)
  return rows
}

function plans(work: Work) {
  return work.db.selectFrom('plans').select(['id', 'public_id', 'participant_id', 'programme', 'version', 'state', 'begins_on', 'ended_on', 'ending', 'revision', 'sessions_a_week'])
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof openPlan>>>
