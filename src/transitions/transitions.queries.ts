import { sql } from 'kysely'
import { dayAt, type Day, type Instant } from '../platform/day.ts'
import { focusedOn, isAbout, isOneOf } from '../platform/focus.ts'
import { inSameWords, type Asking } from '../platform/in-same-words.ts'
import type { Work } from '../platform/work.ts'
import type { HandedItem, KnownRelease, LeadTime, LinkAnswer, Standing } from './transition.ts'
import { ownLeadTime } from './transition.ts'

export async function leadTime(work: Work): Promise<LeadTime> {
  const [latest] = await leadTimes(work)
  return latest ?? ownLeadTime
}

/** What the service has written down, the latest first. */
export const leadTimes = inSameWords((work) => work.db.selectFrom('transition_lead_times').select(['days', 'rule', 'set_at']).orderBy('set_at', 'desc').orderBy('id', 'desc').limit(20))

type Known = { participant_id: number, release_on: Day, known_at: Instant, reason: string, authority: string }

/** The day of release of these people as it is known now, and what was recorded when it became that day: a later confirmation does not make it younger. */
export async function knownReleases(work: Work, participantIds: readonly number[]): Promise<Map<number, KnownRelease>> {
  if (participantIds.length === 0) return new Map()
  const { rows } = await sql<Known>`select distinct on (r.participant_id) r.participant_id, r.release_on, r.recorded_at as known_at, r.reason, r.authority
    from releases r join (select distinct on (participant_id) participant_id, release_on from releases where participant_id = any (${[...participantIds]}::int[])
      order by participant_id, recorded_at desc, id desc) now on now.participant_id = r.participant_id and now.release_on = r.release_on
    where not exists (select from releases other where other.participant_id = r.participant_id and other.release_on is distinct from r.release_on and (other.recorded_at, other.id) > (r.recorded_at, r.id))
    order by r.participant_id, r.recorded_at, r.id`.execute(work.db)
  return new Map(rows.map((one) => [one.participant_id, { releaseOn: one.release_on, knownOn: dayAt(one.known_at, work.timeZone), reason: one.reason, authority: one.authority }]))
}

/** People of the actor for whom they may open what comes after, and whose day of release is no further than the lead time. */
export async function peopleToBringOut(work: Work): Promise<{ participant_id: number, public_id: string, name: string }[]> {
  const { rows } = await sql<{ participant_id: number, public_id: string, name: string }>`select distinct p.id as participant_id, p.public_id, n.name from assignments a
    join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join lateral (select release_on from releases where participant_id = p.id order by recorded_at desc, id desc limit 1) r on r.release_on <= ${work.today}::date + coalesce((select days from transition_lead_times order by set_at desc, id desc limit 1), ${ownLeadTime.days}::int)
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and p.state <> 'ended' and ${focusedOn(work, sql`p.id`)}`.execute(work.db)
  return rows
}

export type Owner = { id: number, publicId: string, participantId: number, colleagueId: number | null, name: string, place: string | null, acknowledgeBy: Day, namedAt: Instant, acknowledgedAt: Instant | null, words: string, stands: Standing }

/** Everybody who was named, of these people, the latest first: the first of a person holds. */
export async function ownersOf(work: Work, participantIds: readonly number[]): Promise<Owner[]> {
  if (participantIds.length === 0) return []
  const rows = await work.db.selectFrom('transition_owners').leftJoin('colleagues', 'colleagues.id', 'transition_owners.colleague_id').leftJoin('community_places', 'community_places.id', 'transition_owners.place_id')
    .leftJoin('community_place_facts as facts', (join) => join.onRef('facts.place_id', '=', 'community_places.id').onRef('facts.revision', '=', 'community_places.revision'))
    .leftJoin('transition_acknowledgements as said', 'said.owner_id', 'transition_owners.id')
    .select(['transition_owners.id', 'transition_owners.public_id', 'transition_owners.participant_id', 'transition_owners.colleague_id', 'colleagues.name', 'community_places.public_id as place', 'facts.name as place_name',
      'transition_owners.acknowledge_by', 'transition_owners.named_at', 'said.acknowledged_at', 'said.words', standing(work).as('stands')])
    .where(isOneOf(sql`transition_owners.participant_id`, participantIds)).orderBy('transition_owners.named_at', 'desc').orderBy('transition_owners.id', 'desc').execute()
  return rows.map((row) => ({ id: row.id, publicId: row.public_id, participantId: row.participant_id, colleagueId: row.colleague_id, name: row.name ?? row.place_name ?? '', place: row.place, acknowledgeBy: row.acknowledge_by,
    namedAt: row.named_at, acknowledgedAt: row.acknowledged_at, words: row.words ?? '', stands: row.stands }))
}

