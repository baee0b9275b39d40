import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Empty, ErrorSummary, Form, Narrow, Notice, PageHead, SavedDraft, Submit, SummaryList, Table, TextArea } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownReleasePage } from './addresses.ts'
import { answerRelease } from './legal.verbs.ts'
import { AnswerRelease } from './participants.input.ts'
import { releasesOf } from './participants.queries.ts'
import { hasToReadRelease, releaseAnswersOf, releaseChanges } from './release-changes.ts'
import { sourceSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownReleasePages = page

/** The person is told in writing when they go, and that it changed; what they say of it is kept. Neither the offence nor a restriction stands here: somebody may look over a shoulder. */
page.get('/own/release', { does: 'consult', shows: 'release', for: ['person'], draft: true }, ownRelease)
page.post('/own/release', { does: 'collect', shows: 'release', for: ['person'], draft: true, takes: AnswerRelease, again: ownRelease }, async (work, said) => {
  await answerRelease(work, said)
  return goTo(ownReleasePage, said.words ? t('person.release.own.kept') : t('person.release.own.read'))
})

async function ownRelease(work: Work, _: object, attempt?: Attempt) {
  const [now, ...before] = await releasesOf(work, work.actor.id)
  const [change] = await releaseChanges(work, [work.actor.id])
  return show({ title: t('person.release'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('person.release')} sub={t('person.release.own.sub')} />
    {now ? <>
      {await hasToReadRelease(work) && <Notice kind="info">{t('person.release.own.changed', { before: dayOr(change?.before ?? null), now: dayOr(now.release_on) })}</Notice>}
      <SummaryList answers={[{ label: t('person.field.release-on'), value: dayOr(now.release_on) }, { label: t('person.field.release-reason'), value: <span dir="auto">{sourceSaid(now, now.reason)}</span> },
        ...(now.authority ? [{ label: t('person.field.authority'), value: <span dir="auto">{now.authority}</span> }] : [])]} />
      {before.length > 0 && <p class="ds-paragraph">{t('person.release.own.follows')}</p>}
      {before.length > 0 && <Table caption={t('person.release.before')} columns={[t('person.field.release-on'), t('person.field.release-reason')].map((label) => ({ label }))} rows={before.map((one) => [dayOr(one.release_on), sourceSaid(one, one.reason)])} />}
      <AnswerForm work={work} attempt={attempt} />
      <ReleaseAnswers answers={await releaseAnswersOf(work, work.actor.id)} title={t('person.release.own.mine')} />
    </> : <Empty>{t('person.release.own.none')}</Empty>}
  </Narrow> })
}

function AnswerForm({ work, attempt }: { work: Work, attempt: Attempt | undefined }) {
  return <Form action={ownReleasePage} keys={keysOf(work)}>
    <SavedDraft attempt={attempt} />
    <TextArea name="words" label={t('person.field.release-words')} hint={t('person.release.own.hint')} attempt={attempt} rows={3} most={2000} readers={t('person.release.own.readers')} />
    <Submit label={t('person.release.own.do')} draft cancel={{ href: '/own', label: t('person.back') }} />
  </Form>
}

/** What was said of it, where anything was: on the person's own page and on that of their team. */
export function ReleaseAnswers({ answers, title }: { answers: Awaited<ReturnType<typeof releaseAnswersOf>>, title: string }) {
  if (answers.length === 0) return null
  return <Block title={title} size="xs"><ul class="ds-list">{answers.map(({ words, said_at }) => <li>{say.moment(said_at)}: {words ? <q dir="auto">{words}</q> : t('person.release.own.only-read')}</li>)}</ul></Block>
}

function dayOr(on: Parameters<typeof say.day>[0] | null): string {
  return on === null ? t('person.release.none') : say.day(on)
}
