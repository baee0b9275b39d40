import { sql } from 'kysely'
import { momentOf, type Day, type Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { causes } from '../session.ts'

/** What this room could give to somebody outside: how many meetings were offered and held, and how many the service itself could not keep. Not when, with whom or what about. */
export const shareable = [{ piece: 'meetings', detail: 'counts', of: meetingsCounted }] as const

type Counted = { offered: number, held: number, service: number }

/**
 * Of the time between a day and a moment, as it is recorded now. What was called off by a stop or in a pause was not offered, and practical help under an agreement of its own is no part of it.
 * Undefined where the actor may not read meetings, or where they are kept apart: nought would be a false answer.
 */
async function meetingsCounted(work: Work, participantId: number, { from, until }: { from: Day, until: Instant }): Promise<Counted | undefined> {
  const begin = momentOf(from, '00:00', work.timeZone)
  const { rows } = await sql<Counted & { readable: boolean }>`select (select ${participantId} = any (people_for('session_attendance', 'read', 'team'))) as readable,
      count(*) filter (where state in ('held', 'missed') or cause is not null)::int as offered, count(*) filter (where state = 'held')::int as held,
      count(*) filter (where state <> 'held' and cause = any (${[...causes.service]}))::int as service
    from sessions where participant_id = ${participantId} and state in ('held', 'missed', 'called-off') and agreement_id is null and not after_the_end and starts_at >= ${begin} and starts_at <= ${until}`.execute(work.db)
  const [found] = rows
  return found?.readable ? { offered: found.offered, held: found.held, service: found.service } : undefined
}
