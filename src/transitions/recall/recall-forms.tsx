import { consentTo, releasesOf } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { DayField, Empty, ErrorSummary, Form, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { movesPage, recallPage, recallWordsPage, reEntryPage } from '../moves/addresses.ts'
import { Way } from '../moves/way.tsx'
import { t as moves } from '../moves/words.ts'
import { isReleaseFromBefore } from './recall.ts'
import { recallsOf } from './recall.queries.ts'
import { mustRecord, mustReEnter, theRecall } from './recall.verbs.ts'
import { t } from './words.ts'

type Here = { participantId: string }

export async function recallForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustRecord(work)
  const [releases, recalls] = [await releasesOf(work, person.participant_id), await recallsOf(work, person.participant_id)]
  const [isFromBefore, releaseOn] = [isReleaseFromBefore(releases, recalls), releases[0]?.release_on ?? null]
  return show({ title: t('recall.do'), body: <Narrow>
    <Way person={person} here={t('recall.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('recall.do')} sub={t('recall.sub')} />
    {!isFromBefore && (releaseOn === null || releaseOn > work.today) ? <Empty>{releaseOn === null ? t('recall.none-known') : t('recall.not-yet', { day: say.day(releaseOn) })}</Empty> : <Form action={recallPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {isFromBefore && <DayField name="releasedOn" label={t('recall.field.released-on')} hint={t('recall.field.released-on.hint')} attempt={attempt} max={work.today} required />}
      <DayField name="recalledOn" label={t('recall.field.recalled-on')} attempt={attempt} max={work.today} required />
      <TextField name="authority" label={t('recall.field.authority')} attempt={attempt} required />
      <TextArea name="reason" label={t('recall.field.reason')} hint={t('recall.field.reason.hint')} readers={t('recall.field.reason.readers')} attempt={attempt} rows={4} most={2000} required />
      <TextArea name="ownWords" label={t('recall.field.own-words')} hint={t('recall.field.own-words.hint')} attempt={attempt} rows={4} most={2000} />
      <Submit label={t('recall.record')} draft cancel={{ href: movesPage(participantId), label: moves('moves.back') }} />
    </Form>}
  </Narrow> })
}

/** Where the person cannot write for themself: what they say, in their words. */
export async function recallWordsForm(work: Work, { participantId, recallId }: Here & { recallId: string }, attempt?: Attempt) {
  const person = await mustRecord(work)
  const recall = await theRecall(work, person.participant_id, recallId)
  return show({ title: t('recall.answer'), body: <Narrow>
    <Way person={person} here={t('recall.answer')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('recall.answer')} sub={recall.reason === null ? '' : t('recall.reason', { reason: recall.reason })} />
    <Form action={recallWordsPage(participantId, recallId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="words" label={t('recall.field.own-words')} hint={t('recall.field.own-words.hint')} attempt={attempt} rows={4} most={2000} required />
      <Submit label={t('recall.answer.do')} draft cancel={{ href: movesPage(participantId), label: moves('moves.back') }} />
    </Form>
  </Narrow> })
}

export async function reEntryForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustReEnter(work)
  const hasYes = await consentTo(work, person.participant_id, 'programme') === 'yes'
  return show({ title: t('recall.back'), body: <Narrow>
    <Way person={person} here={t('recall.back')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('recall.back')} sub={t('recall.back.sub')} />
    {person.state !== 'ended' ? <Empty>{t('recall.back.takes-part')}</Empty> : <>
      <Notice kind="info">{t(hasYes ? 'recall.back.yes-holds' : 'recall.back.yes-new')}</Notice>
      <Form action={reEntryPage(participantId)} keys={keysOf(work)}>
        <SavedDraft attempt={attempt} />
        <TextArea name="reason" label={t('recall.field.back')} hint={t('recall.field.back.hint')} attempt={attempt} rows={3} most={2000} required />
        <Submit label={t('recall.back.do')} draft cancel={{ href: movesPage(participantId), label: moves('moves.back') }} />
      </Form>
    </>}
  </Narrow> })
}
