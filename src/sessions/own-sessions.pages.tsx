import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, Narrow, PageHead, SummaryList, Table } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { stateSaid } from './session-table.tsx'
import { notesOf, ownSession, ownSessions, type SessionRow } from './sessions.queries.ts'
import { refuse } from '../platform/refusals.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownSessionPages = page

export const ownSessionsPage = '/own/sessions'

/** The person's own meetings, on a machine that others may see: the list says when and whether, and what was written is one step further. */
page.get('/own/sessions', { does: 'consult', shows: 'session_attendance', for: ['person'] }, async (work) => {
  const sessions = await ownSessions(work, 200)
  return show({ title: t('session.own.title'), body: <Narrow>
    <PageHead title={t('session.own.title')} sub={t('session.own.sub')} />
    {sessions.length === 0 ? <Empty>{t('session.own.empty')}</Empty> : <Table caption={t('session.own.title')} captionHidden columns={[{ label: t('session.own.when') }, { label: t('session.own.how') }]}
      rows={sessions.map((session) => [<Link href={`${ownSessionsPage}/${session.public_id}`}>{say.moment(session.starts_at)}</Link>, ownState(session)])} />}
  </Narrow> })
})

page.get('/own/sessions/{sessionId}', { does: 'consult', shows: 'session_content', for: ['person'] }, async (work, { sessionId }) => {
  const session = await ownSession(work, sessionId)
  if (!session) throw refuse('not-found')
  const notes = await notesOf(work, session.id)
  return show({ title: t('session.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownSessionsPage, label: t('session.own.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={say.moment(session.starts_at)} sub={[ownState(session), session.with, session.place].filter(Boolean).join(' · ')} />
    {session.state === 'held' && <SummaryList answers={[
      { label: t('session.field.done'), value: session.done }, { label: t('session.own.words'), value: session.own_words }, { label: t('session.field.next-step'), value: session.next_step }].filter(({ value }) => value)} />}
    {notes.map((note) => <Block title={t('session.own.note', { name: note.name ?? t('session.own.colleague') })} size="xs"><p class="ds-paragraph prose">{note.note}</p></Block>)}
    <p class="ds-paragraph" data-size="sm">{t('session.own.wrong')}</p>
  </Narrow> })
})

function ownState(session: Pick<SessionRow, 'state' | 'cause'>): string {
  if (session.state === 'missed' && session.cause === 'person-declined') return t('session.own.declined')
  if (session.state === 'missed' && session.cause === 'person-absent') return t('session.own.absent')
  return stateSaid(session)
}
