import { sql, type CompiledQuery } from 'kysely'
import { practicalHelpOn } from '../agreements/index.ts'
import { dayAt, momentOf, type Day, type Instant } from '../platform/day.ts'
import { mustHoldCertificate } from '../certificates/index.ts'
import { theService } from '../people/index.ts'
import { knownProgramme, programmeOf, type Programme } from '../programmes/index.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import { rowInSameWords } from '../platform/row-in-same-words.ts'
import { isShutOut, violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { checkHoliday, checkMoment, checkTakingPart, mayMeetAs, stateThen, type CallOff, type Cause, type PlanSession, type RecordSession, type TimeAround, type Way, type When } from './session.ts'
import { whatItCatchesUp } from './moving/catch-up.ts'
import { checkPlaces } from './places/place-said.ts'
import { planKeptUp } from './after-the-end/plan-kept-up.ts'
import { deliverUnits, planUnits, rowsOf, unitsToWorkOn, writeWhatWas } from './session-content.ts'
import { meetingWith, sessionByPublicId, standsAt, unitsOf, withoutAnybody, type Meeting, type SessionRow } from './sessions.queries.ts'

/** Plans a session of one's own with the person. Returns its public id. */
export async function planSession(work: Work, sent: PlanSession): Promise<string> {
  const startsAt = momentIn(work, sent)
  checkMoment('planned', startsAt, work.now)
  const rests = await mayMeet(work, work.about, startsAt)
  await mayDeliver(work, rests, startsAt)
  checkHoliday(sent, (await theService(work))?.holidays ?? [])
  await checkPlaces(work, work.about, [sent])
  const units = await unitsToWorkOn(work, work.about, sent.units ?? [])
  const catchesUpId = sent.catchesUp === undefined ? null : await whatItCatchesUp(work, sent.catchesUp)
  const { id, publicId } = await writeSession(work, { ...sent, ...rests, startsAt, state: 'planned', catchesUpId })
  if (rests.role !== 'circle_coordinator') await planUnits(work, { sessionId: id, participantId: work.about }, units)
  return publicId
}

/** Records a session that was not planned here: held with what was done, or missed with whose cause. Returns its public id. */
export async function recordSession(work: Work, sent: RecordSession): Promise<string> {
  return (await recordNew(work, sent)).publicId
}

export type Recorded = { publicId: string, startsAt: Instant, role: string, noteId: string | undefined }

/** The same, with what is told of it beside what was sent. */
export async function recordNew(work: Work, sent: RecordSession): Promise<Recorded> {
  const startsAt = momentIn(work, sent)
  checkMoment(sent.state, startsAt, work.now)
  const [rests, stands] = await together([mayMeet(work, work.about, startsAt), standsAt(work, work.about, startsAt)])
  checkRecord(sent, rests.role)
  if (sent.state === 'held') await mayDeliver(work, rests, startsAt)
  if (stands) throw refuse('session-same-minute')
  const where = { sessionId: await work.newId(), participantId: work.about }
  const units = rests.role === 'circle_coordinator' || sent.state !== 'held' ? [] : await unitsToWorkOn(work, work.about, sent.units ?? [])
  const [publicId, noteId] = [work.newPublicId(), sent.note && rests.role !== 'circle_coordinator' ? work.newPublicId() : undefined]
  work.lastly([sessionRow(work, { id: where.sessionId, publicId }, { ...sent, ...rests, startsAt })], inOurWords)
  work.lastly(await rowsOf(work, { ...where, role: rests.role, sent, noteId }))
  if (units.length > 0) await deliverUnits(work, where, { units, planned: [], why: sent.why ?? [] })
  return { publicId, startsAt, role: rests.role, noteId }
}

/** Records a session that was planned: the time may have been another, and so may the units, for a cause. */
export async function recordPlanned(work: Work, sessionId: string, sent: RecordSession, shown?: number): Promise<string> {
  const session = await theSession(work, sessionId)
  if (session.state === 'called-off') throw refuse('session-called-off')
  if (session.state !== 'planned') throw refuse('session-recorded-already')
  const startsAt = momentIn(work, sent)
  checkMoment(sent.state, startsAt, work.now)
  const rests = await mayMeet(work, session.participant_id, startsAt, session)
  if (!isHeldBy(session, work.actor.id)) throw refuse('session-of-another')
  const { role } = rests
  checkRecord(sent, role)
  if (sent.state === 'held') await mayDeliver(work, rests, startsAt)
  await unlessSameMinute(() => change(work, session, {
    state: sent.state, starts_at: startsAt, minutes: sent.minutes, place: sent.place, way: sent.way ?? null, cause: sent.state === 'missed' ? sent.cause ?? null : null, cause_note: sent.causeNote ?? '', ...aroundIn(sent) }, shown))
  const planned = (await unitsOf(work, session.id)).filter((unit) => unit.planned)
  await writeWhatWas(work, { sessionId: session.id, participantId: session.participant_id, role, sent, planned })
  return sessionId
}

/** Who was there writes it down: who holds it, or who came along where the other one could not. */
export function isHeldBy({ author_id: author, second_id: second }: Pick<SessionRow, 'author_id' | 'second_id'>, colleagueId: number): boolean {
  return author === colleagueId || second === colleagueId
}

/** Calls off a session of one's own that lies ahead, with whose cause: it is neither held nor missed. */
export async function callOff(work: Work, sessionId: string, { cause, causeNote }: CallOff, shown?: number): Promise<void> {
  await change(work, await toCallOff(work, sessionId), { state: 'called-off', cause, cause_note: causeNote ?? '' }, shown)
}

/** A session of one's own that is planned and lies ahead. */
export async function toCallOff(work: Work, sessionId: string): Promise<SessionRow> {
  const session = await theSession(work, sessionId)
  await whomIMeet(work, session.participant_id)
  if (session.author_id !== work.actor.id) throw refuse('session-of-another')
  if (session.state === 'called-off') throw refuse('session-called-off-already')
  if (session.state !== 'planned') throw refuse('session-recorded-already')
  if (session.starts_at <= work.now) throw refuse('session-begun-already')
  return session
}

/** Takes over what a colleague planned who no longer works with the person, and what follows of the same series where that is wanted. Only in the same role; the first who does so has it. Returns how many. */
export async function takeOver(work: Work, sessionId: string, { following = false }: { following?: boolean } = {}): Promise<number> {
  const first = (await withoutAnybody(work)).find(({ session }) => session === sessionId)
  await takeOne(work, sessionId)
  if (!following || first === undefined || first.series_id === null) return 1
  for (let count = 1; ; count += 1) {
    const next = (await withoutAnybody(work)).find(({ series_id: series, is_mine_to_take: isMine }) => isMine && series === first.series_id)
    if (!next) return count
    await takeOne(work, next.session)
  }
}

async function takeOne(work: Work, sessionId: string): Promise<void> {
  const { rows } = await sql<{ taken: boolean }>`select take_over_session(${sessionId}) as taken`.execute(work.db)
  if (!rows[0]?.taken) throw refuse('session-taken-already')
  const session = await theSession(work, sessionId)
  const met = await whomIMeet(work, session.participant_id)
  if (session.agreement_id === null) await mayDeliver(work, { role: met.role, programme: programmeIn(met) }, session.starts_at)
}

export async function theSession(work: Work, publicId: string): Promise<SessionRow> {
  const session = await sessionByPublicId(work, publicId)
  if (!session) throw refuse('not-found')
  return session
}

/** The person of a form to write in: it exists for those who meet them, and for nobody else. */
export async function personOfTheForm(work: Work): Promise<Meeting & { role: string }> {
  const meeting = await meetingWith(work, work.about)
  if (!meeting || !mayMeetAs(meeting.role)) throw refuse('not-found')
  return { ...meeting, role: meeting.role! }
}

/** The person, whom only those record who meet them. */
export async function whomIMeet(work: Work, participantId: number): Promise<Meeting & { role: string }> {
  const meeting = await meetingWith(work, participantId)
  if (!meeting) throw refuse('not-found')
  if (!mayMeetAs(meeting.role)) throw refuse('session-not-yours')
  return { ...meeting, role: meeting.role! }
}

export type Rests = { role: string, participantId: number, planId: number | null, agreementId: number | null, /** What is delivered; nothing where the plan has ended. */ programme: Delivered | null, /** The plan had ended: it is a meeting of the time of maintenance. */ afterTheEnd?: boolean }

type Delivered = { id: string, version: number } & Pick<Meeting, 'hash' | 'certificates'>

/**
 * What a meeting rests on: the plan, within a yes; or, where that has ended, a mentor's agreement for practical help, or the time of maintenance that the programme names. What was planned before the plan
 * ended is still written down, and so is what was held before a stop or a pause.
 */
export async function mayMeet(work: Work, participantId: number, startsAt: Instant, planned?: Pick<SessionRow, 'agreement_id'>, moved?: number): Promise<Rests> {
  const met = await whomIMeet(work, participantId)
  const person = { ...met, state: stateThen(met.state, met.paused_at, startsAt) }
  const on = dayAt(startsAt, work.timeZone)
  const rests = { role: person.role, participantId, planId: person.plan_id, agreementId: null, programme: programmeIn(person) }
  const other = await besidesThePlan(work, person, { startsAt, wasPlanned: planned !== undefined, moved })
  if (other?.agreementId === null) mustBeSinceTheYes(person, on)
  if (other) return { ...rests, ...other }
  if (!planned || person.state !== 'ended') checkTakingPart(person.state)
  if (person.role !== 'circle_coordinator' && !isAgreed(person, startsAt)) throw refuse('session-no-consent')
  mustBeSinceTheYes(person, on)
  return rests
}

function mustBeSinceTheYes({ yes_since: since }: Meeting, on: Day): void {
  if (since && on < since) throw refuse('session-before-the-yes', {})
}

type Wished = { startsAt: Instant, wasPlanned: boolean, /** The session that is moved, which counts once. */ moved: number | undefined }

/** What a meeting rests on where no plan carries it: a mentor's agreement for practical help, or the time of maintenance after a plan whose work was done. */
async function besidesThePlan(work: Work, person: Meeting, { startsAt, wasPlanned, moved }: Wished): Promise<Omit<Rests, 'role' | 'participantId'> | undefined> {
  const on = dayAt(startsAt, work.timeZone)
  const isMentorWithoutPlan = person.role === 'mentor' && person.state !== 'paused' && !restsOnThePlan(person, startsAt, wasPlanned)
  const agreementId = isMentorWithoutPlan ? await practicalHelpOn(work, person.participant_id, on) : undefined
  if (agreementId !== undefined) return { planId: null, agreementId, programme: null }
  const keptUp = wasPlanned || person.state !== 'ended' || !isAgreed(person, startsAt) ? undefined : await planKeptUp(work, person.participant_id, { on, isPast: startsAt <= work.now, besides: moved })
  if (keptUp !== undefined) return { planId: keptUp.planId, programme: keptUp.programme, agreementId: null, afterTheEnd: !keptUp.isBeforeTheEnd }
  if (isMentorWithoutPlan && (person.stopped_at !== null || person.state === 'ended')) throw refuse('session-after-a-stop')
  return undefined
}

function programmeIn({ programme: id, version, hash, certificates }: Meeting): Delivered | null {
  return id === null || version === null ? null : { id, version, hash, certificates }
}

/** Whoever delivers a programme holds the certificate that it asks for, on the day of the session. What was missed was delivered by nobody. */
export async function mayDeliver(work: Work, { role, programme }: Pick<Rests, 'role' | 'programme'>, startsAt: Instant): Promise<void> {
  const definition = await definitionOf(work, programme)
  if (programme && definition) mustHoldCertificate({ definition, role, on: dayAt(startsAt, work.timeZone), own: programme.certificates })
}

export async function definitionOf(work: Work, programme: Delivered | null): Promise<Programme | undefined> {
  if (!programme) return undefined
  const { id, version, hash } = programme
  return knownProgramme(id, version, hash) ?? await programmeOf(work, id, version)
}

function restsOnThePlan(person: Meeting, startsAt: Instant, wasPlanned: boolean): boolean {
  return (person.state === 'active' || (wasPlanned && person.state === 'ended')) && isAgreed(person, startsAt)
}

/** What was held before a stop, or before a no that followed a yes, is still written down. */
function isAgreed({ yes_since: yes, stopped_at: stopped }: Meeting, startsAt: Instant): boolean {
  return yes !== null && (stopped === null || startsAt < stopped)
}

export function momentIn(work: Work, { on, time }: When): Instant {
  const moment = momentOf(on, time, work.timeZone)
  if (!moment) throw refuse('session-no-such-time', { time })
  return moment
}

function checkRecord(sent: RecordSession, role: string): void {
  if (sent.state === 'missed' && !sent.cause) throw refuse('session-needs-a-cause')
  if (sent.state === 'held' && !sent.done && role !== 'circle_coordinator') throw refuse('session-needs-what-was-done')
  // What was written of a meeting that was not held would be kept nowhere: nobody loses a word by a wrong tick.
  if (sent.state === 'missed' && [sent.done, sent.ownWords, sent.homePractice, sent.nextStep].some((text) => text !== undefined && text !== '')) throw refuse('session-missed-with-content')
}

type Written = When & TimeAround & Rests & { startsAt: Instant, state: 'planned' | 'held' | 'missed', cause?: Cause | undefined, causeNote?: string | undefined, way?: Way | undefined, fromElsewhere?: boolean, catchesUpId?: number | null
  secondId?: number | null, roomId?: number | undefined, /** The first session of those planned with it; left out, it is the first itself. */ seriesId?: number | undefined }

export async function writeSession(work: Work, session: Written): Promise<{ id: number, publicId: string }> {
  if (await standsAt(work, session.participantId, session.startsAt)) throw refuse('session-same-minute')
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await insertSession(work, { id, publicId }, session)
  return { id, publicId }
}

async function insertSession(work: Work, ids: { id: number, publicId: string }, session: Written): Promise<void> {
  await unlessSameMinute(() => work.db.executeQuery(sessionRow(work, ids, session)))
}

function sessionRow(work: Work, { id, publicId }: { id: number, publicId: string }, session: Written): CompiledQuery<unknown> {
  return rowInSameWords(work, 'sessions', {
    id, public_id: publicId, participant_id: session.participantId, plan_id: session.planId, agreement_id: session.agreementId, author_id: work.actor.id, starts_at: session.startsAt,
    minutes: session.minutes, place: session.place, way: session.way ?? null, state: session.state, cause: session.state === 'missed' ? session.cause ?? null : null, cause_note: session.causeNote ?? '', ...aroundIn(session),
    from_elsewhere: session.fromElsewhere ?? false, after_the_end: session.afterTheEnd ?? false, catches_up_id: session.catchesUpId ?? null, second_id: session.secondId ?? null, room_id: session.roomId ?? null,
    series_id: session.secondId === undefined ? null : session.seriesId ?? id, recorded_at: work.now })
}

async function unlessSameMinute<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (fault) {
    throw inOurWords(fault)
  }
}

/** Two windows at the same moment: the second finds out here. */
function inOurWords(fault: unknown): unknown {
  if (violates(fault, 'sessions_once_a_minute')) return refuse('session-same-minute')
  // Who may meet the person and may not write it down: what was written of meetings is kept apart (decision on erasing), or what the meeting rests on ended since it was asked about.
  return isShutOut(fault) ? refuse('session-kept-apart') : fault
}

function aroundIn({ preparationMinutes, travelMinutes }: TimeAround): Around {
  return { preparation_minutes: preparationMinutes ?? null, travel_minutes: travelMinutes ?? null }
}

type Around = { preparation_minutes: number | null, travel_minutes: number | null }

type Change = Partial<Around> & { state: string, way?: Way | null, starts_at?: Instant, minutes?: number, place?: string, cause: string | null, cause_note: string }

async function change(work: Work, session: SessionRow, to: Change, shown = session.revision): Promise<void> {
  const changed = await work.db.updateTable('sessions').set({ ...to, recorded_at: work.now, revision: session.revision + 1 })
    .where('id', '=', session.id).where('state', '=', 'planned').where('revision', '=', shown).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('session-recorded-already')
}
