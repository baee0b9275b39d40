import type { Work } from '../../platform/work.ts'

/** Which units went another way than planned under one plan, the latest session first, as far as the actor may read what was done. */
export function unitDifferencesUnder(work: Work, planId: number) {
  return work.db.selectFrom('session_units').innerJoin('sessions', 'sessions.id', 'session_units.session_id')
    .select(['session_units.participant_id', 'sessions.public_id', 'sessions.starts_at', 'session_units.name', 'session_units.planned', 'session_units.reason', 'session_units.reason_words'])
    .where('sessions.plan_id', '=', planId).where('sessions.state', '=', 'held').where('session_units.reason', 'is not', null)
    .orderBy('sessions.starts_at', 'desc').orderBy('session_units.name').limit(100).execute()
}
