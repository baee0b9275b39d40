import type { Attempt } from '../../platform/attempt.ts'
import { keysOf } from '../../platform/doors/index.ts'
import { Empty, Form, Hidden, Link, SavedDraft, Submit, TextArea, Timeline } from '../../platform/page/index.ts'
import { dayAt } from '../../platform/day.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { ownMovesPage, recallKnownPage, recallWordsPage } from '../moves/addresses.ts'
import type { Recall, RecallAnswer, ReEntry } from './recall.queries.ts'
import { t } from './words.ts'

type Shown = { work: Work, participantId: string, recalls: Recall[], mayRecord: boolean }

/** What an authority decided, in its words, and beside it what the person says: neither stands without the other. */
export function Recalls({ work, participantId, recalls, mayRecord }: Shown) {
  return <Timeline items={recalls.map((one) => ({ when: say.day(one.recalledOn), dateTime: one.recalledOn, title: t('recall.said', { day: say.day(one.recalledOn) }), body: <>
    <p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.by', { authority: one.authority, release: say.day(one.releasedOn) })}</p>
    {one.reason !== null && <><p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.reason', { reason: one.reason })}</p>
      {one.answers.length === 0 ? <p class="ds-paragraph muted" data-size="sm">{t('recall.own.none')}</p> : <Answers answers={one.answers} />}
      {mayRecord && <p class="ds-paragraph" data-size="sm"><Link href={recallWordsPage(participantId, one.publicId)}>{t('recall.answer')}</Link></p>}</>}
    {!one.isNoted && one.byId !== work.actor.id && <Form action={recallKnownPage(participantId, one.publicId)} keys={keysOf(work)}><Submit label={t('recall.know')} /></Form>}
  </> }))} />
}

function Answers({ answers }: { answers: RecallAnswer[] }) {
  return <ul class="plain">{answers.map(({ words, saidAt, by }) => <li>{by === null ? t('recall.own', { when: say.moment(saidAt) }) : t('recall.own-recorded', { name: by, when: say.moment(saidAt) })}: <q dir="auto">{words}</q></li>)}</ul>
}

export function ReEntries({ reEntries, work }: { reEntries: ReEntry[], work: Work }) {
  if (reEntries.length === 0) return <Empty>{t('recall.back.none')}</Empty>
  return <Timeline items={reEntries.map((one) => ({ when: say.day(dayAt(one.recordedAt, work.timeZone)), dateTime: one.recordedAt, title: t('recall.back.since'), body: <>
    <p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.back.said', { reason: one.reason })}</p>
    <p class="ds-paragraph muted" data-size="sm">{[one.endedOn === null ? '' : t('recall.back.ended', { day: say.day(one.endedOn) }), one.needsYes ? t('recall.back.needs-yes') : ''].filter(Boolean).join('. ')}</p>
  </> }))} />
}

type Own = { work: Work, recalls: Recall[], attempt: Attempt | undefined }

/** The same for the person themself; of the latest they say what they want, as often as they want. */
export function OwnRecalls({ work, recalls, attempt }: Own) {
  return <>
    <Timeline items={recalls.map((one) => ({ when: say.day(one.recalledOn), dateTime: one.recalledOn, title: t('recall.said', { day: say.day(one.recalledOn) }), body: <>
      <p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.by', { authority: one.authority, release: say.day(one.releasedOn) })}</p>
      {one.reason !== null && <p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.reason', { reason: one.reason })}</p>}
      {one.answers.map(({ words, saidAt }) => <p class="ds-paragraph" data-size="sm">{t('recall.own.yours', { when: say.moment(saidAt) })}: <q dir="auto">{words}</q></p>)}
    </> }))} />
    <Form action={ownMovesPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Hidden name="recall" value={recalls[0]!.publicId} />
      <TextArea name="words" label={t('recall.field.words')} hint={t('recall.field.words.hint')} readers={t('recall.field.words.readers')} attempt={attempt} rows={4} most={2000} required />
      <Submit label={t('recall.own.send')} draft />
    </Form>
  </>
}

/** For the person: on a screen over which somebody may look it names no programme. */
export function OwnReEntries({ reEntries, work }: { reEntries: ReEntry[], work: Work }) {
  return <Timeline items={reEntries.map((one) => ({ when: say.day(dayAt(one.recordedAt, work.timeZone)), dateTime: one.recordedAt, title: t('recall.back.own'), body: <p class="ds-paragraph" data-size="sm" dir="auto">{t('recall.back.said', { reason: one.reason })}</p> }))} />
}
