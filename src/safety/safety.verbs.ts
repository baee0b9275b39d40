import { sql } from 'kysely'
import { openInEmergency } from '../access/index.ts'
import { momentOf, type Day, type Instant } from '../platform/day.ts'
import { enqueueIn } from '../platform/jobs/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { answerBy, dayOfLater, helpingRoleOf, lineOf, minutesOpened, nextStep, type InLine } from './incident.ts'
import { other, type Crisis, type Recording } from './safety.input.ts'
import { passOn } from './safety.jobs.ts'
import { asksOf, coordinatorsOf, dutyList, peopleToWriteOf, personToWriteOf, theCall, unitOfColleague, writesOfCrises } from './safety.queries.ts'
import { standingChanged } from './standing.ts'

export type Recorded = { callId: string, /** The first who was asked; nothing when there is nobody. */ asked?: { name: string, until: Instant } }

/** Two lines after a crisis, and in the same moment the first of the line is asked. */
export async function recordIncident(work: Work, { who, personWords, ...crisis }: Recording): Promise<Recorded> {
  if (!await writesOfCrises(work)) throw refuse('not-found')
  if (who === other) {
    if (personWords === undefined) throw refuse('safety-who', {}, 'personWords')
    return write(work, { participantId: null, personWords, unitId: (await unitOfColleague(work, work.actor.id))?.unit_id ?? null }, crisis)
  }
  const person = await personToWriteOf(work, who)
  if (!person) throw refuse('safety-who-not-yours')
  return write(work, { participantId: person.id, personWords: '', unitId: person.unit_id }, crisis)
}

/** The same from one person's page. */
export async function recordIncidentOf(work: Work, crisis: Crisis): Promise<Recorded> {
  const person = (await peopleToWriteOf(work)).find(({ id }) => id === work.about)
  if (!person) throw refuse('not-found')
  return write(work, { participantId: person.id, personWords: '', unitId: person.unit_id }, crisis)
}

/** Whoever is asked takes the call over. The first who answers has it. */
export async function acknowledge(work: Work, callId: string, takesOver: string): Promise<void> {
  const call = await theCall(work, callId)
  const mine = (await asksOf(work, call.incident_id)).find(({ colleagueId }) => colleagueId === work.actor.id)
  if (!mine?.askedAt) throw refuse('safety-not-asked')
  if (call.answerer) throw refuse('safety-answered', { name: call.answerer })
  const answered = await work.db.updateTable('incident_calls').set({ answered_at: work.now, answered_by: work.actor.id, takes_over: takesOver })
    .where('incident_id', '=', call.incident_id).where('answered_at', 'is', null).executeTakeFirst()
  // Two at the same moment: the second is told who was first.
  if (answered.numUpdatedRows !== 1n) throw refuse('safety-answered', { name: (await theCall(work, callId)).answerer ?? '' })
  standingChanged()
}

/** Whoever is asked and is not on the team opens this one case, for minutes, with the call as the reason. */
export async function openTheCase(work: Work, callId: string): Promise<Instant> {
  const call = await theCall(work, callId)
  const { rows: [row] } = await sql<{ person: number | null }>`select incident_person(${call.public_id}) as person`.execute(work.db)
  const role = helpingRoleOf(work.actor.roles)
  if (!row?.person || !role) throw refuse('safety-cannot-open')
  standingChanged()
  return openInEmergency(work, { participantId: row.person, role, reason: `safety ${call.public_id}`, minutes: minutesOpened })
}

/** What happened before midnight may be handed over after it. */
const hoursToHandOver = 12

type About = { participantId: number | null, personWords: string, unitId: number | null }

async function write(work: Work, { participantId, personWords, unitId }: About, crisis: Crisis): Promise<Recorded> {
  const [id, callId] = [await work.newId(), work.newPublicId()]
  const { handedTo = '', handedAt } = crisis
  if ((handedTo === '') !== (handedAt === undefined)) throw refuse('safety-handed-whole')
  await work.db.insertInto('incidents').values({
    id, public_id: callId, participant_id: participantId, person_words: personWords, kind: crisis.kind, words_said: crisis.wordsSaid, done: crisis.done,
    handed_to: handedTo, handed_at: handedAt === undefined ? null : passed(work, dayOfLater({ on: crisis.on, time: crisis.time, until: handedAt }, hoursToHandOver), handedAt, 'handedAt'), happened_at: passed(work, crisis.on, crisis.time, 'time'),
    author_id: work.actor.id, recorded_at: work.now }).execute()
  if (participantId !== null) work.saw(participantId)
  const asked = await openCall(work, { id, callId, unitId })
  return { callId, ...(asked ? { asked } : {}) }
}

/** The line of the call, as the duty list stands now; whoever comes first is asked at once. */
async function openCall(work: Work, { id, callId, unitId }: { id: number, callId: string, unitId: number | null }): Promise<Recorded['asked']> {
  const duty = (await dutyList(work)).filter((one) => one.can_be_asked)
  const line = lineOf(duty.map(({ colleague_id: colleagueId, minutes }) => ({ colleagueId, minutes })), await coordinatorsOf(work, unitId), work.actor.id)
  const step = nextStep(line.map((one, place) => ({ ...one, place, askedAt: null, answerBy: null })), work.now)
  const first = typeof step === 'object' ? step.ask : []
  const isLast = first.every(({ asCoordinator }) => asCoordinator)
  await work.db.insertInto('incident_calls').values({
    incident_id: id, public_id: callId, unit_id: unitId, author_id: work.actor.id, opened_at: work.now, told_last_at: isLast ? work.now : null }).execute()
  for (const [place, one] of line.entries()) await addAsk(work, id, { ...one, place, isAsked: first.some(({ colleagueId }) => colleagueId === one.colleagueId) })
  standingChanged()
  const [next] = first
  if (!next) return undefined
  await enqueueIn(work, passOn, [id], next.minutes)
  return { name: (await asksOf(work, id)).find(({ colleagueId }) => colleagueId === next.colleagueId)?.name ?? '', until: answerBy(next, work.now) }
}

async function addAsk(work: Work, incidentId: number, { colleagueId, minutes, asCoordinator, place, isAsked }: InLine & { place: number, isAsked: boolean }): Promise<void> {
  await work.db.insertInto('incident_asks').values({
    id: await work.newId(), incident_id: incidentId, colleague_id: colleagueId, place, minutes, as_coordinator: asCoordinator,
    asked_at: isAsked ? work.now : null, answer_by: isAsked ? answerBy({ minutes }, work.now) : null }).execute()
}

/** A moment that has been, on the service's clock. */
export function passed(work: Pick<Work, 'now' | 'timeZone'>, on: Day, time: string, field: string): Instant {
  const at = momentOf(on, time, work.timeZone)
  if (at === undefined) throw refuse('safety-no-such-time', {}, field)
  if (at > work.now) throw refuse('safety-ahead', {}, field)
  return at
}
