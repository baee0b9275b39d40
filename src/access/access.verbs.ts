import type { Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { isAppointed, overlapping } from './access.queries.ts'

export type Appointment = { colleagueId: number, role: string, unitId?: number, until?: Instant }

/** Employs a colleague in a role, from now on; a coordinator for a unit. */
export async function appoint(work: Work, { colleagueId, role, unitId, until }: Appointment): Promise<void> {
  await work.db.insertInto('appointments').values({
    id: await work.newId(), public_id: work.newPublicId(), colleague_id: colleagueId, role, unit_id: unitId ?? null,
    from_at: work.now, until_at: until ?? null, made_by: work.actor.kind === 'colleague' ? work.actor.id : null }).execute()
}

export type Assignment = { colleagueId: number, participantId: number, role: string, until?: Instant, covers?: number }

/** Puts a colleague on a person's team in a role they are appointed to. Nobody holds two roles for the same person at once. */
export async function assign(work: Work, { colleagueId, participantId, role, until, covers }: Assignment): Promise<string> {
  if (!await isAppointed(work, colleagueId, role)) throw refuse('not-appointed', { role: role.replaceAll('_', ' ') })
  if (await overlapping(work, colleagueId, participantId)) throw refuse('already-on-the-team')
  const publicId = work.newPublicId()
  await work.db.insertInto('assignments').values({
    id: await work.newId(), public_id: publicId, colleague_id: colleagueId, participant_id: participantId, role,
    from_at: work.now, until_at: until ?? null, covers_id: covers ?? null, made_by: work.actor.id }).execute()
  return publicId
}

/** Ends an assignment: from this moment the colleague sees nothing of the person any more. */
export async function endAssignment(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('assignments').set({ until_at: work.now }).where('public_id', '=', publicId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}
