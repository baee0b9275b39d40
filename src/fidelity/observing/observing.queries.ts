import { sql } from 'kysely'
import type { Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'

export type MyObservation = {
  observation: string, participant_id: number, facilitator: string, observer: string, starts_at: Instant, until_at: Instant, reason: string
  withdrawn_at: Instant | null, withdrawn_why: string | null, /** Whether the observer has rated the session. */ is_rated: boolean, /** Whether the actor is the observer. */ is_mine: boolean
}

/** The observations that the actor was named for, or named somebody for, the latest session first; those that were taken back among them. */
export async function observationsOfMine(work: Work): Promise<MyObservation[]> {
  const { rows } = await sql<MyObservation>`select * from observations_of_mine()`.execute(work.db)
  return rows
}

/** Whether the actor can take it back now: the observer at any time, whoever named them until something was rated. */
export function mayWithdraw({ withdrawn_at: at, is_mine: isMine, is_rated: isRated }: MyObservation): boolean {
  return at === null && (isMine || !isRated)
}

export async function markWithdrawn(work: Work, { observation, why }: { observation: string, why: string }): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select withdraw_observation(${observation}, ${why}) as done`.execute(work.db)
  return rows[0]?.done ?? false
}

/** The observations of how one colleague holds sessions that were taken back, as far as the actor may see them: the colleague and their supervisor. */
export function withdrawnAbout(work: Work, facilitatorId: number) {
  return work.db.selectFrom('observations').leftJoin('colleagues', 'colleagues.id', 'observations.author_id')
    .select(['observations.participant_id', 'observations.session_id', 'observations.withdrawn_at', 'observations.withdrawn_why', 'colleagues.name as observer'])
    .where('facilitator_id', '=', facilitatorId).where('withdrawn_at', 'is not', null).orderBy('withdrawn_at', 'desc').limit(50).execute()
}

/** Who was named to sit in with the person, why, and until when they read: as the reading by name says it, which is the person's to see. Never more than that somebody does. */
export function ownObservers(work: Work) {
  return work.db.selectFrom('named_readings').select(['participant_id', 'reason', 'from_at', 'until_at']).where('participant_id', '=', work.actor.id).where('role', '=', 'observer').where('record', '=', 'session_content')
    .orderBy('from_at', 'desc').limit(50).execute()
}
