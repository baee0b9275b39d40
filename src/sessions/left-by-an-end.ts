import { sql } from 'kysely'
import { mayFor, type Ending } from '../access/index.ts'
import type { Instant } from '../platform/day.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mayMeetAs } from './session.ts'
import { t } from './words.ts'

/** What stays without anybody when this colleague goes: meetings that they have planned, and such as were to be recorded by them. Whoever names the team from outside it reads no meetings of the person. */
export async function meetingsLeftBy(work: Work, ending: Ending): Promise<string[]> {
  if (!mayMeetAs(ending.role)) return []
  if (!await mayFor(work, 'read', 'session_attendance')) return [t(ending.covers_id === null ? 'session.left.unseen' : 'session.left.unseen-cover')]
  const left = await meetingsOf(work, ending)
  const [ahead, past] = [left.filter((at) => at > work.now), left.filter((at) => at <= work.now)]
  return [
    ...(ahead[0] ? [t('session.left.ahead', { count: ahead.length, first: say.moment(ahead[0]) })] : []),
    ...(past[0] ? [t('session.left.past', { count: past.length, first: say.moment(past[0]) })] : []),
  ]
}

/**
 * When they begin, the first first. Where a cover ends, what lies ahead goes back to whoever was covered for (`hand_over_sessions`), if they still work with the person and have nothing else at that minute;
 * what has been stays.
 */
async function meetingsOf(work: Work, { participant_id: person, colleague_id: goes, covers_id: covers }: Ending): Promise<Instant[]> {
  const { rows } = await sql<{ participant_id: number, starts_at: Instant }>`select s.participant_id, s.starts_at from sessions s
    where s.participant_id = ${person} and s.author_id = ${goes} and s.state = 'planned'
      and not (s.starts_at > ${work.now} and exists (select from assignments c join assignments a on a.colleague_id = c.colleague_id and a.participant_id = c.participant_id
        join appointments e on e.colleague_id = a.colleague_id and e.role = a.role
        where c.id = ${covers} and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and e.from_at <= ${work.now} and (e.until_at is null or e.until_at > ${work.now})
          and not exists (select from sessions o where o.participant_id = s.participant_id and o.author_id = c.colleague_id and o.starts_at = s.starts_at and o.state in ('planned', 'held', 'missed'))))
    order by s.starts_at`.execute(work.db)
  return rows.map(({ starts_at: at }) => at)
}
