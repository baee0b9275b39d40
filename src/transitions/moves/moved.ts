import { sql } from 'kysely'
import type { Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'

export type Moved = { participant_id: number, what: 'moved' | 'recalled', at: Instant }

/** Since when these people are in another unit, and since when an authority has taken them back: the last of each, as far as the reader may know it. */
export async function movedLately(work: Work, participantIds: readonly number[]): Promise<Moved[]> {
  if (participantIds.length === 0) return []
  const ids = [...new Set(participantIds)]
  const { rows } = await sql<Moved>`select participant_id, 'moved' as what, max(taken_at) as at from unit_transfers where participant_id = any (${ids}::int[]) and taken_at is not null group by participant_id
    union all select participant_id, 'recalled', max(recorded_at) from recalls where participant_id = any (${ids}::int[]) group by participant_id`.execute(work.db)
  return rows
}

/** How long after a recall it is first found out where somebody is and what can go on there. */
const daysToFindOut = 14

/** Which of these people go over to another unit that has not taken them yet, or were taken back in the last two weeks: what is planned for them cannot be known before that. */
export async function onTheMove(work: Work, participantIds: readonly number[]): Promise<number[]> {
  const ids = [...new Set(participantIds)]
  const { rows } = await sql<{ participant_id: number }>`select participant_id from unit_transfers where participant_id = any (${ids}::int[]) and taken_at is null and called_off_at is null
    union select participant_id from recalls where participant_id = any (${ids}::int[]) and recorded_at > ${work.now}::timestamptz - ${daysToFindOut} * interval '1 day'`.execute(work.db)
  return rows.map(({ participant_id: id }) => id)
}