// A colleague whose appointment has ended is there no more, whatever the team says; the person does not read who is appointed.
const standing = (work: Work) => sql<Standing>`case
  when exists (select from recalls r where r.participant_id = transition_owners.participant_id and r.recorded_at > transition_owners.named_at)
    or exists (select from re_entries e where e.participant_id = transition_owners.participant_id and e.recorded_at > transition_owners.named_at) then 'before'
  when transition_owners.place_id is not null and community_places.closed_on is null then 'there'
  when exists (select from assignments a where a.participant_id = transition_owners.participant_id and a.colleague_id = transition_owners.colleague_id and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now})
    ${work.actor.kind === 'colleague' ? sql`and exists (select from appointments k where k.colleague_id = a.colleague_id and k.role = a.role and k.from_at <= ${work.now} and (k.until_at is null or k.until_at > ${work.now}))` : sql``}) then 'there'
  else 'gone' end`

/** Who was named and has not said that they know: the actor themself. */
export function namedAndSilent(work: Work) {
  return silent(work, work.actor.id, work.about)
}

const silent = inSameWords((work, me: number, about: number) =>
  work.db.selectFrom('transition_owners').innerJoin('participants', 'participants.id', 'transition_owners.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['transition_owners.participant_id', 'participants.public_id', 'identity_names.name', 'transition_owners.acknowledge_by'])
    .where('transition_owners.colleague_id', '=', me)
    .where(sql<boolean>`not exists (select from transition_acknowledgements k where k.owner_id = transition_owners.id)`)
    .where(sql<boolean>`not exists (select from transition_owners later where later.participant_id = transition_owners.participant_id and (later.named_at, later.id) > (transition_owners.named_at, transition_owners.id))`)
    .where(isAbout(sql`transition_owners.participant_id`, about)).limit(100))

export async function linksOf(work: Work, participantId: number) {
  const rows = await work.db.selectFrom('transition_links').innerJoin('community_places', 'community_places.id', 'transition_links.place_id')
    .innerJoin('community_place_facts as facts', (join) => join.onRef('facts.place_id', '=', 'community_places.id').onRef('facts.revision', '=', 'community_places.revision'))
    .select(['transition_links.participant_id', 'transition_links.place_id', 'transition_links.answer', 'transition_links.words', 'transition_links.told_at', 'community_places.public_id', 'community_places.closed_on', 'facts.name', 'facts.reach', 'facts.area'])
    .where('transition_links.participant_id', '=', participantId).orderBy('transition_links.told_at', 'desc').orderBy('transition_links.id', 'desc').limit(200).execute()
  return rows.map((row) => ({ placeId: row.place_id, place: row.public_id, name: row.name, area: row.area, reach: row.reach, isClosed: row.closed_on !== null, answer: row.answer as LinkAnswer, words: row.words, toldAt: row.told_at }))
}

/** Meetings after the end as they were arranged, the latest first: the first holds. */
export async function maintenanceOf(work: Work, participantId: number) {
  const rows = await work.db.selectFrom('transition_maintenance').leftJoin('colleagues', 'colleagues.id', 'transition_maintenance.colleague_id')
    .select(['participant_id', 'colleague_id', 'colleagues.name', 'from_on', 'every_weeks', 'meetings', 'arranged_at']).where('participant_id', '=', participantId).orderBy('arranged_at', 'desc').orderBy('transition_maintenance.id', 'desc').limit(20).execute()
  return rows.map((row) => ({ colleagueId: row.colleague_id, name: row.name ?? '', fromOn: row.from_on, everyWeeks: row.every_weeks, meetings: row.meetings }))
}

/** Meetings after the end that were arranged with the actor, of whom none is planned though the next is near: people who have ended are on nobody's day otherwise. */
export async function meetingsToPlan(work: Work) {
  const { rows } = await sql<{ participant_id: number, public_id: string, name: string, until_on: Day }>`select m.participant_id, p.public_id, n.name, (m.from_on + (m.meetings - 1) * m.every_weeks * 7) as until_on
    from transition_maintenance m join participants p on p.id = m.participant_id and p.state = 'ended' join identity_names n on n.participant_id = p.id
    where m.colleague_id = ${work.actor.id} and m.from_on <= ${work.today}::date + 14 and m.from_on + (m.meetings - 1) * m.every_weeks * 7 >= ${work.today}::date and ${focusedOn(work, sql`m.participant_id`)}
      and not exists (select from transition_maintenance later where later.participant_id = m.participant_id and (later.arranged_at, later.id) > (m.arranged_at, m.id))
      and not exists (select from sessions s where s.participant_id = m.participant_id and s.author_id = ${work.actor.id} and s.state = 'planned' and s.starts_at > ${work.now})
    order by m.participant_id limit 100`.execute(work.db)
  return rows
}

export async function handOversOf(work: Work, participantId: number) {
  const rows = await handOvers(work).where('transition_hand_overs.participant_id', '=', participantId).orderBy('handed_at', 'desc').orderBy('transition_hand_overs.id', 'desc').limit(50).execute()
  return rows.map((row) => ({ id: row.id, publicId: row.public_id, toId: row.to_id, to: row.to_name ?? '', from: row.from_name ?? '', items: row.items as HandedItem[], statesNeededFor: row.states_needed_for, words: row.words, acknowledgeBy: row.acknowledge_by, handedAt: row.handed_at, takenAt: row.taken_at }))
}

/**
 * What was handed to the actor and not yet taken; what the actor handed on and nobody has taken by its day; and the same for the coordinator, since whoever hands over has often left. Where the next
 * worker has left too, it ends with whatever is handed over anew.
 */
export function handOversAwaited(work: Work) {
  return awaited(work, work.actor.id, work.today, work.now, work.about)
}

const awaited = inSameWords((work, me: number, today: Day, now: Instant, about: number) => {
  const isOver = sql<boolean>`transition_hand_overs.acknowledge_by < ${today}::date`
  const isCoordinated = sql<boolean>`exists (select from assignments a where a.participant_id = transition_hand_overs.participant_id and a.colleague_id = ${me} and a.role = 'coordinator' and a.from_at <= ${now} and (a.until_at is null or a.until_at > ${now}))`
  const isAnswered = sql<boolean>`(exists (select from transition_hand_overs later where later.participant_id = transition_hand_overs.participant_id and (later.handed_at, later.id) > (transition_hand_overs.handed_at, transition_hand_overs.id))
    and not exists (select from assignments a where a.participant_id = transition_hand_overs.participant_id and a.colleague_id = transition_hand_overs.to_id and a.from_at <= ${now} and (a.until_at is null or a.until_at > ${now})))`
  return handOvers(work).innerJoin('participants', 'participants.id', 'transition_hand_overs.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.public_id as person', 'identity_names.name', 'handed_by'])
    .where('taken.taken_at', 'is', null).where((is) => is.or([is('to_id', '=', me), is.and([isOver, is.or([is('handed_by', '=', me), isCoordinated])])])).where((is) => is.not(isAnswered))
    .where(isAbout(sql`transition_hand_overs.participant_id`, about)).limit(100)
})

