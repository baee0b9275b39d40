import type { Child } from 'hono/jsx'
import type { Attempt } from '../platform/attempt.ts'
import { addDays } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DayField, DetailsFold, Empty, ErrorSummary, Form, inWholeCodes, Link, Narrow, Notice, PageHead, SavedDraft, Select, Submit, SummaryList, Table, TextArea, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { answerPage, complaintPage, complaintsPage, forwardPage, takenBackPage, writeDownPage } from './addresses.ts'
import { byUrgency, kinds, mustBeOpen, outcomesFor, standingOf, subjects, type Complaint } from './complaint.ts'
import { AnswerIt, ForwardIt, TakeBack, WriteDown } from './complaints.input.ts'
import { closedComplaints, coordinatorsFor, findComplaint, openComplaints } from './complaints.queries.ts'
import { answerComplaint, forwardComplaint, takeBack, writeDown, writesForOthers } from './complaints.verbs.ts'
import { forwardedSaid, kindSaid, outcomeSaid, standingSaid, whatSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const complaintPages = page

const reading = { does: 'consult', shows: 'complaint', for: ['oversight', 'casework'] } as const
const writing = { does: 'consult', shows: 'complaint', for: ['oversight'], draft: true } as const
type Here = { complaintId: string }

page.get('/complaints', reading, async (work) => {
  const open = (await openComplaints(work)).sort(byUrgency)
  const closed = await closedComplaints(work, 100)
  return show({ title: t('complaint.list.title'), body: <>
    <PageHead title={t('complaint.list.title')} sub={t(work.actor.shape === 'casework' ? 'complaint.list.forwarded-only' : 'complaint.list.sub')}
      actions={writesForOthers(work) && <ButtonLink href={writeDownPage}>{t('complaint.write.title')}</ButtonLink>} />
    <Block title={t('complaint.list.open')}>{open.length === 0 ? <Empty>{t('complaint.list.empty')}</Empty> : <List caption={t('complaint.list.open')} complaints={open} work={work} />}</Block>
    {closed.length > 0 && <DetailsFold summary={t('complaint.list.closed')}><List caption={t('complaint.list.closed')} complaints={closed} work={work} /></DetailsFold>}
  </> })
})

page.get('/complaints/new', writing, writeDownForm)
page.post('/complaints/new', { ...writing, does: 'collect', takes: WriteDown, again: writeDownForm }, async (work, told) => {
  const { publicId, number, answerBy } = await writeDown(work, told)
  return goTo(complaintPage(publicId), t('complaint.write.done', { number, day: say.day(answerBy) }))
})

page.get('/complaints/{complaintId}', reading, async (work, { complaintId }) => {
  const complaint = await findComplaint(work, complaintId)
  const mayHandle = writesForOthers(work) && ['open', 'overdue'].includes(standingOf(complaint, work.today))
  return show({ title: t('complaint.one.title'), body: <Narrow>
    <Head complaint={complaint} sub={standingSaid(complaint, work.today)} actions={mayHandle && <>
      <ButtonLink href={answerPage(complaintId)}>{t('complaint.answer.title')}</ButtonLink>
      {!complaint.forwarded && <ButtonLink secondary href={forwardPage(complaintId)}>{t('complaint.forward.title')}</ButtonLink>}</>} />
    <Block title={t('complaint.one.words')} size="xs"><p class="ds-paragraph prose" dir="auto">{complaint.words}</p></Block>
    {complaint.answer && <Block title={t('complaint.one.answer')} size="xs"><p class="ds-paragraph prose" dir="auto">{complaint.answer.words}</p>
      <p class="ds-paragraph muted" data-size="sm">{t('complaint.one.by', { name: complaint.answer.by, day: say.day(complaint.answer.on) })}</p></Block>}
    <SummaryList answers={[
      { label: t('complaint.label.about'), value: whatSaid(complaint) }, { label: t('complaint.label.raised'), value: say.day(complaint.raisedOn) },
      { label: t('complaint.label.answer-by'), value: say.day(complaint.answerBy) }, { label: t('complaint.label.way'), value: t(`complaint.way.${complaint.way}`) },
      { label: t('complaint.label.reach'), value: complaint.reach }, { label: t('complaint.label.forwarded'), value: forwardedSaid(complaint) },
      { label: t('complaint.label.why-back'), value: complaint.takenBack?.words ?? '' }].filter(({ value }) => value)} />
    {work.actor.shape === 'oversight' && <p class="ds-paragraph muted" data-size="sm">{t('complaint.one.no-name')}</p>}
    {mayHandle && <p class="ds-paragraph beside"><Link href={takenBackPage(complaintId)}>{t('complaint.back.title')}</Link></p>}
  </Narrow> })
})

page.get('/complaints/{complaintId}/answer', writing, answerForm)
page.post('/complaints/{complaintId}/answer', { ...writing, does: 'collect', takes: AnswerIt, again: answerForm }, async (work, input) => {
  await answerComplaint(work, input)
  return goTo(complaintPage(input.complaintId), t('complaint.answer.done'))
})

page.get('/complaints/{complaintId}/forward', writing, forwardForm)
page.post('/complaints/{complaintId}/forward', { ...writing, does: 'disclose', takes: ForwardIt, again: forwardForm }, async (work, input) => {
  await forwardComplaint(work, input)
  return goTo(complaintPage(input.complaintId), t('complaint.forward.done'))
})

page.get('/complaints/{complaintId}/taken-back', writing, takenBackForm)
page.post('/complaints/{complaintId}/taken-back', { ...writing, does: 'alter', takes: TakeBack, again: takenBackForm }, async (work, input) => {
  await takeBack(work, input)
  return goTo(complaintPage(input.complaintId), t('complaint.back.done'))
})

/** What is promised stands first after the number, also on a phone, where each complaint is read row by row. */
function List({ caption, complaints, work }: { caption: string, complaints: Complaint[], work: Work }) {
  return <Table caption={caption} captionHidden columns={[t('complaint.list.number'), t('complaint.list.state'), t('complaint.list.what'), t('complaint.list.raised')].map((label) => ({ label }))}
    rows={complaints.map((one) => [<Link href={complaintPage(one.publicId)}>{inWholeCodes(one.number)}</Link>, standingSaid(one, work.today), whatSaid(one), say.day(one.raisedOn)])} />
}

async function writeDownForm(work: Work, _: object, attempt?: Attempt) {
  if (!writesForOthers(work)) throw refuse('not-found')
  return show({ title: t('complaint.one.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: complaintsPage, label: t('complaint.list.title') }]} here={t('complaint.write.title')} />
    <PageHead title={t('complaint.write.title')} sub={t('complaint.write.sub')} />
    <Form action={writeDownPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="number" label={t('complaint.field.person-number')} attempt={attempt} required width="medium" />
      <Choice name="kind" label={t('complaint.field.kind')} attempt={attempt} required options={kinds.map((value) => ({ value, label: kindSaid(value) }))} />
      <Select name="subject" label={t('complaint.field.subject')} hint={t('complaint.own.subject.hint')} attempt={attempt} options={subjects.map((value) => ({ value, label: t(`complaint.own.subject.${value}`) }))} />
      <TextArea name="words" label={t('complaint.field.told-words')} hint={t('complaint.write.words.hint')} readers={t('complaint.answer.readers')} attempt={attempt} rows={7} most={10_000} required />
      <TextField name="reach" label={t('complaint.field.told-reach')} attempt={attempt} />
      <DayField name="toldOn" label={t('complaint.field.told-on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('complaint.write.do')} draft cancel={{ href: complaintsPage, label: t('complaint.back') }} />
    </Form>
  </Narrow> })
}

async function answerForm(work: Work, { complaintId }: Here, attempt?: Attempt) {
  const complaint = await toHandle(work, complaintId, attempt)
  return show({ title: t('complaint.answer.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head complaint={complaint} here={t('complaint.answer.title')} sub={t('complaint.answer.sub')} />
    <Block title={t('complaint.one.words')} size="xs"><p class="ds-paragraph prose" dir="auto">{complaint.words}</p></Block>
    <Form action={answerPage(complaintId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="outcome" label={t('complaint.field.outcome')} attempt={attempt} required options={outcomesFor(complaint.kind).map((value) => ({ value, label: outcomeSaid(value), hint: t(`complaint.outcome.${value}.hint`) }))} />
      <TextArea name="words" label={t('complaint.field.answer')} hint={t('complaint.answer.hint')} readers={t('complaint.answer.readers')} attempt={attempt} rows={8} most={10_000} required />
      <Submit label={t('complaint.answer.do')} draft cancel={{ href: complaintPage(complaintId), label: t('complaint.back') }} />
    </Form>
  </Narrow> })
}

async function forwardForm(work: Work, { complaintId }: Here, attempt?: Attempt) {
  const complaint = await toHandle(work, complaintId, attempt)
  const coordinators = await coordinatorsFor(work, complaintId)
  return show({ title: t('complaint.forward.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head complaint={complaint} here={t('complaint.forward.title')} sub={t('complaint.forward.sub')} />
    {coordinators.length === 0 ? <Empty>{t('complaint.forward.nobody')}</Empty> : <Form action={forwardPage(complaintId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {complaint.subject === 'worker' && <Notice kind="care">{t('complaint.forward.care')}</Notice>}
      <Select name="to" label={t('complaint.field.to')} attempt={attempt} required options={coordinators.map(({ public_id: value, name: label }) => ({ value, label }))} />
      <TextArea name="why" label={t('complaint.field.why-forward')} readers={t('complaint.forward.readers')} attempt={attempt} rows={3} most={1000} required />
      <DayField name="until" label={t('complaint.field.until')} attempt={attempt} value={addDays(work.today, 14)} required />
      <Submit label={t('complaint.forward.do')} draft cancel={{ href: complaintPage(complaintId), label: t('complaint.back') }} />
    </Form>}
  </Narrow> })
}

async function takenBackForm(work: Work, { complaintId }: Here, attempt?: Attempt) {
  const complaint = await toHandle(work, complaintId, attempt)
  return show({ title: t('complaint.back.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head complaint={complaint} here={t('complaint.back.title')} sub={t('complaint.back.sub')} />
    <Form action={takenBackPage(complaintId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="words" label={t('complaint.label.why-back')} attempt={attempt} rows={3} most={2000} />
      <Submit label={t('complaint.back.do')} draft cancel={{ href: complaintPage(complaintId), label: t('complaint.back') }} />
    </Form>
  </Narrow> })
}

/** The form of a thing that is done once: gone for those who may not, and said to those who come late. What was typed stays when it was refused. */
async function toHandle(work: Work, complaintId: string, attempt: Attempt | undefined): Promise<Complaint> {
  const complaint = await findComplaint(work, complaintId)
  if (!writesForOthers(work)) throw refuse('not-found')
  if (attempt === undefined || attempt.problems.length === 0) mustBeOpen(complaint)
  return complaint
}

function Head({ complaint, here, sub, actions }: { complaint: Complaint, here?: string, sub: string, actions?: Child | false }) {
  const title = t('complaint.one.heading', { kind: kindSaid(complaint.kind), number: complaint.number })
  return <>
    <Crumbs above={[{ href: complaintsPage, label: t('complaint.list.title') }, ...(here ? [{ href: complaintPage(complaint.publicId), label: complaint.number }] : [])]} here={here ?? complaint.number} />
    <PageHead title={here ?? title} sub={sub} {...(actions ? { actions } : {})} />
  </>
}
