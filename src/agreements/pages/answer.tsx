import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, ErrorSummary, Form, Hidden, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { partyToAnswer, waiting, type Agreement, type Version } from '../agreement.ts'
import { t } from '../words.ts'
import { agreementPage, paperPage, signPage, type Here } from './addresses.ts'
import { Clauses, toChange, Way } from './parts.tsx'

/** A colleague's own answer to the version that waits. */
export async function signForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, agreement } = await toChange(work, here.agreementId)
  partyToAnswer(agreement, work.actor.id)
  return show({ title: t('agreement.sign.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} agreement={agreement} here={t('agreement.sign.title')} />
    <PageHead title={t('agreement.sign.title')} sub={t('agreement.sign.sub')} />
    <AnswerForm work={work} agreement={agreement} action={signPage(here)} cancel={agreementPage(here)} attempt={attempt} />
  </Narrow> })
}

/** What somebody signs stands above the question, whole. */
export function AnswerForm({ work, agreement, action, cancel, attempt }: { work: Work, agreement: Agreement, action: string, cancel: string, attempt: Attempt | undefined }) {
  const version = waiting(agreement)!
  return <>
    <Moved version={version} attempt={attempt} />
    <Block title={t('agreement.version.proposed', { number: version.number })}><Clauses version={version} /></Block>
    <Form action={action} keys={keysOf(work, agreement.revision)}>
      <SavedDraft attempt={attempt} />
      <Hidden name="version" value={version.number} />
      <Choice name="answer" label={t('agreement.field.answer')} required attempt={attempt} options={[
        { value: 'signed', label: t('agreement.sign.yes') }, { value: 'refused', label: t('agreement.sign.no'), hint: t('agreement.sign.no.hint') }]} />
      <TextArea name="ownWords" label={t('agreement.field.own-words')} rows={3} attempt={attempt} readers={t(work.actor.shape === 'person' ? 'agreement.own.readers' : 'agreement.sign.readers')} />
      <Submit label={t('agreement.sign.do')} draft cancel={{ href: cancel, label: t('agreement.cancel') }} />
    </Form>
  </>
}

/** What the person answered on paper: a recording, and said to be one. */
export async function paperForm(work: Work, here: Here, attempt?: Attempt) {
  const { person, agreement } = await toChange(work, here.agreementId)
  partyToAnswer(agreement, null)
  const version = waiting(agreement)!
  return show({ title: t('agreement.paper.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} agreement={agreement} here={t('agreement.paper.title')} />
    <PageHead title={t('agreement.paper.title')} sub={t('agreement.paper.sub', { name: person.name })} />
    <Moved version={version} attempt={attempt} />
    <Block title={t('agreement.version.proposed', { number: version.number })}><Clauses version={version} /></Block>
    <Form action={paperPage(here)} keys={keysOf(work, agreement.revision)}>
      <SavedDraft attempt={attempt} />
      <Hidden name="version" value={version.number} />
      <Choice name="answer" label={t('agreement.paper.answer', { name: person.name })} required attempt={attempt} options={[
        { value: 'signed', label: t('agreement.paper.yes') }, { value: 'refused', label: t('agreement.paper.no') }]} />
      <DayField name="on" label={t('agreement.field.answered-on')} required attempt={attempt} value={work.today} min={version.proposedOn} max={work.today} />
      <TextField name="seenBy" label={t('agreement.field.seen-by')} hint={t('agreement.paper.seen-by.hint')} required attempt={attempt} />
      <TextArea name="ownWords" label={t('agreement.paper.own-words')} rows={3} attempt={attempt} />
      <Submit label={t('agreement.paper.do')} draft cancel={{ href: agreementPage(here), label: t('agreement.cancel') }} />
    </Form>
  </Narrow> })
}

/** The words were replaced while somebody was reading the old ones. */
function Moved({ version, attempt }: { version: Version, attempt: Attempt | undefined }) {
  const shown = attempt?.values['version']
  return shown === undefined || Number(shown) === version.number ? null : <Notice kind="care">{t('agreement.sign.moved')}</Notice>
}
