import { addDays, momentOf, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { assign } from './access.verbs.ts'
import { appointmentsToday, assignmentsOfMyUnits } from './access.queries.ts'
import { roleName } from './roles.ts'

export type Covering = { absentId: number, byId: number, until: Day, assignmentIds: string[] }

/**
 * Somebody is away: a colleague takes their place with the people named, in the same role, until the end of a day. It ends by itself.
 * All of it or nothing: a person left out by a quiet failure would be alone. Returns with how many people.
 */
export async function cover(work: Work, { absentId, byId, until, assignmentIds }: Covering): Promise<number> {
  if (until < work.today) throw refuse('ends-in-the-past')
  const theirs = (await assignmentsOfMyUnits(work)).filter((one) => one.colleague_id === absentId && assignmentIds.includes(one.public_id))
  if (theirs.length === 0 || theirs.length !== new Set(assignmentIds).size) throw refuse('nobody-to-cover')
  const held = (await appointmentsToday(work, byId)).map(({ role }) => role)
  const missing = theirs.find(({ role }) => !held.includes(role))
  if (missing || byId === absentId) throw refuse('cannot-cover', { role: roleName(missing?.role ?? theirs[0]!.role) })
  const end = endOfDay(until, work.timeZone)
  for (const one of theirs) await assign(work, { colleagueId: byId, participantId: one.participant_id, role: one.role, until: end, covers: one.id })
  return theirs.length
}

/** The end of a day in the service's own time zone; where the clock skips midnight, an hour later. */
export function endOfDay(day: Day, zone: string): Instant {
  return momentOf(addDays(day, 1), '00:00', zone) ?? momentOf(addDays(day, 1), '01:00', zone)!
}
