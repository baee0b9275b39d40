import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import { inSameWords, type Asking } from '../platform/in-same-words.ts'
import { refuse } from '../platform/refusals.ts'
import { isOneOf } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import type { Ask } from './incident.ts'

/** The people of whom the actor may write down a crisis, by name as far as they may know it. */
export async function peopleToWriteOf(work: Work): Promise<PersonToWriteOf[]> {
  const { rows } = await sql<PersonToWriteOf>`${toWriteOf} order by n.name nulls last`.execute(work.db)
  return rows
}

export type PersonToWriteOf = { id: number, public_id: string, unit_id: number | null, name: string | null }

/** The one whom it is about. Nobody else is read on the way: their log would say that something was passed on about them. */
export async function personToWriteOf(work: Work, publicId: string): Promise<PersonToWriteOf | undefined> {
  const { rows: [person] } = await sql<PersonToWriteOf>`${toWriteOf} and p.public_id = ${publicId}`.execute(work.db)
  return person
}

// Not called participant_id: that a name stood in a list to choose from is said by the page that shows the list, and by nobody else.
const toWriteOf = sql`select p.id, p.public_id, p.unit_id, n.name from participants p left join identity_names n on n.participant_id = p.id
  where p.id = any ((select people_for('safety_incident', 'write', 'team') || people_for('safety_incident', 'write', 'own'))::int[])`

/** Whether the actor's roles write of crises at all, also of somebody who is in no list. */
export async function writesOfCrises(work: Work): Promise<boolean> {
  const { rows: [row] } = await sql<{ may: boolean }>`select has_right('safety_incident', 'write', 'team') or has_right('safety_incident', 'write', 'own') as may`.execute(work.db)
  return row?.may ?? false
}

export async function mayWriteOf(work: Work, participantId: number | null): Promise<boolean> {
  if (participantId === null) return false
  const { rows } = await sql`${toWriteOf} and p.id = ${participantId}`.execute(work.db)
  return rows.length > 0
}

export function unitOfColleague(work: Work, id: number) {
  return work.db.selectFrom('colleagues').select('unit_id').where('id', '=', id).executeTakeFirst()
}

/** Who coordinates a unit today; of nobody's unit, every coordinator. */
export async function coordinatorsOf(work: Work, unitId: number | null): Promise<number[]> {
  const rows = await work.db.selectFrom('appointments').select('colleague_id').distinct().where('role', '=', 'coordinator')
    .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId)).where('from_at', '<=', work.now)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).orderBy('colleague_id').execute()
  return rows.map(({ colleague_id: id }) => id)
}

