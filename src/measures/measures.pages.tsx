import { mayFor, readersPage, sayReaders, whoMayRead } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Choice, Crumbs, DayField, Empty, ErrorSummary, Fieldset, Form, Hidden, Link, Narrow, Notice, PageHead, realigned, SavedDraft, Select, Submit, TextArea, TextField, WhoReads } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { goalsInForce, limitBeforeWriting, type GoalInForce } from '../plans/index.ts'
import { askRulerPage, measuresPage, rateGoalsPage, takeBackPage } from './addresses.ts'
import { mayChange, reasonsNotSaid, sayers } from './measure.ts'
import { AskRuler, RateGoals } from './measures.input.ts'
import { goalsFor, measureByPublicId, measuresOf } from './measures.queries.ts'
import { askRuler, rateGoals, takeBack } from './measures.verbs.ts'
import { RulerChoice, SeriesBlock } from './parts.tsx'
import { seriesOf } from './series.ts'
import { saidOf, titleOf } from './sentences.ts'
import { t } from './words.ts'

const page = pageDoors()
export const measurePages = page

const one = { shows: 'measure', about: 'participantId' } as const
type Here = { participantId: string }

page.get('/people/{participantId}/measures', { ...one, does: 'consult', for: ['casework', 'oversight'] }, async (work, { participantId }) => {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'measure')) throw refuse('not-found')
  const measures = await measuresOf(work, person.participant_id)
  const mayWrite = await mayFor(work, 'write', 'measure')
  const inForce = await goalsInForce(work, person.participant_id)
  const goals = await goalsFor(work, person.participant_id, measures, inForce)
  const series = seriesOf(measures)
  return show({ title: t('measure.title'), body: <>
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }]} here={t('measure.title')} />
    <PageHead title={t('measure.title')} sub={person.name} actions={mayWrite && <>
      {inForce.length > 0 && <ButtonLink href={rateGoalsPage(participantId)}>{t('measure.rate.title')}</ButtonLink>}
      <ButtonLink secondary={inForce.length > 0} href={askRulerPage(participantId)}>{t('measure.ruler.title')}</ButtonLink></>} />
    <Notice kind="info"><p class="ds-paragraph"><b>{t('measure.for-learning')}</b> {t('measure.for-learning.more')}</p></Notice>
    {series.length === 0 && <Empty>{inForce.length > 0 ? t('measure.empty') : t('measure.empty-no-goals')}</Empty>}
    {series.map((line) => <SeriesBlock series={line} goal={goals.get(line.goalId ?? 0)}
      undo={(measure) => (mayWrite && mayChange(measure, work.actor, work) ? takeBackPage(participantId, measure.publicId) : undefined)} />)}
    <WhoReads href={readersPage(participantId)}>{t('measure.readers', { readers: sayReaders(await whoMayRead(work, 'measure')), name: person.name })}</WhoReads>
  </> })
})

page.get('/people/{participantId}/measures/goal-ratings', { ...one, does: 'consult', draft: true }, rateForm)
page.post('/people/{participantId}/measures/goal-ratings', { ...one, does: 'collect', draft: true, takes: RateGoals, again: rateForm }, async (work, { participantId, ...sent }) => {
  const count = await rateGoals(work, sent)
  return goTo(measuresPage(participantId), t('measure.rated', { count }))
})

