import { figure } from '../figure.ts'
import { programmeTitle } from '../../programmes/index.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'
import { outcomeSaid } from './plan-form.tsx'

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
