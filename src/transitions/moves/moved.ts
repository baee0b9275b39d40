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
