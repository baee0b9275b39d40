import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, DetailsFold, ErrorSummary, Fieldset, Form, Hidden, Narrow, PageHead, SavedDraft, Select, Submit, TextArea, TextField, Tick } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { endings, inForce, mustBeOpen, nextSteps, outcomes, signedOn, type Clause } from '../agreement.ts'
import { standingSaid } from '../sentences.ts'
import { t } from '../words.ts'
import { agreementPage, endingPage, reviewPage, type Here } from './addresses.ts'
import { ClauseFields, Shown, toChange, Way } from './parts.tsx'

/** Every clause in turn, then what follows. */
export async function reviewForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, agreement } = await toChange(work, here.agreementId)
  const version = inForce(agreement)
  if (agreement.ended || !version) throw refuse('agreement-not-signed')
  return show({ title: t('agreement.review.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} agreement={agreement} here={t('agreement.review.title')} />
    <PageHead title={t('agreement.review.title')} sub={standingSaid(agreement, work.today)} />
    <Form action={reviewPage(here)} keys={keysOf(work, agreement.revision)}>
      <SavedDraft attempt={attempt} />
      <Shown agreement={agreement} attempt={attempt} />
      <DayField name="heldOn" label={t('agreement.field.held-on')} required attempt={attempt} value={work.today} min={signedOn(version) ?? ''} max={work.today} />
      {version.clauses.map((clause, at) => <ClauseReview clause={clause} at={at} attempt={attempt} />)}
      <TextArea name="note" label={t('agreement.field.note')} hint={t('agreement.review.note.hint')} rows={4} most={10_000} attempt={attempt} readers={t('agreement.sign.readers')} />
      <Choice name="next" label={t('agreement.field.next')} required attempt={attempt} options={nextSteps.map((value) => ({ value, label: t(`agreement.next.${value}`), hint: t(`agreement.next.${value}.hint`) }))} />
      <DetailsFold summary={t('agreement.review.if-new')} open={attempt?.values['next'] === 'new-version'}><ClauseFields name="added" spare={2} attempt={attempt} /></DetailsFold>
      <DetailsFold summary={t('agreement.review.if-end')} open={attempt?.values['next'] === 'ends'}>
        <EndWord name="endWord" attempt={attempt} />
        <TextArea name="endReason" label={t('agreement.field.end-reason')} rows={2} attempt={attempt} />
      </DetailsFold>
      <Submit label={t('agreement.review.do')} draft cancel={{ href: agreementPage(here), label: t('agreement.cancel') }} />
    </Form>
  </Narrow> })
}

function ClauseReview({ clause, at, attempt }: { clause: Clause, at: number, attempt: Attempt | undefined }) {
  const name = `outcomes.${at}`
  return <Fieldset legend={t('agreement.clause.number', { place: clause.place })}>
    <div class="prose" dir="auto">{clause.text}</div>
    <Hidden name={`${name}.place`} value={clause.place} />
    <Choice name={`${name}.outcome`} label={t('agreement.field.outcome')} required inline attempt={attempt} options={outcomes.map((value) => ({ value, label: t(`agreement.outcome.${value}`) }))} />
    <TextField name={`${name}.reason`} label={t('agreement.field.outcome-reason')} hint={t('agreement.outcome.reason.hint')} attempt={attempt} />
    <Tick name={`${name}.carry`} label={t('agreement.field.carry')} checked attempt={attempt} />
  </Fieldset>
}

/** How and why an agreement ends. */
export async function endingForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, agreement } = await toChange(work, here.agreementId)
  mustBeOpen(agreement)
  return show({ title: t('agreement.end.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} agreement={agreement} here={t('agreement.end.title')} />
    <PageHead title={t('agreement.end.title')} sub={t('agreement.end.sub')} />
    <Form action={endingPage(here)} keys={keysOf(work, agreement.revision)}>
      <SavedDraft attempt={attempt} />
      <Shown agreement={agreement} attempt={attempt} />
      <EndWord name="word" attempt={attempt} required />
      <TextArea name="reason" label={t('agreement.field.end-reason')} rows={3} required attempt={attempt} />
      <Submit label={t('agreement.end.do')} draft cancel={{ href: agreementPage(here), label: t('agreement.cancel') }} />
    </Form>
  </Narrow> })
}

function EndWord({ name, attempt, required }: { name: string, attempt: Attempt | undefined, required?: boolean }) {
  return <Select name={name} label={t('agreement.field.end-word')} attempt={attempt} required={required} options={endings.map((value) => ({ value, label: t(`agreement.ending.${value}`) }))} />
}
