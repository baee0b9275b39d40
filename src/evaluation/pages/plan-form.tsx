import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, Crumbs, Empty, ErrorSummary, Fieldset, Form, Hidden, InARow, Link, Narrow, NumberField, PageHead, SavedDraft, Select, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { figure } from '../../pictures/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { outcomesOf, theStudy } from '../evaluation.queries.ts'
import { betters, designs, effects, mustBeDraft, phasings, type OutcomeKind, type ShownBefore, type Study } from '../study.ts'
import { t } from '../words.ts'
import { newStudyPage, studiesPage, studyPage } from './addresses.ts'
import { chooseProgramme } from './studies.tsx'

/** A new plan: the programme first, then everything else before any outcome is seen. */
export async function newStudyForm(work: Work, { programme }: { programme?: string | undefined }, attempt?: Attempt) {
  const chosen = attempt?.values['programme'] ?? programme
  if (!chosen) return chooseProgramme()
  return planForm(work, { programme: chosen, action: newStudyPage, values: { effect: 'tau', leastPoints: '5', leastPeople: '3' }, back: studiesPage }, attempt)
}

export async function changeStudyForm(work: Work, { studyId }: { studyId: string }, attempt?: Attempt) {
  const study = await theStudy(work, studyId)
  mustBeDraft(study)
  return planForm(work, { programme: study.programme, action: `${studyPage(studyId)}/plan`, values: valuesOf(study), back: studyPage(studyId), revision: study.revision }, attempt)
}

type Wanted = { programme: string, action: string, values: Record<string, string>, back: string, revision?: number }

async function planForm(work: Work, { programme, action, values, back, revision }: Wanted, attempt?: Attempt) {
  const outcomes = await outcomesOf(work, programme)
  const title = t(revision === undefined ? 'evaluation.new.title' : 'evaluation.change.title')
  const given = { attempt }
  return show({ title, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }]} here={title} />
    <PageHead title={title} sub={programmeTitle(programme)} />
    {outcomes.length === 0 ? <Empty>{t('evaluation.plan.no-outcomes')} <Link href={newStudyPage}>{t('evaluation.plan.other-programme')}</Link></Empty>
      : <Form action={action} keys={keysOf(work, revision)}>
        <SavedDraft attempt={attempt} />
        <Hidden name="programme" value={programme} />
        <TextField name="title" label={t('evaluation.field.title')} required value={values['title']} {...given} />
        <TextArea name="question" label={t('evaluation.field.question')} hint={t('evaluation.field.question.hint')} rows={2} required value={values['question']} {...given} />
        <Select name="outcome" label={t('evaluation.field.outcome')} hint={t('evaluation.field.outcome.hint')} required value={values['outcome']} {...given}
          options={outcomes.map(({ kind, series }) => ({ value: `${kind} ${series}`, label: outcomeSaid(kind, series) }))} />
        <Choice name="better" label={t('evaluation.field.better')} inline required value={values['better']} {...given} options={betters.map((value) => ({ value, label: t(`evaluation.better.${value}`) }))} />
        <Choice name="design" label={t('evaluation.field.design')} required value={values['design']} {...given} options={designs.map((value) => ({ value, label: t(`evaluation.design.${value}`), hint: t(`evaluation.design.${value}.hint`) }))} />
        <Choice name="phases" label={t('evaluation.field.phases')} required value={values['phases']} {...given} options={phasings.map((value) => ({ value, label: t(`evaluation.phases.${value}`), ...(value === 'first-ones' && { hint: t('evaluation.phases.first-ones.hint') }) }))} />
        <Choice name="effect" label={t('evaluation.field.effect')} required value={values['effect']} {...given} options={effects.map((value) => ({ value, label: t(`evaluation.effect.${value}`), hint: t(`evaluation.effect.${value}.hint`) }))} />
        <InARow>
          <NumberField name="leastPoints" label={t('evaluation.field.least-points')} required value={values['leastPoints']} {...given} />
          <NumberField name="leastPeople" label={t('evaluation.field.least-people')} required value={values['leastPeople']} {...given} />
        </InARow>
        <Fieldset legend={t('evaluation.yardstick')} hint={t('evaluation.yardstick.hint')}>
          <InARow>
            <NumberField name="reliability" label={t('evaluation.field.reliability')} whole={false} value={values['reliability']} {...given} />
            <NumberField name="spread" label={t('evaluation.field.spread')} whole={false} value={values['spread']} {...given} />
            <NumberField name="cutoff" label={t('evaluation.field.cutoff')} whole={false} value={values['cutoff']} {...given} />
          </InARow>
          <TextArea name="yardstickSource" label={t('evaluation.field.yardstick-source')} rows={2} value={values['yardstickSource']} {...given} />
        </Fieldset>
        <TextArea name="conclusion" label={t('evaluation.field.conclusion')} hint={t('evaluation.field.conclusion.hint')} rows={4} required value={values['conclusion']} {...given} />
        <Submit label={t('evaluation.plan.save')} draft cancel={{ href: back, label: t('evaluation.back') }} />
      </Form>}
  </Narrow> })
}

