import { sayReaders, whoMayRead } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Empty, ErrorSummary, Form, Link, Narrow, PageHead, SavedDraft, Submit, TaskList, TextArea, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { ownMeasuresPage, ownRulerPage, ownTakeBackPage, ownWordPage } from './addresses.ts'
import { heldMeetings } from './held-meetings.ts'
import { mayChange, type Measure } from './measure.ts'
import { AnswerRuler, SayHowItWas } from './measures.input.ts'
import { goalsFor, measureByPublicId, measuresOf, wordOnSession } from './measures.queries.ts'
import { askRuler, myMeeting, sayHowItWas, takeBack } from './measures.verbs.ts'
import { RulerChoice, SeriesBlock } from './parts.tsx'
import { saidOf, titleOf } from './sentences.ts'
import { seriesOf } from './series.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownMeasurePages = page

const own = { shows: 'measure', for: ['person'] } as const

/** How it goes, as the person said it and as it was said with them: on a machine that others may see, under a title that says nothing. */
page.get('/own/measures', { ...own, does: 'consult' }, async (work) => {
  const measures = await measuresOf(work, work.actor.id)
  const goals = await goalsFor(work, work.actor.id, measures)
  const meetings = await heldMeetings(work)
  return show({ title: t('measure.own.kind'), body: <Narrow>
    <PageHead title={t('measure.own.title')} sub={t('measure.own.sub')} actions={<ButtonLink secondary href={ownRulerPage}>{t('measure.own.ruler')}</ButtonLink>} />
    <Block title={t('measure.own.how')}>
      {meetings.length === 0 ? <Empty>{t('measure.own.how.none')}</Empty> : <TaskList tasks={meetings.map((meeting) => ({
        label: say.moment(meeting.startsAt), href: ownWordPage(meeting.publicId), state: stateOf(work, measures.find(({ sessionId }) => sessionId === meeting.id)) }))} />}
      <p class="ds-paragraph" data-size="sm">{t('measure.own.how.free')}</p>
    </Block>
    {seriesOf(measures).map((line) => <SeriesBlock toThemself series={line} goal={goals.get(line.goalId ?? 0)} undo={(measure) => (mayChange(measure, work.actor, work) ? ownTakeBackPage(measure.publicId) : undefined)} />)}
    <p class="ds-paragraph" data-size="sm"><b>{t('measure.for-learning')}</b> {t('measure.for-learning.own')}</p>
  </Narrow> })
})

function stateOf(work: Work, said: Measure | undefined): string {
  if (!said) return t('measure.own.how.open')
  return mayChange(said, work.actor, work) ? t('measure.own.how.change') : t('measure.own.how.said')
}

page.get('/own/measures/sessions/{sessionId}', { ...own, does: 'consult', draft: true }, howForm)
page.post('/own/measures/sessions/{sessionId}', { ...own, does: 'collect', draft: true, takes: SayHowItWas, again: howForm }, async (work, { sessionId, ...sent }) => {
  await sayHowItWas(work, sessionId, sent)
  return goTo(ownMeasuresPage, t('measure.own.how.done'))
})

