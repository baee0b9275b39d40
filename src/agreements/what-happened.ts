import { sql } from 'kysely'
import { releaseChanges } from '../participants/index.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import type { Happening } from './agreement.ts'

type Read = (work: Work, participantIds: readonly number[]) => Promise<Happening[]>

/** Port: where somebody goes and that they were taken back is written in rooms above this one, so the application hands it in. */
export function alsoAsksForAReview(read: Read): void {
  readElsewhere = read
}

let readElsewhere: Read = () => Promise.resolve([])

/** What happened to these people, as far as the reader may know it, that asks whether what was agreed with them still holds. */
export async function happenedTo(work: Work, participantIds: readonly number[]): Promise<Happening[]> {
  if (participantIds.length === 0) return []
  const [changes, here, elsewhere] = await together([releaseChanges(work, participantIds), releasedOrLeft(work, participantIds), readElsewhere(work, participantIds)])
  return [...changes.map(({ participant_id, recorded_at: at }): Happening => ({ participant_id, what: 'release-changed', at })), ...here, ...elsewhere]
}

/** Whose day of release has come, and who is on their team no more. */
async function releasedOrLeft(work: Work, participantIds: readonly number[]): Promise<Happening[]> {
  const ids = [...new Set(participantIds)]
  const { rows } = await sql<Happening>`select r.participant_id, 'released' as what, r.release_on::timestamp at time zone ${work.timeZone} as at, null::int as "colleagueId"
    from (select distinct on (participant_id) participant_id, release_on from releases where participant_id = any (${ids}::int[]) order by participant_id, recorded_at desc, id desc) r where r.release_on <= ${work.today}::date
    union all select a.participant_id, 'party-left', max(a.until_at), a.colleague_id from assignments a where a.participant_id = any (${ids}::int[]) and a.until_at <= ${work.now}
      and not exists (select from assignments n where n.participant_id = a.participant_id and n.colleague_id = a.colleague_id and n.from_at <= ${work.now} and (n.until_at is null or n.until_at > ${work.now}))
    group by a.participant_id, a.colleague_id`.execute(work.db)
  return rows
}