/** Which of these colleagues can be asked in a crisis: those whose role reads what somebody else wrote of one. */
export async function whoCanBeAsked(work: Work, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from unnest(${[...ids]}::int[]) id where may_be_asked(id)`.execute(work.db)
  return rows.map(({ id }) => id)
}

/** The duty list, in its order. Whoever lost the role for it since stands on it and is not asked. */
export function dutyList(work: Work) {
  return work.db.selectFrom('duty_entries as d').innerJoin('colleagues as c', 'c.id', 'd.colleague_id').select(sql<boolean>`may_be_asked(d.colleague_id)`.as('can_be_asked'))
    .select(['d.id', 'd.public_id', 'd.colleague_id', 'd.place', 'd.minutes', 'd.shown_to_everybody', 'c.name', 'c.title']).orderBy('d.place').orderBy('d.id').execute()
}

/** The call behind an incident, for whoever is asked or may read the incident. */
export async function theCall(work: Work, publicId: string) {
  const found = await calls(work).where('k.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}

export type Call = Awaited<ReturnType<typeof theCall>>

/** Calls that await the actor's answer, the oldest first. */
export function callsAwaiting(work: Work) {
  return awaiting(work, work.actor.id)
}

const awaiting = inSameWords((work, me: number) =>
  calls(work).innerJoin('incident_asks as a', 'a.incident_id', 'k.incident_id').select(['a.answer_by', 'a.asked_at']).where('a.colleague_id', '=', me)
    .where('a.asked_at', 'is not', null).where('k.answered_at', 'is', null).orderBy('a.asked_at'))

function calls(work: Asking) {
  return work.db.selectFrom('incident_calls as k').innerJoin('colleagues as c', 'c.id', 'k.author_id').leftJoin('units as u', 'u.id', 'k.unit_id').leftJoin('colleagues as b', 'b.id', 'k.answered_by')
    .select(['k.incident_id', 'k.public_id', 'k.author_id', 'k.opened_at', 'k.answered_at', 'k.answered_by', 'k.takes_over', 'k.told_last_at', 'c.name as author', 'u.name as unit', 'b.name as answerer'])
}

export type NamedAsk = Ask & { name: string }

export async function asksOf(work: Work, incidentId: number): Promise<NamedAsk[]> {
  const rows = await work.db.selectFrom('incident_asks as a').innerJoin('colleagues as c', 'c.id', 'a.colleague_id')
    .select(['a.colleague_id', 'a.place', 'a.minutes', 'a.as_coordinator', 'a.asked_at', 'a.answer_by', 'c.name']).where('a.incident_id', '=', incidentId).orderBy('a.place').execute()
  return rows.map((row) => ({ colleagueId: row.colleague_id, place: row.place, minutes: row.minutes, asCoordinator: row.as_coordinator, askedAt: row.asked_at, answerBy: row.answer_by, name: row.name }))
}

/** What was written, as far as it is open to the actor; nothing when it is not. */
export function incidentOf(work: Work, incidentId: number) {
  return incidents(work).where('i.id', '=', incidentId).executeTakeFirst()
}

export type Incident = NonNullable<Awaited<ReturnType<typeof incidentOf>>>

/** The incidents of one person, the latest first. */
export function incidentsOf(work: Work, participantId: number, most = 50) {
  return incidents(work).where('i.participant_id', '=', participantId).orderBy('i.happened_at', 'desc').orderBy('i.id', 'desc').limit(most).execute()
}

/** Incidents of the last weeks that the actor may read: what is still to be done after them. */
export const incidentsSince = inSameWords((work, since: Instant) => incidents(work).where('i.recorded_at', '>=', since).orderBy('i.recorded_at'))

/** The person knows the names of their own team; of others who wrote, nothing. */
const nameOfAuthor = sql<string>`coalesce(c.name, '')`.as('author')

function incidents(work: Asking) {
  return work.db.selectFrom('incidents as i').innerJoin('colleagues as c', 'c.id', 'i.author_id').leftJoin('identity_names as n', 'n.participant_id', 'i.participant_id')
    .leftJoin('participants as p', 'p.id', 'i.participant_id').leftJoin('identity_particulars as q', 'q.participant_id', 'i.participant_id')
    .select(['i.id', 'i.public_id', 'i.participant_id', 'i.person_words', 'i.kind', 'i.words_said', 'i.done', 'i.handed_to', 'i.handed_at', 'i.happened_at', 'i.author_id', 'i.recorded_at',
      nameOfAuthor, 'n.name', 'p.public_id as person_public_id', 'q.number', 'q.contacts'])
}

export function wingNoticesOf(work: Work, incidentId: number) {
  return work.db.selectFrom('wing_notices as w').innerJoin('colleagues as c', 'c.id', 'w.author_id')
    .select(['w.public_id', 'w.participant_id', 'w.measures', 'w.check_every', 'w.apart_from', 'w.until_at', 'w.told_whom', 'w.told_at', 'w.told_how', nameOfAuthor])
    .where('w.incident_id', '=', incidentId).orderBy('w.told_at').execute()
}

export type WingNotice = Awaited<ReturnType<typeof wingNoticesOf>>[number]

export function warningsOf(work: Work, incidentId: number) {
  return warnings(work).where('w.incident_id', '=', incidentId).orderBy('w.told_at').execute()
}

export async function theWarning(work: Work, publicId: string) {
  const found = await warnings(work).where('w.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}

/** Warnings without a second signature, that the actor did not give. */
export function warningsToSign(work: Work) {
  return unsigned(work, work.actor.id)
}

const unsigned = inSameWords((work, me: number) => warnings(work).where('s.signed_at', 'is', null).where('w.author_id', '<>', me).orderBy('w.told_at'))

function warnings(work: Asking) {
  return work.db.selectFrom('person_warnings as w').innerJoin('incidents as i', 'i.id', 'w.incident_id').leftJoin('colleagues as c', 'c.id', 'w.author_id')
    .leftJoin('warning_signatures as s', 's.warning_id', 'w.id').leftJoin('colleagues as d', 'd.id', 's.author_id')
    .select(['w.id', 'w.public_id', 'w.incident_id', 'w.participant_id', 'w.threatened', 'w.danger', 'w.how_soon', 'w.told_whom', 'w.told_at', 'w.told_how', 'w.author_id', nameOfAuthor,
      'i.public_id as call_id', 's.agrees', 's.words', 's.signed_at', 'd.name as signer'])
}

export function aftercaresOf(work: Work, incidentIds: number[]) {
  return incidentIds.length === 0 ? Promise.resolve([]) : aftercares(work, incidentIds)
}

const aftercares = inSameWords((work, incidentIds: readonly number[]) =>
  work.db.selectFrom('incident_aftercares as a').innerJoin('colleagues as c', 'c.id', 'a.author_id')
    .select(['a.incident_id', 'a.participant_id', 'a.what', 'a.done_on', 'c.name as author']).where(isOneOf(sql`a.incident_id`, incidentIds)).orderBy('a.recorded_at'))

/** The talks afterwards that were answered, of the actor's own and of whom they supervise. */
export function debriefsOf(work: Work, incidentIds: number[]) {
  return incidentIds.length === 0 ? Promise.resolve([]) : debriefs(work, incidentIds)
}

const debriefs = inSameWords((work, incidentIds: readonly number[]) => work.db.selectFrom('incident_debriefs').select(['incident_id', 'colleague_id', 'answer']).where(isOneOf(sql`incident_id`, incidentIds)))