/** One ruler and own words, both free to leave out. What was said before can be changed until the day is over. */
async function howForm(work: Work, { sessionId }: { sessionId: string }, attempt?: Attempt) {
  const meeting = await myMeeting(work, sessionId)
  const before = await wordOnSession(work, work.actor.id, meeting.id)
  const when = say.moment(meeting.startsAt)
  if (before && !mayChange(before, work.actor, work)) return show({ title: t('measure.own.kind'), body: <Narrow>
    <OwnWay here={when} />
    <PageHead title={t('measure.own.how')} sub={when} />
    <p class="ds-paragraph">{t('measure.own.how.stands', { day: say.day(dayAt(before.recordedAt, work.timeZone)), said: saidOf(before) })}</p>
    {before.ownWords !== '' && <p class="ds-paragraph prose" dir="auto">{before.ownWords}</p>}
  </Narrow> })
  return show({ title: t('measure.own.kind'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <OwnWay here={when} />
    <PageHead title={t('measure.own.how')} sub={[when, meeting.with].filter(Boolean).join(' · ')} />
    <Form action={ownWordPage(sessionId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <RulerChoice name="value" label={t('measure.own.how.question')} hint={t('measure.own.how.hint')} attempt={attempt} value={before?.value?.toString() ?? ''} />
      <TextArea name="ownWords" label={t('measure.field.own-words')} rows={4} most={2000} attempt={attempt} value={before?.ownWords ?? ''} readers={await readersSaid(work)} />
      <Submit label={t('measure.own.how.do')} draft cancel={{ href: ownMeasuresPage, label: t('measure.cancel') }} />
      {before && <p class="ds-paragraph"><Link href={ownTakeBackPage(before.publicId)}>{t('measure.take-back')}</Link></p>}
    </Form>
  </Narrow> })
}

page.get('/own/measures/rulers', { ...own, does: 'consult', draft: true }, ownRulerForm)
page.post('/own/measures/rulers', { ...own, does: 'collect', draft: true, takes: AnswerRuler, again: ownRulerForm }, async (work, { ...sent }) => {
  await askRuler(work, { ...sent, on: work.today })
  return goTo(ownMeasuresPage, t('measure.ruler.done'))
})

async function ownRulerForm(work: Work, _: object, attempt?: Attempt) {
  const before = seriesOf(await measuresOf(work, work.actor.id)).findLast(({ kind }) => kind === 'ruler')
  return show({ title: t('measure.own.kind'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <OwnWay here={t('measure.own.ruler')} />
    <PageHead title={t('measure.own.ruler')} sub={t('measure.own.ruler.sub')} />
    <Form action={ownRulerPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="question" label={t('measure.own.ruler.question')} attempt={attempt} value={before ? titleOf(before) : ''} required />
      <RulerChoice name="value" label={t('measure.field.value')} hint={t('measure.ruler.value.hint')} required attempt={attempt} />
      <TextArea name="ownWords" label={t('measure.field.own-words')} rows={3} most={2000} attempt={attempt} readers={await readersSaid(work)} />
      <Submit label={t('measure.ruler.do')} draft cancel={{ href: ownMeasuresPage, label: t('measure.cancel') }} />
    </Form>
  </Narrow> })
}

page.get('/own/measures/{measureId}/taking-back', { ...own, does: 'consult' }, takeBackForm)
page.post('/own/measures/{measureId}/taking-back', { ...own, does: 'alter', again: takeBackForm }, async (work, { measureId }) => {
  await takeBack(work, measureId)
  return goTo(ownMeasuresPage, t('measure.taken-back'))
})

async function takeBackForm(work: Work, { measureId }: { measureId: string }, attempt?: Attempt) {
  const measure = await measureByPublicId(work, work.actor.id, measureId)
  if (!measure) throw refuse('not-found')
  return show({ title: t('measure.own.kind'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <OwnWay here={t('measure.take-back.title')} />
    <PageHead title={t('measure.take-back.title')} />
    <p class="ds-paragraph">{t('measure.take-back.sub', { what: titleOf({ ...measure, name: measure.series }), said: saidOf(measure), day: say.day(measure.on) })}</p>
    <Form action={ownTakeBackPage(measureId)} keys={keysOf(work)}>
      <Submit label={t('measure.take-back.do')} cancel={{ href: ownMeasuresPage, label: t('measure.cancel') }} />
    </Form>
  </Narrow> })
}

/** Who will read it, before anything is written: the names of the person's own team, and of others the role. */
async function readersSaid(work: Work): Promise<string> {
  return sayReaders((await whoMayRead(work, 'measure')).filter(({ role }) => role !== 'participant'))
}

function OwnWay({ here }: { here: string }) {
  return <Crumbs above={[{ href: ownMeasuresPage, label: t('measure.own.title') }]} here={here} />
}
