import { addDays, momentOf, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { violates } from '../platform/violation.ts'
import { roleName } from './roles.ts'
import { appointmentsToday, assignmentsOfMyUnits, isAppointed, overlapping } from './access.queries.ts'

export type Appointment = { colleagueId: number, role: string, unitId?: number, until?: Instant }

/** Employs a colleague in a role, from now on; a coordinator for a unit. Never oneself. */
export async function appoint(work: Work, { colleagueId, role, unitId, until }: Appointment): Promise<void> {
  if (work.actor.kind === 'colleague' && colleagueId === work.actor.id) throw refuse('appoints-oneself')
  if (until !== undefined && until <= work.now) throw refuse('ends-in-the-past')
  try {
    await work.db.insertInto('appointments').values({
      id: await work.newId(), public_id: work.newPublicId(), colleague_id: colleagueId, role, unit_id: unitId ?? null,
      from_at: work.now, until_at: until ?? null, made_by: work.actor.kind === 'colleague' ? work.actor.id : null }).execute()
  } catch (fault) {
    if (violates(fault, 'appointments_once_at_a_time')) throw refuse('already-appointed')
    throw fault
  }
}

/** Ends an appointment: whatever its role opened, with whomever, is closed from this moment. */
export async function endAppointment(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('appointments').set({ until_at: work.now }).where('public_id', '=', publicId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}

export type Supervision = { supervisorId: number, colleagueId: number, role: 'coach' | 'clinical_supervisor' }

/** Writes down whose coach or clinical supervisor somebody is, from now on. */
export async function supervise(work: Work, { supervisorId, colleagueId, role }: Supervision): Promise<void> {
  if (supervisorId === colleagueId) throw refuse('supervises-oneself')
  if (!await isAppointed(work, supervisorId, role)) throw refuse('not-appointed', { role: roleName(role) }, 'supervisor')
  try {
    await work.db.insertInto('supervisions').values({
      id: await work.newId(), public_id: work.newPublicId(), supervisor_id: supervisorId, colleague_id: colleagueId, role, from_at: work.now, made_by: work.actor.id }).execute()
  } catch (fault) {
    if (violates(fault, 'supervisions_once_at_a_time')) throw refuse('already-supervises')
    throw fault
  }
}

export async function endSupervision(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('supervisions').set({ until_at: work.now }).where('public_id', '=', publicId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}

export type NamedReading = { readerId: number, participantId: number, record: string, role: string, reason: string, until: Instant }

/** Opens one record of one person to one reader by name, with a reason and an end. The policies say who may, for which record. */
export async function nameReader(work: Work, { readerId, participantId, record, role, reason, until }: NamedReading): Promise<void> {
  if (until <= work.now) throw refuse('ends-in-the-past')
  await work.db.insertInto('named_readings').values({ id: await work.newId(), public_id: work.newPublicId(), reader_id: readerId, participant_id: participantId, record, role, reason,
    from_at: work.now, until_at: until, made_by: work.actor.id }).execute()
}

export type Assignment = { colleagueId: number, participantId: number, role: string, until?: Instant, covers?: number }

/** Puts a colleague on a person's team in a role they are appointed to. Nobody holds two roles for the same person at once. */
export async function assign(work: Work, { colleagueId, participantId, role, until, covers }: Assignment): Promise<string> {
  if (!await isAppointed(work, colleagueId, role)) throw refuse('not-appointed', { role: roleName(role) })
  if (until !== undefined && until <= work.now) throw refuse('ends-in-the-past')
  if (await overlapping(work, colleagueId, participantId)) throw refuse('already-on-the-team')
  const publicId = work.newPublicId()
  try {
    await work.db.insertInto('assignments').values({
      id: await work.newId(), public_id: publicId, colleague_id: colleagueId, participant_id: participantId, role,
      from_at: work.now, until_at: until ?? null, covers_id: covers ?? null, made_by: work.actor.id }).execute()
  } catch (fault) {
    // Two coordinators at the same moment: the second finds out here.
    if (violates(fault, 'assignments_one_role_at_a_time')) throw refuse('already-on-the-team')
    throw fault
  }
  await tell(work, publicId)
  return publicId
}

/** Ends an assignment: from this moment the colleague sees nothing of the person any more. */
export async function endAssignment(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('assignments').set({ until_at: work.now }).where('public_id', '=', publicId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
  await tell(work, publicId)
}

type Follows = (work: Work, assignmentId: string) => Promise<void>

/** Port: what goes over to another colleague with an assignment belongs to rooms above this one, so the application hands it in at start. */
export function whenATeamChanges(...follows: Follows[]): void {
  whatFollowsAChange = follows
}

async function tell(work: Work, assignmentId: string): Promise<void> {
  for (const follows of whatFollowsAChange) await follows(work, assignmentId)
}

let whatFollowsAChange: readonly Follows[] = []

export type Covering = { absentId: number, byId: number, until: Day, /** 'HH:MM', for one session. */ untilTime?: string | undefined, assignmentIds: string[] }

/**
 * Somebody is away: a colleague takes their place with the people named, in the same role, until the end of a day or a time of it. It ends by itself.
 * All of it or nothing: a person left out by a quiet failure would be alone. Returns with how many people.
 */
export async function cover(work: Work, { absentId, byId, until, untilTime, assignmentIds }: Covering): Promise<number> {
  if (until < work.today) throw refuse('ends-in-the-past')
  const theirs = (await assignmentsOfMyUnits(work)).filter((one) => one.colleague_id === absentId && assignmentIds.includes(one.public_id))
  if (theirs.length === 0 || theirs.length !== new Set(assignmentIds).size) throw refuse('nobody-to-cover')
  const held = (await appointmentsToday(work, byId)).map(({ role }) => role)
  const missing = theirs.find(({ role }) => !held.includes(role))
  if (missing || byId === absentId) throw refuse('cannot-cover', { role: roleName(missing?.role ?? theirs[0]!.role) })
  const end = untilTime === undefined ? endOfDay(until, work.timeZone) : momentOf(until, untilTime, work.timeZone)
  if (end === undefined || end <= work.now) throw refuse('ends-in-the-past')
  for (const one of theirs) await assign(work, { colleagueId: byId, participantId: one.participant_id, role: one.role, until: end, covers: one.id })
  return theirs.length
}

/** The end of a day in the service's own time zone; where the clock skips midnight, an hour later. */
export function endOfDay(day: Day, zone: string): Instant {
  return momentOf(addDays(day, 1), '00:00', zone) ?? momentOf(addDays(day, 1), '01:00', zone)!
}
