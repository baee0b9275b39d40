import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, Empty, ErrorSummary, Form, inWholeCodes, Link, Narrow, PageHead, SavedDraft, Submit, SummaryList, Table, TextArea, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownComplaintPage, ownComplaintsPage, ownTakenBackPage, raisePage } from './addresses.ts'
import { kinds, standingOf, subjects, type Complaint, type Term } from './complaint.ts'
import { Raise, TakeBack } from './complaints.input.ts'
import { answerTerms, findComplaint, ownComplaints } from './complaints.queries.ts'
import { raise, takeBack } from './complaints.verbs.ts'
import { forwardedSaid, kindSaid, outcomeSaid, standingSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownComplaintPages = page

const own = { does: 'consult', shows: 'complaint', for: ['person'] } as const
const writing = { ...own, draft: true } as const

/** From a page about something that is written, the first two answers are known. */
const Begun = z.object({ kind: field.choice('complaint.field.kind', kinds).optional(), subject: field.choice('complaint.field.subject', subjects).optional() })

page.get('/own/complaints', own, async (work) => {
  const mine = await ownComplaints(work)
  return show({ title: t('complaint.own.title'), body: <Narrow>
    <PageHead title={t('complaint.own.title')} sub={t('complaint.own.sub')} actions={<ButtonLink href={raisePage}>{t('complaint.own.new')}</ButtonLink>} />
    {mine.length === 0 ? <Empty>{t('complaint.own.empty')}</Empty> : <Table caption={t('complaint.own.title')} captionHidden
      columns={[t('complaint.own.number'), t('complaint.list.state'), t('complaint.list.what')].map((label) => ({ label }))}
      rows={mine.map((one) => [<Link href={ownComplaintPage(one.publicId)}>{inWholeCodes(one.number)}</Link>, standingSaid(one, work.today), kindSaid(one.kind)])} />}
  </Narrow> })
})

page.get('/own/complaints/new', { ...writing, takes: Begun }, raiseForm)
page.post('/own/complaints/new', { ...writing, does: 'collect', takes: Raise, again: raiseForm }, async (work, said) => {
  const { publicId, number, answerBy } = await raise(work, said)
  return goTo(ownComplaintPage(publicId), t('complaint.own.sent', { number, day: say.day(answerBy) }))
})

page.get('/own/complaints/{complaintId}', own, async (work, { complaintId }) => {
  const complaint = await findComplaint(work, complaintId)
  const isOpen = ['open', 'overdue'].includes(standingOf(complaint, work.today))
  return show({ title: t('complaint.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownComplaintsPage, label: t('complaint.own.title') }]} here={complaint.number} />
    <PageHead title={t('complaint.one.heading', { kind: kindSaid(complaint.kind), number: complaint.number })} sub={stateOf(complaint, work)} />
    {complaint.answer && <Block title={t('complaint.one.answer')} size="xs"><p class="ds-paragraph prose" dir="auto">{complaint.answer.words}</p></Block>}
    <SummaryList answers={[
      ...(complaint.kind === 'file' ? [] : [{ label: t('complaint.label.about'), value: t(`complaint.subject.${complaint.subject}`) }]),
      { label: t('complaint.own.words'), value: complaint.words }, { label: t('complaint.label.raised'), value: say.day(complaint.raisedOn) },
      ...(complaint.reach === '' ? [] : [{ label: t('complaint.field.reach'), value: complaint.reach }]),
      ...(complaint.forwarded ? [{ label: t('complaint.label.forwarded'), value: forwardedSaid(complaint) }] : []) ]} />
    {complaint.answer && <Block title={t('complaint.own.further.title')} size="xs"><p class="ds-paragraph">{t('complaint.own.further')}</p></Block>}
    {isOpen && <p class="ds-paragraph beside"><Link href={ownTakenBackPage(complaint.publicId)}>{t('complaint.own.take-back')}</Link></p>}
  </Narrow> })
})

page.get('/own/complaints/{complaintId}/taken-back', writing, backForm)
page.post('/own/complaints/{complaintId}/taken-back', { ...writing, does: 'alter', takes: TakeBack, again: backForm }, async (work, input) => {
  await takeBack(work, input)
  return goTo(ownComplaintPage(input.complaintId), t('complaint.back.done'))
})

async function raiseForm(work: Work, { kind = '', subject = '' }: { kind?: string | undefined, subject?: string | undefined }, attempt?: Attempt) {
  const terms = await answerTerms(work)
  return show({ title: t('complaint.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: ownComplaintsPage, label: t('complaint.own.title') }]} here={t('complaint.own.new')} />
    <PageHead title={t('complaint.own.new')} sub={termsSaid(terms)} />
    <Form action={raisePage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="kind" label={t('complaint.field.kind')} value={kind} attempt={attempt} required options={kinds.map((value) => ({ value, label: t(`complaint.kind.${value}.own`), hint: t(`complaint.kind.${value}.own.hint`) }))} />
      <Choice name="subject" label={t('complaint.field.subject')} value={subject} hint={t('complaint.own.subject.hint')} attempt={attempt} options={subjects.map((value) => ({ value, label: t(`complaint.own.subject.${value}`) }))} />
      <TextArea name="words" label={t('complaint.field.words')} hint={t('complaint.own.words.hint')} readers={t('complaint.own.words.readers')} attempt={attempt} rows={7} most={10_000} required />
      <TextField name="reach" label={t('complaint.field.reach')} hint={t('complaint.own.reach.hint')} attempt={attempt} />
      <Submit label={t('complaint.own.do')} draft cancel={{ href: ownComplaintsPage, label: t('complaint.back') }} />
    </Form>
  </Narrow> })
}

async function backForm(work: Work, { complaintId }: { complaintId: string }, attempt?: Attempt) {
  const complaint = await findComplaint(work, complaintId)
  return show({ title: t('complaint.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: ownComplaintsPage, label: t('complaint.own.title') }, { href: ownComplaintPage(complaintId), label: complaint.number }]} here={t('complaint.back.title')} />
    <PageHead title={t('complaint.own.take-back')} sub={t('complaint.back.sub')} />
    <Form action={ownTakenBackPage(complaintId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="words" label={t('complaint.field.why-back')} attempt={attempt} rows={3} most={2000} />
      <Submit label={t('complaint.back.do')} draft cancel={{ href: ownComplaintPage(complaintId), label: t('complaint.back') }} />
    </Form>
  </Narrow> })
}

/** One number where it is the same for all. */
function termsSaid(terms: Term[]): string {
  const [first] = terms
  if (first && terms.every(({ days }) => days === first.days)) return t('complaint.own.within', { count: first.days })
  return t('complaint.own.terms', { terms: say.list(terms.map(({ kind, days }) => t('complaint.own.term', { kind: kindSaid(kind), count: days }))) })
}

function stateOf(complaint: Complaint, work: Work): string {
  const standing = standingOf(complaint, work.today)
  if (standing === 'taken-back') return t('complaint.own.back', { day: say.day(complaint.takenBack!.on) })
  if (standing === 'answered') return t('complaint.own.answered', { day: say.day(complaint.answer!.on), outcome: outcomeSaid(complaint.answer!.outcome) })
  return t(standing === 'overdue' ? 'complaint.own.late' : 'complaint.own.waits', { day: say.day(complaint.answerBy) })
}
