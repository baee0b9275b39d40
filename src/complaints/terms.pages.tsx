import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Choice, ErrorSummary, Form, Narrow, NumberField, PageHead, Submit, Table, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { termsPage } from './addresses.ts'
import { kinds } from './complaint.ts'
import { SetTerm } from './complaints.input.ts'
import { answerTerms } from './complaints.queries.ts'
import { setAnswerDays } from './complaints.verbs.ts'
import { kindSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const termPages = page

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

page.get('/service/answer-days', { ...kept, does: 'consult' }, termsForm)
page.post('/service/answer-days', { ...kept, does: 'alter', takes: SetTerm, again: termsForm }, async (work, term) => {
  await setAnswerDays(work, term)
  return goTo(termsPage, t('complaint.terms.done'))
})

async function termsForm(work: Work, _: object, attempt?: Attempt) {
  const terms = await answerTerms(work)
  return show({ title: t('complaint.terms.title'), body: <Narrow>
    <PageHead title={t('complaint.terms.title')} sub={t('complaint.terms.sub')} />
    <ErrorSummary attempt={attempt} />
    <Table caption={t('complaint.terms.title')} captionHidden columns={[{ label: t('complaint.field.kind') }, { label: t('complaint.field.days') }, { label: t('complaint.field.source') }]}
      rows={terms.map(({ kind, days, source }) => [kindSaid(kind), say.number(days), source ?? t('complaint.terms.none')])} />
    <p class="ds-paragraph muted" data-size="sm">{t('complaint.terms.law')}</p>
    <Block title={t('complaint.terms.do')}>
      <Form action={termsPage} keys={keysOf(work)}>
        <Choice name="kind" label={t('complaint.field.kind')} attempt={attempt} required options={kinds.map((value) => ({ value, label: kindSaid(value) }))} />
        <NumberField name="days" label={t('complaint.field.days')} attempt={attempt} required />
        <TextField name="source" label={t('complaint.field.source')} attempt={attempt} required />
        <Submit label={t('complaint.terms.do')} />
      </Form>
    </Block>
  </Narrow> })
}