/** A series is called as it was called where it was measured. */
export function outcomeSaid(kind: OutcomeKind, series: string): string {
  if (kind === 'code') return t('evaluation.outcome.code', { domain: series })
  return kind === 'goals' ? t('evaluation.outcome.goals') : series
}

function valuesOf(study: Study): Record<string, string> {
  const number = (value: number | null) => value === null ? '' : String(value)
  return {
    title: study.title, question: study.question, outcome: `${study.outcomeKind} ${study.outcome}`, better: study.better, design: study.design, phases: study.phases, effect: study.effect,
    leastPoints: String(study.leastPoints), leastPeople: String(study.leastPeople), reliability: number(study.reliability), spread: number(study.spread), cutoff: number(study.cutoff),
    yardstickSource: study.yardstickSource, conclusion: study.conclusion,
  }
}

/** That whoever wrote the plan could have known the outcome, where an earlier study showed it. */
export function shownBeforeSaid(before: ShownBefore[]): string[] {
  if (before.length === 0) return []
  return [t('evaluation.shown-before'), ...before.map(({ title, lockedAt, isOwn }) => t(isOwn ? 'evaluation.shown-before.own' : 'evaluation.shown-before.other', { title, when: say.moment(lockedAt) }))]
}

/** The plan in words, for the page and for the report. */
export function planSaid(study: Study): { label: string, value: string }[] {
  const known = (value: number | null) => value === null ? t('evaluation.yardstick.none') : figure(value)
  return [
    { label: t('evaluation.field.question'), value: study.question },
    { label: t('evaluation.field.programme'), value: programmeTitle(study.programme) },
    { label: t('evaluation.field.outcome'), value: `${outcomeSaid(study.outcomeKind, study.outcome)}. ${t(`evaluation.better.${study.better}`)}` },
    { label: t('evaluation.field.design'), value: t(`evaluation.design.${study.design}`) },
    { label: t('evaluation.field.phases'), value: t(`evaluation.phases.${study.phases}`) },
    { label: t('evaluation.field.effect'), value: t(`evaluation.effect.${study.effect}`) },
    { label: t('evaluation.field.least-points'), value: figure(study.leastPoints) },
    { label: t('evaluation.field.least-people'), value: figure(study.leastPeople) },
    { label: t('evaluation.yardstick'), value: t('evaluation.yardstick.said', { reliability: known(study.reliability), spread: known(study.spread), cutoff: known(study.cutoff), source: study.yardstickSource || t('evaluation.yardstick.none') }) },
    { label: t('evaluation.field.conclusion'), value: study.conclusion },
    { label: t('evaluation.seed'), value: String(study.seed) },
  ]
}
