import { myRoleFor } from '../access/index.ts'
import { dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { whoseCause, type Cause, type Whose } from './session.ts'
import { SessionTable } from './session-table.tsx'
import { countsOf, lastSessions, mySessionsToDo } from './sessions.queries.ts'
import { t } from './words.ts'

/** My sessions ahead, and those that were planned and wait to be recorded. */
export async function sessionsDue(work: Work): Promise<Due[]> {
  const rows = await mySessionsToDo(work)
  return rows.map((row) => {
    const isPast = row.starts_at <= work.now
    return {
      on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, says: isPast ? t('session.due.record') : t('session.due.prepare'),
      href: isPast ? `/people/${row.person}/sessions/${row.public_id}/record` : `/people/${row.person}/sessions/${row.public_id}`,
      because: isPast ? t('session.due.because-past') : [t('session.due.because-planned'), row.place].filter(Boolean).join(', '),
    }
  })
}

/** The last sessions on one person's page, with how many were held and whose causes the missed ones have. */
export async function sessionGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const last = await lastSessions(work, participantId, 20)
  const counts = await countsOf(work, participantId)
  const times = (fits: (row: (typeof counts)[number]) => boolean) => counts.filter(fits).reduce((sum, row) => sum + row.times, 0)
  const missed = (whose: Whose) => times((row) => row.state === 'missed' && whoseCause(row.cause as Cause) === whose)
  const mayRecord = ['facilitator', 'mentor', 'circle_coordinator'].includes(await myRoleFor(work, participantId) ?? '')
  return { place: 'main', order: 20, ...(mayRecord && { action: { href: `/people/${publicId}/sessions/new`, says: t('session.new.title') } }), body: <Block title={t('session.list.title')}>
    {last.length > 0 && <p class="ds-paragraph" data-size="sm">{t('session.counts', { held: times((row) => row.state === 'held'), service: missed('service'), person: missed('person'), neither: missed('neither') })}</p>}
    <SessionTable sessions={last} participantId={publicId} empty={t('session.empty')} />
    <p class="ds-paragraph" data-size="sm"><Link href={`/people/${publicId}/sessions`}>{t('session.all')}</Link></p>
  </Block> }
}
