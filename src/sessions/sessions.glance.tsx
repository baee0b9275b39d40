import { myRoleFor } from '../access/index.ts'
import { dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { mayMeetAs, whoseCause, type Cause, type Whose } from './session.ts'
import { SessionTable } from './session-table.tsx'
import { notePage, sessionPage, setAsidePage, takeOverPage } from './addresses.ts'
import { countsOf, lastSessions, myLooseEnds, mySessionsToDo, strikesOf, withoutAnybody } from './sessions.queries.ts'
import { t } from './words.ts'

/** My sessions ahead, those that wait to be recorded, notes that wait for my signature, what I am to set aside, and sessions that nobody has any more. */
export async function sessionsDue(work: Work): Promise<Due[]> {
  return [...await toDo(work), ...await looseEnds(work), ...await nobodys(work)]
}

async function toDo(work: Work): Promise<Due[]> {
  return (await mySessionsToDo(work)).map((row) => {
    const isPast = row.starts_at <= work.now
    return {
      on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, says: isPast ? t('session.due.record') : t('session.due.prepare'),
      href: isPast ? `${sessionPage(row.person, row.public_id)}/record` : sessionPage(row.person, row.public_id),
      because: isPast ? t('session.due.because-past') : [t('session.due.because-planned'), row.place].filter(Boolean).join(', '),
    }
  })
}

async function looseEnds(work: Work): Promise<Due[]> {
  return (await myLooseEnds(work)).map((row) => ({
    on: dayAt(row.since, work.timeZone), ...(row.name && { about: row.name }),
    ...(row.kind === 'draft' ? { says: t('session.due.sign'), href: notePage(row.person!, row.public_id), because: t('session.due.because-draft') }
      : { says: t('session.due.set-aside'), href: setAsidePage(row.public_id), because: t('session.due.because-struck') }),
  }))
}

/** For a colleague in the same role: theirs to take over. For the coordinator: somebody is missing, whom the team page names. */
async function nobodys(work: Work): Promise<Due[]> {
  return (await withoutAnybody(work)).map((row) => ({
    on: dayAt(row.starts_at, work.timeZone), at: row.starts_at, about: row.name, because: t('session.due.because-nobody'),
    ...(row.is_mine_to_take ? { says: t('session.due.take-over'), href: takeOverPage(row.person, row.session) } : { says: t('session.due.name-somebody'), href: `/people/${row.person}/team` }),
  }))
}

/** The last sessions on one person's page, with how many were held and whose causes the missed ones have. */
export async function sessionGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const last = await lastSessions(work, participantId, 20)
  const counts = await countsOf(work, participantId)
  const times = (fits: (row: (typeof counts)[number]) => boolean) => counts.filter(fits).reduce((sum, row) => sum + row.times, 0)
  const missed = (whose: Whose) => times((row) => row.state === 'missed' && whoseCause(row.cause as Cause) === whose)
  const mayRecord = mayMeetAs(await myRoleFor(work, participantId))
  return { place: 'main', order: 20, ...(mayRecord && { action: { href: `/people/${publicId}/sessions/new`, says: t('session.new.title') } }), body: <Block title={t('session.list.title')}>
    {last.length > 0 && <p class="ds-paragraph" data-size="sm">{t('session.counts', { held: times((row) => row.state === 'held'), service: missed('service'), person: missed('person'), neither: missed('neither') })}</p>}
    <SessionTable sessions={last} strikes={await strikesOf(work, participantId)} participantId={publicId} empty={t('session.empty')} />
    <p class="ds-paragraph" data-size="sm"><Link href={`/people/${publicId}/sessions`}>{t('session.all')}</Link></p>
  </Block> }
}
