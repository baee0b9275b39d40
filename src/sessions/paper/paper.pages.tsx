import type { Attempt } from '../../platform/attempt.ts'
import { dayAt, timeAt } from '../../platform/day.ts'
import { giveFile, goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { ButtonLink, Crumbs, DayField, ErrorSummary, Form, Link, Narrow, Notice, PageHead, Submit, SummaryList, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { knownFor, RecordForm } from '../session-form.tsx'
import { destroyPage, paperPage, papersPage, sessionPage, sessionsPage, typeInPage } from '../sessions.glance.tsx'
import { unitsOf } from '../sessions.queries.ts'
import { personOfTheForm, theSession } from '../sessions.verbs.ts'
import { PaperForm, paperFile, type OnPaper } from './paper-form.tsx'
import { Code, TypeIn } from './paper.input.ts'
import { inGroups } from './paper.ts'
import { myOpenPaper, myPaper } from './paper.queries.ts'
import { destroyPaper, findByCode, makePaper, toTakeAlong, transcribe } from './paper.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const paperPages = page

type Here = { participantId: string, sessionId: string }

page.get('/people/{participantId}/sessions/{sessionId}/paper', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, beforePaper)
page.post('/people/{participantId}/sessions/{sessionId}/paper', { does: 'collect', shows: 'session_attendance', about: 'participantId', again: beforePaper }, async (work, { participantId, sessionId }) => {
  await makePaper(work, sessionId)
  return goTo(paperPage(participantId, sessionId), t('paper.made'))
})

/** Asks what has to be asked before paper exists, then offers it as a page and as a file. */
async function beforePaper(work: Work, { participantId, sessionId }: Here, sent?: Attempt) {
  // There is nothing to fill in here: what is refused is about the whole.
  const attempt = sent && { ...sent, problems: sent.problems.map(({ sentence }) => ({ field: '', sentence })) }
  const person = await personOfTheForm(work)
  const session = await toTakeAlong(work, sessionId)
  const [paper, here] = [await myOpenPaper(work, session.id), paperPage(participantId, sessionId)]
  return show({ title: t('paper.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: sessionPage(participantId, sessionId), label: say.moment(session.starts_at) }]} here={t('paper.title')} />
    <PageHead title={t('paper.title')} sub={t('paper.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <p class="ds-paragraph">{t('paper.what')}</p>
    <Notice kind="care" title={t('paper.safe')}>{t('paper.safe.hint')}</Notice>
    {paper ? <>
      <SummaryList answers={[{ label: t('paper.field.code'), value: <code class="key">{inGroups(paper.code)}</code> }, { label: t('paper.until'), value: say.moment(paper.expires_at) }]} />
      <p class="actions"><ButtonLink href={`${here}/print`}>{t('paper.open')}</ButtonLink><ButtonLink secondary href={`${here}/file`}>{t('paper.open-file')}</ButtonLink></p>
      <p class="ds-paragraph" data-size="sm"><Link href={papersPage}>{t('paper.type-in')}</Link> · <Link href={destroyPage(paper.public_id)}>{t('paper.destroy.title')}</Link></p>
    </> : <Form action={here} keys={keysOf(work)}><Submit label={t('paper.make')} cancel={{ href: sessionPage(participantId, sessionId), label: t('paper.back') }} /></Form>}
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/paper/print', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, async (work, here) =>
  show({ title: t('paper.form.title'), plain: true, body: <PaperForm {...await takenAlong(work, here)} back={paperPage(here.participantId, here.sessionId)} /> }))
page.get('/people/{participantId}/sessions/{sessionId}/paper/file', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, async (work, here) =>
  giveFile({ bytes: paperFile(work, await takenAlong(work, here)), type: 'application/pdf', name: 'appointment.pdf', inline: true }))

async function takenAlong(work: Work, { sessionId }: Here): Promise<OnPaper> {
  const { role } = await personOfTheForm(work)
  const paper = await myOpenPaper(work, (await toTakeAlong(work, sessionId)).id)
  if (!paper) throw refuse('not-found')
  return { code: inGroups(paper.code), withDone: role !== 'circle_coordinator' }
}

page.get('/papers', { does: 'consult', shows: 'session_attendance' }, codeForm)
page.post('/papers', { does: 'consult', shows: 'session_attendance', takes: Code, again: codeForm }, async (work, { code }) => {
  const { person, session } = await findByCode(work, code)
  return goTo(typeInPage(person, session))
})

function codeForm(work: Work, _: object, attempt?: Attempt) {
  return show({ title: t('paper.type-in'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('paper.type-in')} sub={t('paper.type-in.sub')} />
    <Form action={papersPage} keys={keysOf(work)}>
      <TextField name="code" label={t('paper.field.code')} hint={t('paper.field.code.hint')} attempt={attempt} required width="medium" autocomplete="off" />
      <Submit label={t('paper.type-in.do')} cancel={{ href: '/', label: t('paper.back') }} />
    </Form>
    <p class="ds-paragraph muted" data-size="sm">{t('paper.type-in.ended')}</p>
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/paper/record', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, typeInForm)
page.post('/people/{participantId}/sessions/{sessionId}/paper/record', { does: 'alter', shows: 'session_content', about: 'participantId', draft: true, takes: TypeIn, again: typeInForm },
  async (work, { participantId: _, sessionId, ...sent }, { revision }) => goTo(destroyPage(await transcribe(work, sessionId, sent, revision)), t('paper.recorded')))

/** The form of the session that the code stands for, with the day on which the paper was written. */
async function typeInForm(work: Work, { participantId, sessionId }: Here, attempt?: Attempt) {
  const person = await personOfTheForm(work)
  const session = await theSession(work, sessionId)
  const isRefused = attempt !== undefined && attempt.problems.length > 0
  if (!isRefused && session.state !== 'planned') return goTo(sessionPage(participantId, sessionId))
  if (!isRefused && !await myOpenPaper(work, session.id)) return goTo(papersPage)
  const known = await knownFor(work, work.about, person.role)
  const on = dayAt(session.starts_at, work.timeZone)
  const values = { on, time: timeAt(session.starts_at, work.timeZone), minutes: String(session.minutes), place: session.place, state: 'held' }
  return show({ title: t('paper.type-in'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('paper.sessions') }]} here={t('paper.type-in')} />
    <PageHead title={t('paper.type-in')} sub={person.name} />
    {known.limit}
    <RecordForm action={typeInPage(participantId, sessionId)} keys={keysOf(work, session.revision)} values={values} known={known} attempt={attempt} planned={(await unitsOf(work, session.id)).filter(({ planned }) => planned)}
      first={<DayField name="paperOn" label={t('paper.field.on')} hint={t('paper.field.on.hint')} attempt={attempt} value={on} required />} />
  </Narrow> })
}

page.get('/papers/{paperId}', { does: 'consult', shows: 'session_attendance' }, destroyForm)
page.post('/papers/{paperId}', { does: 'alter', shows: 'session_attendance', again: destroyForm }, async (work, { paperId }) => {
  await destroyPaper(work, paperId)
  return goTo('/', t('paper.destroyed'))
})

/** Which paper, by what stands on it; never whose it was. */
async function destroyForm(work: Work, { paperId }: { paperId: string }) {
  const paper = await myPaper(work, paperId)
  if (!paper) throw refuse('not-found')
  return show({ title: t('paper.destroy.title'), body: <Narrow>
    <PageHead title={t('paper.destroy.title')} sub={t('paper.destroy.sub')} />
    <SummaryList answers={[
      { label: t('paper.field.code'), value: paper.code === null ? t('paper.code-gone') : <code class="key">{inGroups(paper.code)}</code> },
      { label: t('paper.printed'), value: say.moment(paper.printed_at) },
      { label: t('paper.typed-in'), value: paper.transcribed_at === null ? t('paper.never-typed-in') : say.moment(paper.transcribed_at) },
    ]} />
    {paper.destroyed_at ? <Notice>{t('paper.destroyed-at', { when: say.moment(paper.destroyed_at) })}</Notice> : <>
      <p class="ds-paragraph">{t('paper.destroy.lost')}</p>
      <Form action={destroyPage(paperId)} keys={keysOf(work)}><Submit label={t('paper.destroy.do')} cancel={{ href: '/', label: t('paper.later') }} /></Form>
    </>}
  </Narrow> })
}

function crumbs(person: { public_id: string, name: string }) {
  return [{ href: `/people/${person.public_id}`, label: person.name }]
}
