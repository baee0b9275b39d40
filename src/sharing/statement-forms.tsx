import type { Attempt } from '../platform/attempt.ts'
import { keysOf } from '../platform/doors/index.ts'
import { Block, Choice, DetailsFold, Form, Hidden, Notice, Select, Submit, TextArea, TextField } from '../platform/page/index.ts'
import { currentReader, installedLanguages } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { doingPage, type Doing } from './addresses.ts'
import { commentAnswers, decisions, tellings, type Open, type Statement } from './disclosure.ts'
import { causeSaid } from './said.ts'
import { t } from './words.ts'

/** What every small form on a statement's page needs. */
export type OnStatement = { work: Work, participantId: string, statement: Statement, attempt: Attempt | undefined }

function at({ participantId, statement }: OnStatement, doing: Doing): string {
  return doingPage(participantId, statement.publicId, doing)
}

/** What the person says, as they said it to whoever asked them. */
export function Commenting({ here, again = false }: { here: OnStatement, again?: boolean }) {
  const form = <Form action={at(here, 'comments')} keys={keysOf(here.work)}>
    <Choice name="answer" label={t('sharing.field.answer')} hint={t('sharing.field.answer.hint')} attempt={here.attempt} required options={commentAnswers.map((value) => ({ value, label: t(`sharing.answer.${value}`) }))} />
    <TextArea name="words" label={t('sharing.field.words')} hint={t('sharing.field.words.hint')} attempt={here.attempt} rows={4} most={4000} readers={t('sharing.readers.comment')} />
    <Submit label={t('sharing.comment.do')} />
  </Form>
  return again ? <DetailsFold summary={t('sharing.comment.again')}>{form}</DetailsFold> : <Block title={t('sharing.comment.ask')}><p class="ds-paragraph">{t('sharing.comment.first')}</p>{form}</Block>
}

export function Preparing({ here, why }: { here: OnStatement, why: string | undefined }) {
  return <Block title={t('sharing.prepare')}>
    <p class="ds-paragraph">{t('sharing.prepare.what')}</p>
    {why && <Notice kind="care">{why}</Notice>}
    <Form action={at(here, 'packages')} keys={keysOf(here.work)}>
      <Select name="language" label={t('sharing.field.language')} attempt={here.attempt} value={here.statement.package?.language ?? currentReader().language} required options={installedLanguages().map(({ code, name }) => ({ value: code, label: name }))} />
      <TextArea name="agreedWords" label={t('sharing.field.agreed-words')} hint={t('sharing.field.agreed-words.hint')} attempt={here.attempt} rows={3} most={1000} />
      <Submit label={t('sharing.prepare.do')} />
    </Form>
  </Block>
}

export function DecidingSecond({ here }: { here: OnStatement }) {
  return <Block title={t('sharing.second')}>
    <p class="ds-paragraph">{t('sharing.second.what')}</p>
    <Form action={at(here, 'decisions')} keys={keysOf(here.work)}>
      <Hidden name="number" value={here.statement.package?.number ?? ''} />
      <Choice name="decision" label={t('sharing.field.decision')} attempt={here.attempt} required options={decisions.map((value) => ({ value, label: t(`sharing.decision.${value}`) }))} />
      <TextArea name="decisionWords" label={t('sharing.field.decision-words')} attempt={here.attempt} rows={2} most={2000} required />
      <Submit label={t('sharing.second.do')} />
    </Form>
  </Block>
}

export function HandingOver({ here }: { here: OnStatement }) {
  return <Block title={t('sharing.hand-over')}>
    <p class="ds-paragraph">{t('sharing.hand-over.what')}</p>
    <Form action={at(here, 'receipts')} keys={keysOf(here.work)}>
      <TextField name="way" label={t('sharing.field.way')} hint={t('sharing.field.way.hint')} attempt={here.attempt} required />
      <Submit label={t('sharing.hand-over.do')} />
    </Form>
  </Block>
}

/** One reason after the other: whether this recipient has to hear of it. */
export function Telling({ here, open, more }: { here: OnStatement, open: Open, more: number }) {
  const isOver = open.cause === 'over'
  return <Block title={t(isOver ? 'sharing.tell.over' : 'sharing.tell')}>
    <Form action={at(here, 'tellings')} keys={keysOf(here.work)}>
      <Notice kind="care">{causeSaid(open)}</Notice>
      {more > 0 && <p class="ds-paragraph">{t('sharing.tell.more', { count: more })}</p>}
      <Hidden name="cause" value={open.cause} />
      <Choice name="telling" label={t('sharing.field.telling')} attempt={here.attempt} required options={tellings.map((value) => ({ value, label: t(isOver ? `sharing.telling.over.${value}` : `sharing.telling.${value}`) }))} />
      <TextArea name="tellingWords" label={t('sharing.field.telling-words')} hint={t(isOver ? 'sharing.field.telling-words.over' : 'sharing.field.telling-words.hint')} attempt={here.attempt} rows={2} most={2000} readers={t('sharing.readers.telling')} required />
      <Submit label={t('sharing.tell.do')} />
    </Form>
  </Block>
}

/** After it was handed over: something in it was wrong, or it is taken back. */
export function Mending({ here }: { here: OnStatement }) {
  return <>
    <DetailsFold summary={t('sharing.wrong')} open={'wrong' in (here.attempt?.values ?? {})}><Form action={at(here, 'errors')} keys={keysOf(here.work)}>
      <TextArea name="wrong" label={t('sharing.field.wrong')} hint={t('sharing.field.wrong.hint')} attempt={here.attempt} rows={2} most={2000} required />
      <Submit label={t('sharing.wrong.do')} />
    </Form></DetailsFold>
    <DetailsFold summary={t('sharing.recall')} open={'recallReason' in (here.attempt?.values ?? {})}><Form action={at(here, 'recalls')} keys={keysOf(here.work)}>
      <TextArea name="recallReason" label={t('sharing.field.recall-reason')} hint={t('sharing.field.recall-reason.hint')} attempt={here.attempt} rows={2} most={2000} required />
      <Submit label={t('sharing.recall.do')} />
    </Form></DetailsFold>
  </>
}

/** Folded away, but where it is the only thing that can be done. */
export function Refusing({ here, first = false }: { here: OnStatement, first?: boolean }) {
  const form = <>
    <p class="ds-paragraph">{t('sharing.refuse.what')}</p>
    <Form action={at(here, 'refusals')} keys={keysOf(here.work)}>
      <TextArea name="reason" label={t('sharing.field.reason')} attempt={here.attempt} rows={3} most={4000} required />
      <Submit label={t('sharing.refuse.do')} />
    </Form>
  </>
  return first ? <Block title={t('sharing.refuse')}>{form}</Block> : <DetailsFold summary={t('sharing.refuse')} open={'reason' in (here.attempt?.values ?? {})}>{form}</DetailsFold>
}
