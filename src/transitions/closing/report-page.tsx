import { mayFor, myRoleFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Choice, ErrorSummary, Form, Link, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf } from '../../plans/index.ts'
import { closingAnswerPage, closingPrintPage, closingReportPage, writeClosingPage } from './addresses.ts'
import { answers, signatureAs, type Closing } from './closing.ts'
import { parts, sectionsOf } from './closing-said.ts'
import { theReport } from './closing.verbs.ts'
import { standingSaid, Way } from './overview.tsx'
import { Answers, SectionShown, Signatures } from './parts.tsx'
import { t } from './words.ts'

export type Here = { participantId: string, reportId: string }

/** One version as it reads, with what the person says of it; and what comes next with it. */
export async function showReport(work: Work, here: Here, attempt?: Attempt) {
  const { person, report, latest, plan } = await reportOf(work, here)
  const role = await myRoleFor(work, work.about)
  const sections = sectionsOf(report, plan, 'team')
  return show({ title: t('closing.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('closing.version', { number: report.number })} />
    <PageHead title={t('closing.title')} sub={`${person.name}, ${t('closing.version', { number: report.number })}`} actions={<ButtonLink secondary href={closingPrintPage(here.participantId, here.reportId)}>{t('closing.print')}</ButtonLink>} />
    <Notice kind={report.number === latest.number ? 'info' : 'care'}>{report.number === latest.number ? standingSaid(report) : t('closing.newer', { number: latest.number })}</Notice>
    {sections.map((section) => <SectionShown section={section} />)}
    {report.units && <Block title={t('closing.part.plain')} size="xs"><p class="ds-paragraph prose" dir="auto">{report.units.plain}</p></Block>}
    {sections.length < parts.length && <p class="ds-paragraph muted" data-size="sm">{t('closing.parts-hidden')}</p>}
    <Answers report={report} to="team" />
    <Signatures report={report} />
    {report.number === latest.number && <div class="on-screen"><Next work={work} here={here} report={report} role={role ?? ''} planId={plan.public_id} /></div>}
    <p class="ds-paragraph muted" data-size="sm">{t('closing.stays')}</p>
  </Narrow> })
}

/** The report, the person and the plan, for whoever may read any of it. */
export async function reportOf(work: Work, { reportId }: Here) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const found = await theReport(work, person.participant_id, reportId)
  const plan = (await plansOf(work, person.participant_id)).find(({ id }) => id === found.report.planId)
  if (!plan) throw refuse('not-found')
  return { person, plan, ...found }
}

type Coming = { work: Work, here: Here, report: Closing, role: string, planId: string }

/** What the reader can do with the last version: note what the person said, sign, say that they saw it, write it anew. */
function Next({ work, here, report, role, planId }: Coming) {
  const [at, signed, seen] = [closingReportPage(here.participantId, here.reportId), signatureAs(report, 'facilitator'), signatureAs(report, 'coordinator')]
  const isWriter = report.writtenById === work.actor.id
  return <>
    {role === 'facilitator' && <Block title={t('closing.next')} size="xs">
      <p class="ds-paragraph"><Link href={closingAnswerPage(here.participantId, here.reportId)}>{t('closing.answer.do')}</Link> · <Link href={writeClosingPage(here.participantId, planId)}>{t('closing.write.again')}</Link></p>
      {!signed && isWriter && report.answers.length === 0 && <p class="ds-paragraph">{t('closing.sign.first-read')}</p>}
      {!signed && isWriter && report.answers.length > 0 && <Form action={`${at}/signatures`} keys={keysOf(work)}><p class="ds-paragraph">{t('closing.sign.what')}</p><Submit label={t('closing.sign')} /></Form>}
    </Block>}
    {role === 'coordinator' && signed && !seen && <Form action={`${at}/sightings`} keys={keysOf(work)}><Submit label={t('closing.see')} /></Form>}
  </>
}

/** Read together, before it is signed; what the person says stands in it in their words. */
export async function answerForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, report } = await reportOf(work, here)
  if (await myRoleFor(work, work.about) !== 'facilitator') throw refuse('not-found')
  return show({ title: t('closing.answer.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} report={report} here={t('closing.answer.title')} />
    <PageHead title={t('closing.answer.title')} sub={person.name} />
    <p class="ds-paragraph">{t('closing.answer.what')}</p>
    <Form action={closingAnswerPage(here.participantId, here.reportId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="answer" label={t('closing.field.answer')} attempt={attempt} required options={answers.map((value) => ({ value, label: t(`closing.answer.${value}`) }))} />
      <TextArea name="words" label={t('closing.field.words')} hint={t('closing.words.hint')} rows={4} most={4000} attempt={attempt} readers={t('closing.words.readers')} />
      <Submit label={t('closing.answer.save')} draft cancel={{ href: closingReportPage(here.participantId, here.reportId), label: t('closing.back') }} />
    </Form>
  </Narrow> })
}