function handOvers(work: Asking) {
  return work.db.selectFrom('transition_hand_overs').leftJoin('transition_hand_overs_taken as taken', 'taken.hand_over_id', 'transition_hand_overs.id')
    .leftJoin('colleagues as next', 'next.id', 'transition_hand_overs.to_id').leftJoin('colleagues as former', 'former.id', 'transition_hand_overs.handed_by')
    .select(['transition_hand_overs.id', 'transition_hand_overs.public_id', 'transition_hand_overs.participant_id', 'to_id', 'next.name as to_name', 'former.name as from_name', 'items', 'states_needed_for', 'transition_hand_overs.words', 'acknowledge_by', 'handed_at', 'taken.taken_at'])
}

/** Of the team of this person, those who work outside the walls: probation, or a programme. */
export function teamOutside(work: Work) {
  return work.db.selectFrom('assignments').innerJoin('colleagues', 'colleagues.id', 'assignments.colleague_id').innerJoin('units', 'units.id', 'colleagues.unit_id')
    .select(['assignments.participant_id', 'colleagues.id', 'colleagues.public_id', 'colleagues.name', 'units.name as unit']).distinct()
    .where('assignments.participant_id', '=', work.about).where('assignments.from_at', '<=', work.now).where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', work.now)]))
    .where('units.kind', 'in', ['probation', 'programme']).orderBy('colleagues.name').execute()
}
