import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, ErrorSummary, Fieldset, Form, Narrow, PageHead, SavedDraft, Select, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer } from '../../programmes/index.ts'
import { purposes } from '../agreement.ts'
import { textsOf } from '../difference.ts'
import { t } from '../words.ts'
import { agreementPage, agreementsPage, correctionPage, newAgreementPage, type Here } from './addresses.ts'
import { ClauseFields, partiesField, Shown, toChange, Way } from './parts.tsx'

/** The first words of an agreement. */
export async function proposeForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'agreement')) throw refuse('not-found')
  return show({ title: t('agreement.propose.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('agreement.propose.title')} />
    <PageHead title={t('agreement.propose.title')} sub={person.name} />
    <Form action={newAgreementPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Choice name="purpose" label={t('agreement.field.purpose')} required attempt={attempt}
        options={purposes.map((value) => ({ value, label: t(`agreement.purpose.${value}`), hint: t(`agreement.purpose.${value}.hint`) }))} />
      <Select name="programme" label={t('agreement.field.programme')} hint={t('agreement.programme.hint')} attempt={attempt}
        options={programmesOnOffer().map(({ definition }) => ({ value: definition.id, label: definition.title }))} />
      {await partiesField(work, attempt)}
      <Fieldset name="clauses" legend={t('agreement.field.clauses')} hint={t('agreement.clauses.hint')}><ClauseFields name="clauses" spare={4} attempt={attempt} /></Fieldset>
      <Submit label={t('agreement.propose.do')} draft cancel={{ href: agreementsPage(participantId), label: t('agreement.cancel') }} />
    </Form>
  </Narrow> })
}

/** Other words for the same agreement: the last version stands in the fields, and is kept whatever is sent. */
export async function correctionForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, agreement } = await toChange(work, here.agreementId)
  const last = agreement.versions.at(-1)!
  return show({ title: t('agreement.correct.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} agreement={agreement} here={t('agreement.correct.title')} />
    <PageHead title={t('agreement.correct.title')} sub={t('agreement.correct.sub', { number: last.number })} />
    <Form action={correctionPage(here)} keys={keysOf(work, agreement.revision)}>
      <SavedDraft attempt={attempt} />
      <Shown agreement={agreement} attempt={attempt} />
      <TextArea name="reason" label={t('agreement.field.reason')} rows={2} required attempt={attempt} />
      {await partiesField(work, attempt, last)}
      <Fieldset name="clauses" legend={t('agreement.field.clauses')} hint={t('agreement.correct.hint')}><ClauseFields name="clauses" texts={textsOf(last)} spare={2} attempt={attempt} /></Fieldset>
      <Submit label={t('agreement.correct.do')} draft cancel={{ href: agreementPage(here), label: t('agreement.cancel') }} />
    </Form>
  </Narrow> })
}
