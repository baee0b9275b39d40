import { colleaguesAppointedAs } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Crumbs, Empty, ErrorSummary, Form, Link, Narrow, Notice, PageHead, Select, Submit, Table, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { observerPage, observersPage } from './addresses.ts'
import { NameObserver } from './fidelity.input.ts'
import { mayName, sessionsToObserve, type ToObserve } from './fidelity.queries.ts'
import { nameObserver } from './fidelity.verbs.ts'
import { observationsOfMine } from './observing/observing.queries.ts'
import { MyObservations } from './observing/withdrawal.pages.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const observerPages = page

page.get('/observers', { does: 'consult', shows: 'integrity_rating' }, async (work) => {
  if (!await mayName(work)) throw refuse('not-found')
  const sessions = await sessionsToObserve(work)
  return show({ title: t('integrity.observers.title'), body: <>
    <PageHead title={t('integrity.observers.title')} sub={t('integrity.observers.sub')} />
    {sessions.length === 0 ? <Empty>{t('integrity.observers.empty')}</Empty> : <Table caption={t('integrity.observers.title')} captionHidden
      columns={[{ label: t('integrity.column.session') }, { label: t('integrity.column.facilitator') }, { label: t('integrity.column.person') }, { label: t('integrity.observers.column.observer') }]}
      rows={sessions.map((one) => [say.moment(one.starts_at), one.facilitator, nameSaid(one), <SitsIn session={one} />])} />}
    <MyObservations observations={await observationsOfMine(work)} mine={false} />
  </> })
})

function nameSaid({ name }: ToObserve) {
  return name === null ? <span class="muted">{t('integrity.observers.unnamed')}</span> : <span dir="auto">{name}</span>
}

/** One observer rates a session: where somebody is named, or has rated it, there is nobody to name. */
function SitsIn({ session: { session, observers, is_rated: isRated } }: { session: ToObserve }) {
  if (observers.length > 0) return <>{say.list(observers)}</>
  return isRated ? <span class="muted">{t('integrity.observers.rated')}</span> : <Link href={observerPage(session)}>{t('integrity.observers.name')}</Link>
}

page.get('/observers/{sessionId}', { does: 'consult', shows: 'integrity_rating' }, nameForm)
page.post('/observers/{sessionId}', { does: 'collect', shows: 'integrity_rating', takes: NameObserver, again: nameForm }, async (work, { sessionId, ...sent }) => {
  await nameObserver(work, sessionId, sent)
  return goTo(observersPage, t('integrity.named'))
})

async function nameForm(work: Work, { sessionId }: { sessionId: string }, attempt?: Attempt) {
  const session = (await sessionsToObserve(work)).find((one) => one.session === sessionId)
  if (!session) throw refuse('not-found')
  const observers = (await colleaguesAppointedAs(work, 'observer')).filter(({ id }) => id !== session.facilitator_id)
  return show({ title: t('integrity.name.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: observersPage, label: t('integrity.observers.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={t('integrity.name.title')} sub={[say.moment(session.starts_at), session.facilitator, session.name].filter(Boolean).join(' · ')} />
    {observers.length === 0 ? <Notice kind="info">{t('integrity.name.no-observers')}</Notice> : <Form action={observerPage(sessionId)} keys={keysOf(work)}>
      <Select name="observer" label={t('integrity.field.observer')} attempt={attempt} required options={observers.map(({ public_id: value, name }) => ({ value, label: name }))} />
      <TextField name="reason" label={t('integrity.field.reason')} hint={t('integrity.field.reason.hint')} attempt={attempt} required />
      <Tick name="saidYes" label={t('integrity.field.said-yes')} hint={t('integrity.field.said-yes.hint')} attempt={attempt} required />
      <Submit label={t('integrity.name.do')} cancel={{ href: observersPage, label: t('integrity.observers.title') }} />
    </Form>}
  </Narrow> })
}
