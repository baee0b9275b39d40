import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** The last time that the day of release became another: from which day to which, why, and by which authority. */
export type ReleaseChange = { participant_id: number, before: Day | null, release_on: Day | null, reason: string, authority: string, recorded_at: Instant }

/** Of these people, those whose day of release has ever changed. A day that is confirmed or recorded for the first time is no change. */
export async function releaseChanges(work: Work, participantIds: readonly number[]): Promise<ReleaseChange[]> {
  if (participantIds.length === 0) return []
  const { rows } = await sql<ReleaseChange>`select distinct on (participant_id) participant_id, before, release_on, reason, authority, recorded_at
    from (select r.*, lag(r.release_on) over known as before, row_number() over known as place from releases r
      where r.participant_id = any (${[...new Set(participantIds)]}::int[]) window known as (partition by r.participant_id order by r.recorded_at, r.id)) told
    where place > 1 and release_on is distinct from before order by participant_id, recorded_at desc, id desc`.execute(work.db)
  return rows
}

/** What the person said of their release, the latest first. */
export function releaseAnswersOf(work: Work, participantId: number) {
  return work.db.selectFrom('release_answers').select(['participant_id', 'release_id', 'words', 'said_at']).where('participant_id', '=', participantId).orderBy('said_at', 'desc').orderBy('id', 'desc').execute()
}

/** Whether the person has still to be told that the day has changed. */
export async function hasToReadRelease(work: Work): Promise<boolean> {
  const [change] = await releaseChanges(work, [work.actor.id])
  const [last] = await releaseAnswersOf(work, work.actor.id)
  return change !== undefined && (last === undefined || last.said_at < change.recorded_at)
}
