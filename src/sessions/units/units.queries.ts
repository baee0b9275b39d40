import type { Work } from '../../platform/work.ts'

/** Which units went another way than planned under one plan, the latest session first, as far as the actor may read what was done. */
export function unitDifferencesUnder(work: Work, planId: number) {
  return work.db.selectFrom('session_units').innerJoin('sessions', 'sessions.id', 'session_units.session_id')
    .select(['session_units.participant_id', 'sessions.public_id', 'sessions.starts_at', 'session_units.name', 'session_units.planned', 'session_units.reason', 'session_units.reason_words'])
    .where('sessions.plan_id', '=', planId).where('sessions.state', '=', 'held').where('sessions.after_the_end', '=', false).where('session_units.reason', 'is not', null)
    .orderBy('sessions.starts_at', 'desc').orderBy('session_units.name').limit(100).execute()
}

/** What was said of units of a session before it was corrected: the latest first. */
export function reasonsBefore(work: Work, sessionId: number) {
  return work.db.selectFrom('unit_reasons_before').select(['participant_id', 'unit_id', 'reason', 'reason_words', 'corrected_at']).where('session_id', '=', sessionId).orderBy('corrected_at', 'desc').orderBy('id', 'desc').execute()
}

export type ReasonBefore = Awaited<ReturnType<typeof reasonsBefore>>[number]
