import { sql } from 'kysely'
import type { Work } from '../platform/work.ts'

/** Whether a colleague is employed in a role today. */
export async function isAppointed(work: Work, colleagueId: number, role: string): Promise<boolean> {
  const found = await work.db.selectFrom('appointments').select('id').where('colleague_id', '=', colleagueId).where('role', '=', role)
    .where('from_at', '<=', work.now).where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found !== undefined
}

/** Whether a colleague has any assignment to this person that runs now or begins later. */
export async function overlapping(work: Work, colleagueId: number, participantId: number): Promise<boolean> {
  const found = await work.db.selectFrom('assignments').select('participant_id').where('colleague_id', '=', colleagueId).where('participant_id', '=', participantId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found !== undefined
}

/** The team of a person today: who, in which role, until when. */
export function teamOf(work: Work, participantId: number) {
  return work.db.selectFrom('assignments').innerJoin('colleagues', 'colleagues.id', 'assignments.colleague_id')
    .select(['assignments.public_id', 'assignments.participant_id', 'assignments.role', 'assignments.from_at', 'assignments.until_at', 'assignments.covers_id',
      'colleagues.id as colleague_id', 'colleagues.public_id as colleague_public_id', 'colleagues.name', 'colleagues.title'])
    .where('assignments.participant_id', '=', participantId).where('assignments.from_at', '<=', work.now)
    .where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', work.now)]))
    .orderBy('assignments.from_at').orderBy('colleagues.name').execute()
}

/** The role in which the actor works with this person today; nothing when they do not. */
export async function myRoleFor(work: Work, participantId: number): Promise<string | undefined> {
  const found = await work.db.selectFrom('assignments').select(['role', 'participant_id']).where('colleague_id', '=', work.actor.id).where('participant_id', '=', participantId)
    .where('from_at', '<=', work.now).where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found?.role
}

/** Whether the actor may read or write a record of the person that this work is about, in any scope: asked of the same function as the policies ask. */
export async function mayFor(work: Work, verb: 'read' | 'write', record: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select exists (
    select from unnest(array['team', 'own', 'mine', 'unit', 'staff', 'agreed', 'named', 'emergency', 'request']) as one(scope)
    where cardinality(people_for(${record}, ${verb}, one.scope)) > 0) as may`.execute(work.db)
  return rows[0]?.may ?? false
}

/** Whether anybody at all holds this appointment today. */
export async function anyAppointedAs(work: Work, role: string): Promise<boolean> {
  const found = await work.db.selectFrom('appointments').select('id').where('role', '=', role)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).limit(1).executeTakeFirst()
  return found !== undefined
}
