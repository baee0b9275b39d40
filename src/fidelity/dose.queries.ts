import { dayAt, type Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { whoseCause, type Cause } from '../sessions/index.ts'
import type { Meeting } from './dose.ts'

/** Every meeting under one plan, as far as the actor may see them: what they may not see is not counted, and the page says so. What was met after its end is no dose of it. */
export async function meetingsUnder(work: Work, planId: number): Promise<Meeting[]> {
  const rows = await work.db.selectFrom('sessions').select(['id', 'participant_id', 'author_id', 'starts_at', 'minutes', 'state', 'cause', 'second_id'])
    .where('plan_id', '=', planId).where('after_the_end', '=', false).where('state', '<>', 'struck').orderBy('starts_at').limit(1000).execute()
  return rows.map(({ id, starts_at: at, minutes, state, cause, author_id, second_id }) => ({ id, on: dayOf(work, at), isAhead: at > work.now, minutes, state, author_id, second_id, whose: cause === null ? null : whoseCause(cause as Cause) }))
}

function dayOf(work: Work, at: Instant) {
  return dayAt(at, work.timeZone)
}

/** The units of the sessions that were held under one plan: planned, worked on, or both. */
export function unitsUnder(work: Work, planId: number) {
  return work.db.selectFrom('session_units').innerJoin('sessions', 'sessions.id', 'session_units.session_id')
    .select(['session_units.participant_id', 'session_units.session_id', 'session_units.unit_id', 'session_units.name', 'session_units.planned', 'session_units.delivered'])
    .where('sessions.plan_id', '=', planId).where('sessions.after_the_end', '=', false).where('sessions.state', '=', 'held').execute()
}

/** Why something else was done than was planned: each time, with whose cause and the words for it. */
export async function differencesUnder(work: Work, planId: number) {
  const rows = await work.db.selectFrom('session_contents').innerJoin('sessions', 'sessions.id', 'session_contents.session_id')
    .select(['session_contents.participant_id', 'sessions.public_id', 'sessions.starts_at', 'session_contents.differs_cause', 'session_contents.differs_why'])
    .where('sessions.plan_id', '=', planId).where('sessions.state', '=', 'held').where('session_contents.differs_cause', 'is not', null).orderBy('sessions.starts_at', 'desc').limit(50).execute()
  return rows
}
