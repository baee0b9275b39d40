import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** What is planned from one moment until another, as far as the actor may see: when, where, with whom, and whom it is about as they are known. */
export function sessionsBetween(work: Work, from: Instant, until: Instant) {
  return work.db.selectFrom('sessions').innerJoin('participants', 'participants.id', 'sessions.participant_id').innerJoin('identity_names', 'identity_names.participant_id', 'sessions.participant_id')
    .leftJoin('colleagues', 'colleagues.id', 'sessions.author_id')
    .select(['sessions.public_id', 'sessions.participant_id', 'sessions.author_id', 'sessions.starts_at', 'sessions.minutes', 'sessions.place', 'colleagues.name as with',
      'participants.public_id as person', 'identity_names.name', 'identity_names.meets_at'])
    .where('sessions.state', '=', 'planned').where('sessions.starts_at', '>=', from).where('sessions.starts_at', '<', until)
    .orderBy('sessions.starts_at').orderBy('sessions.id').limit(500).execute()
}

export type PlannedSession = Awaited<ReturnType<typeof sessionsBetween>>[number]
