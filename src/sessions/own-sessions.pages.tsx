import { dayAt } from '../platform/day.ts'
import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, Narrow, PageHead, SummaryList, Table } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { lateSaid, stateSaid, writtenLater } from './sessions.glance.tsx'
import { isPaused, notesOf, ownSession, ownSessions, strikesOf, unitsOf, type SessionRow } from './sessions.queries.ts'
import { papersOf } from './paper/paper.queries.ts'
import { papersSaid } from './paper/paper-said.ts'
import { refuse } from '../platform/refusals.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownSessionPages = page

export const ownSessionsPage = '/own/sessions'

/** The person's own meetings, on a machine that others may see: the list says when and whether, and what was written is one step further. */
page.get('/own/sessions', { does: 'consult', shows: 'session_attendance', for: ['person'] }, async (work) => {
  const sessions = await ownSessions(work, 200)
  const waits = await isPaused(work, work.actor.id)
  const strikes = await strikesOf(work, work.actor.id)
  return show({ title: t('session.own.title'), body: <Narrow>
    <PageHead title={t('session.own.title')} sub={t('session.own.sub')} />
    {sessions.length === 0 ? <Empty>{t('session.own.empty')}</Empty> : <Table caption={t('session.own.title')} captionHidden columns={[{ label: t('session.own.when') }, { label: t('session.own.how') }]}
      rows={sessions.map((session) => [<Link href={`${ownSessionsPage}/${session.public_id}`}>{say.moment(session.starts_at)}</Link>, ownState(session, waits)])} />}
    {strikes.length > 0 && <Block title={t('session.own.struck')} size="xs">
      {strikes.map((strike) => <p class="ds-paragraph">{t('session.own.struck.said', { saved: say.day(dayAt(strike.saved_at, work.timeZone)), struck: say.day(dayAt(strike.struck_at, work.timeZone)) })}</p>)}
      <p class="ds-paragraph">{t('session.own.struck.what')}</p>
    </Block>}
  </Narrow> })
})

page.get('/own/sessions/{sessionId}', { does: 'consult', shows: 'session_content', for: ['person'] }, async (work, { sessionId }) => {
  const session = await ownSession(work, sessionId)
  if (!session) throw refuse('not-found')
  const notes = await notesOf(work, session.id)
  const units = (await unitsOf(work, session.id)).filter(({ delivered }) => delivered).map(({ name }) => name)
  return show({ title: t('session.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownSessionsPage, label: t('session.own.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={say.moment(session.starts_at)} sub={[ownState(session, await isPaused(work, work.actor.id)), session.with, session.second, session.place].filter(Boolean).join(' · ')} />
    {session.state === 'held' && <SummaryList answers={[
      { label: t('session.field.done'), value: session.done }, { label: t('session.own.words'), value: session.own_words }, { label: t('session.units.delivered'), value: say.list(units) },
      { label: t('session.field.home-practice'), value: session.home_practice }, { label: t('session.field.next-step'), value: session.next_step }, { label: t('session.own.written'), value: lateSaid(session) }, { label: t('session.on-paper'), value: papersSaid(await papersOf(work, session.id)) },
      { label: t('session.elsewhere'), value: session.from_elsewhere ? t('session.elsewhere.moved') : '' }].filter(({ value }) => value)} />}
    {notes.map((note) => <Block title={t('session.own.note', { name: note.name ?? t('session.own.colleague') })} size="xs"><p class="ds-paragraph prose" dir="auto">{note.note}</p>
      {note.signed_at && <p class="ds-paragraph muted" data-size="sm">{writtenLater(session.starts_at, note.signed_at)}</p>}</Block>)}
    <p class="ds-paragraph" data-size="sm">{t('session.own.wrong')} <Link href="/own/complaints/new?kind=objection&subject=record">{t('session.own.object')}</Link></p>
  </Narrow> })
})

function ownState(session: Pick<SessionRow, 'state' | 'cause' | 'moved_from'>, waits: boolean): string {
  if (session.state === 'planned' && session.moved_from) return [stateSaid(session, waits), t('session.moved-from', { when: say.moment(session.moved_from) })].join(', ')
  if (session.state === 'missed' && session.cause === 'person-declined') return t('session.own.declined')
  if (session.state === 'missed' && session.cause === 'person-absent') return t('session.own.absent')
  return stateSaid(session, waits)
}
