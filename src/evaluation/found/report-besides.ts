import { t } from '../words.ts'
import type { Study } from '../study.ts'
import { codersCautions, codersSaid } from './coders-said.ts'
import type { CodersAgree } from './coders.ts'
import { inFives } from './counted.ts'
import type { Findings } from './findings.ts'
import { givenBesideChange, givenSaid } from './given-said.ts'
import { harmsSaid } from './harms-said.ts'
import type { Report } from './report.ts'
import { waitingSaid } from './waiting-said.ts'

/** What stands in every report after the figures: harms, waiting, and what was given beside how each changed. */
export function harmsAndWay(study: Study, { people, harms, way }: Findings): Report['parts'] {
  return [
    { title: t('evaluation.harms.title'), paragraphs: [t('evaluation.harms.always')], facts: harmsSaid(harms, inFives) },
    { title: t('evaluation.way.title'), paragraphs: [], facts: waitingSaid(way.waiting) },
    { title: t('evaluation.dose.title'), paragraphs: [t('evaluation.dose.no-cause')], facts: givenSaid(way.dose), table: givenBesideChange(people, t(`evaluation.effect.${study.effect}`)) },
  ]
}

/** How far the coders agree, where the study is about codes. */
export function besides({ coders }: Findings): Report['parts'] {
  return coders.length > 0 ? [codersPart(coders)] : []
}

function codersPart(coders: CodersAgree[]): Report['parts'][number] {
  return { title: t('evaluation.coders.title'), paragraphs: [t('evaluation.coders.how'), ...codersCautions(coders), t('evaluation.reference.coders')], facts: [], table: codersSaid(coders) }
}