/** Every goal in force with its five levels as they were written; none is chosen beforehand, and the last rating stands beside. */
async function rateForm(work: Work, { participantId }: Here, sent?: Attempt) {
  const { person, measures } = await toWrite(work)
  const goals = await goalsInForce(work, person.participant_id)
  const attempt = realigned(goals.map(({ publicId }) => publicId), sent, { list: 'ratings', key: 'goal' })
  return show({ title: t('measure.rate.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={crumbsOf(person, participantId)} here={t('measure.rate.title')} />
    <PageHead title={t('measure.rate.title')} sub={person.name} />
    {goals.length === 0 ? <Empty>{t('measure.rate.none')} <Link href={`/people/${participantId}/plans`}>{t('measure.rate.plan')}</Link></Empty> : <>
    <p class="ds-paragraph">{t('measure.rate.sub')}</p>
    {await limitBeforeWriting(work, person.participant_id)}
    <Form action={rateGoalsPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <DayField name="on" label={t('measure.field.on')} attempt={attempt} value={work.today} max={work.today} required />
      <Choice name="saidBy" label={t('measure.field.said-by')} attempt={attempt} required options={sayers.map((value) => ({ value, label: t(`measure.said-by.${value}`), hint: t(`measure.said-by.${value}.hint`) }))} />
      {goals.map((goal, place) => {
        const last = measures.findLast(({ goalId, value }) => goalId === goal.id && value !== null)
        return <RateGoal goal={goal} name={`ratings.${place}`} hint={last && t('measure.rate.last', { day: say.day(last.on), said: saidOf(last, goal) })} attempt={attempt} />
      })}
      <Submit label={t('measure.rate.do')} draft cancel={{ href: measuresPage(participantId), label: t('measure.cancel') }} />
    </Form></>}
  </Narrow> })
}

function RateGoal({ goal, name, hint, attempt }: { goal: GoalInForce, name: string, hint: string | undefined, attempt: Attempt | undefined }) {
  return <Fieldset legend={goal.title} {...(hint && { hint })}>
    <Hidden name={`${name}.goal`} value={goal.publicId} />
    <Choice name={`${name}.level`} label={t('measure.field.level')} attempt={attempt}
      options={goal.levels.toReversed().map(({ level, sentence }) => ({ value: String(level), label: sentence, hint: t(`measure.level.${level}`) }))} />
    <Select name={`${name}.missing`} label={t('measure.field.missing')} attempt={attempt} options={reasonsNotSaid.map((value) => ({ value, label: t(`measure.missing.${value}`) }))} />
    <TextField name={`${name}.ownWords`} label={t('measure.field.own-words')} attempt={attempt} />
  </Fieldset>
}

page.get('/people/{participantId}/measures/rulers', { ...one, does: 'consult', draft: true }, rulerForm)
page.post('/people/{participantId}/measures/rulers', { ...one, does: 'collect', draft: true, takes: AskRuler, again: rulerForm }, async (work, { participantId, ...sent }) => {
  await askRuler(work, sent)
  return goTo(measuresPage(participantId), t('measure.ruler.done'))
})

async function rulerForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const { person, measures } = await toWrite(work)
  const before = seriesOf(measures).findLast(({ kind }) => kind === 'ruler')
  return show({ title: t('measure.ruler.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={crumbsOf(person, participantId)} here={t('measure.ruler.title')} />
    <PageHead title={t('measure.ruler.title')} sub={person.name} />
    {await limitBeforeWriting(work, person.participant_id)}
    <Form action={askRulerPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="question" label={t('measure.field.question')} hint={t('measure.ruler.question.hint')} attempt={attempt} value={before ? titleOf(before) : ''} required />
      <RulerChoice name="value" label={t('measure.field.value')} hint={t('measure.ruler.value.hint')} attempt={attempt} />
      <Select name="missing" label={t('measure.field.missing')} attempt={attempt} options={reasonsNotSaid.map((value) => ({ value, label: t(`measure.missing.${value}`) }))} />
      <TextArea name="ownWords" label={t('measure.field.own-words')} hint={t('measure.ruler.words.hint')} rows={3} most={2000} attempt={attempt} readers={sayReaders(await whoMayRead(work, 'measure'))} />
      <DayField name="on" label={t('measure.field.on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('measure.ruler.do')} draft cancel={{ href: measuresPage(participantId), label: t('measure.cancel') }} />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/measures/{measureId}/taking-back', { ...one, does: 'consult' }, takeBackForm)
page.post('/people/{participantId}/measures/{measureId}/taking-back', { ...one, does: 'alter', again: takeBackForm }, async (work, { participantId, measureId }) => {
  await takeBack(work, measureId)
  return goTo(measuresPage(participantId), t('measure.taken-back'))
})

async function takeBackForm(work: Work, { participantId, measureId }: Here & { measureId: string }, attempt?: Attempt) {
  const { person, measures } = await toWrite(work)
  const measure = await measureByPublicId(work, person.participant_id, measureId)
  if (!measure) throw refuse('not-found')
  const goals = await goalsFor(work, person.participant_id, measures)
  return show({ title: t('measure.take-back.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={crumbsOf(person, participantId)} here={t('measure.take-back.title')} />
    <PageHead title={t('measure.take-back.title')} sub={person.name} />
    <p class="ds-paragraph">{t('measure.take-back.sub', { what: titleOf({ ...measure, name: measure.series }), said: saidOf(measure, goals.get(measure.goalId ?? 0)), day: say.day(measure.on) })}</p>
    <Form action={takeBackPage(participantId, measureId)} keys={keysOf(work)}>
      <Submit label={t('measure.take-back.do')} cancel={{ href: measuresPage(participantId), label: t('measure.cancel') }} />
    </Form>
  </Narrow> })
}

/** Whoever may only read gets the answer that a stranger gets: there is nothing here to write. */
async function toWrite(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'measure') || !await mayFor(work, 'read', 'measure')) throw refuse('not-found')
  return { person, measures: await measuresOf(work, person.participant_id) }
}

function crumbsOf(person: { name: string }, participantId: string) {
  return [{ href: `/people/${participantId}`, label: person.name }, { href: measuresPage(participantId), label: t('measure.title') }]
}
