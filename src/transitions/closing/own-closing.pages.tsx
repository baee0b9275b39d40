import { mayFor } from '../../access/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Choice, DetailsFold, Empty, ErrorSummary, Form, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf, type PlanRow } from '../../plans/index.ts'
import { ownClosingAnswerPage, ownClosingPage } from './addresses.ts'
import { ownAnswers, type Closing } from './closing.ts'
import { OwnAnswerClosing } from './closing.input.ts'
import { closingsOf } from './closing.queries.ts'
import { sectionsOf } from './closing-said.ts'
import { answerOwnClosing, theReport } from './closing.verbs.ts'
import { Answers, SectionShown, Signatures } from './parts.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const ownClosingPages = page
const own = { shows: 'plan_dates', for: ['person'] } as const

/** What was written about the person at the end, in plain words first. What the programme is called stands folded: somebody may look over a shoulder. */
page.get('/own/closing', { ...own, does: 'consult' }, async (work) => {
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const [plans, reports] = [await plansOf(work, work.actor.id), await closingsOf(work, work.actor.id)]
  const latest = plans.flatMap((plan) => { const report = reports.find(({ planId }) => planId === plan.id); return report ? [{ plan, report }] : [] })
  return show({ title: t('closing.own.title'), body: <Narrow>
    <PageHead title={t('closing.own.head')} sub={t('closing.own.sub')} />
    {latest.length === 0 ? <Empty>{t('closing.own.none')}</Empty> : latest.map((one) => <OwnReport {...one} />)}
  </Narrow> })
})

page.get('/own/closing/{reportId}/answers', { ...own, does: 'consult', draft: true }, ownAnswerForm)
page.post('/own/closing/{reportId}/answers', { ...own, does: 'collect', draft: true, takes: OwnAnswerClosing, again: ownAnswerForm }, async (work, { reportId, ...said }) => {
  await answerOwnClosing(work, reportId, said)
  return goTo(ownClosingPage, t('closing.own.answered'))
})

function OwnReport({ report, plan }: { report: Closing, plan: PlanRow }) {
  const [programme, ...rest] = sectionsOf(report, plan, 'person')
  return <>
    {report.signatures.length === 0 && <Notice kind="info">{t('closing.own.draft')}</Notice>}
    {report.units && <Block title={t('closing.own.plain')}><p class="ds-paragraph prose" dir="auto">{report.units.plain}</p></Block>}
    {rest.map((section) => <SectionShown section={section} />)}
    <DetailsFold summary={t('closing.own.programme')}>{programme && <SectionShown section={programme} />}</DetailsFold>
    <Answers report={report} to="person" />
    <p class="ds-paragraph"><a class="ds-link" href={ownClosingAnswerPage(report.publicId)}>{t('closing.own.do')}</a></p>
    <Signatures report={report} />
    <p class="ds-paragraph muted" data-size="sm">{t('closing.own.who')}</p>
  </>
}

async function ownAnswerForm(work: Work, { reportId }: { reportId: string }, attempt?: Attempt) {
  await theReport(work, work.actor.id, reportId)
  return show({ title: t('closing.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('closing.own.do')} sub={t('closing.own.free')} />
    <Form action={ownClosingAnswerPage(reportId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="answer" label={t('closing.field.own-answer')} attempt={attempt} required options={ownAnswers.map((value) => ({ value, label: t(`closing.own.answer.${value}`) }))} />
      <TextArea name="words" label={t('closing.field.words')} rows={4} most={4000} attempt={attempt} readers={t('closing.own.readers')} />
      <Submit label={t('closing.own.send')} draft cancel={{ href: ownClosingPage, label: t('closing.back') }} />
    </Form>
  </Narrow> })
}
