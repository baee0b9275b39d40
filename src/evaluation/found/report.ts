import type { Picture } from '../../platform/picture/index.ts'
import { say } from '../../platform/words/index.ts'
import { inFives } from './counted.ts'
import { picturesOf } from './drawn-findings.ts'
import { personName } from './person-name.ts'
import { besides, harmsAndWay } from './report-besides.ts'
import { figure } from '../../pictures/index.ts'
import type { Findings } from './findings.ts'
import { answerSaid } from '../pages/found.tsx'
import { planSaid, shownBeforeSaid } from '../pages/plan-form.tsx'
import { tableSaid } from '../pages/releases.tsx'
import type { Release } from '../release.ts'
import { referencesOf } from './references.ts'
import { cautionsSaid, heterogeneitySaid, lotSaid, resultSaid, staggeredSaid } from './result-said.ts'
import type { ShownBefore, Study } from '../study.ts'
import { t } from '../words.ts'

/** `isCode`: a value for machines, which is in no language. */
export type Fact = { label: string, value: string, isCode?: true }

export type Report = {
  title: string
  sub: string
  /** For whom it is. */
  notice: string
  parts: { title: string, paragraphs: string[], facts: Fact[], table?: { columns: string[], rows: string[][] } }[]
  pictures: Picture[]
}

/**
 * What a locked plan found, for reading and for paper: methods, n, missing, cautions, figures, references, code and seed. It is about few people and stays inside:
 * what may be published is `publishedReport`. No graph of one person, and of people in the way only steps of five.
 */
export async function reportOf(study: Study, findings: Findings, { codeVersion, lastTable, shownBefore }: { codeVersion: string, lastTable: Release | undefined, shownBefore: ShownBefore[] }): Promise<Report> {
  const { people, together } = findings
  const cautions = cautionsSaid([together.pooled, together.betweenCase, ...people.map(({ effect }) => effect)])
  const missing = people.reduce((sum, { series }) => sum + series.points.filter(({ value }) => value === null).length, 0)
  return {
    title: study.title,
    sub: t('evaluation.report.sub', { locked: say.moment(study.lockedAt ?? study.writtenAt) }),
    notice: `${t('evaluation.report.inside')} ${t('evaluation.for-learning')}`,
    parts: [
      { title: t('evaluation.answer.title'), paragraphs: [answerSaid(study, findings), t(`evaluation.design.${study.design}.allows`), ...staggeredSaid(together.staggered)], facts: [] },
      { title: t('evaluation.plan.title'), paragraphs: shownBeforeSaid(shownBefore), facts: planSaid(study) },
      { title: t('evaluation.report.figures'), paragraphs: [], facts: [
        { label: t('evaluation.pooled'), value: resultSaid(together.pooled) },
        { label: t('evaluation.prediction'), value: resultSaid(together.prediction) },
        { label: t('evaluation.heterogeneity'), value: heterogeneitySaid(together.heterogeneity) },
        { label: t('evaluation.between-case'), value: resultSaid(together.betweenCase) },
        { label: t('evaluation.by-lot'), value: lotSaid(together.byLot).join(' ') },
        { label: t('evaluation.report.people'), value: t('evaluation.of', { count: together.weighed.length, of: people.length }) },
        { label: t('evaluation.report.missing'), value: say.number(missing) },
        { label: t('evaluation.way.said-no'), value: inFives(findings.saidNo) },
      ] },
      ...harmsAndWay(study, findings),
      { title: t('evaluation.people.title'), paragraphs: [], facts: [], table: {
        columns: [t('evaluation.person'), t(`evaluation.effect.${study.effect}`), t('evaluation.report.points')],
        rows: people.map((person) => [personName(person), resultSaid(person.effect), figure(person.series.points.length)]) } },
      ...besides(findings),
      { title: t('evaluation.releases.title'), paragraphs: lastTable ? [t('evaluation.releases.hidden', { count: lastTable.hidden.flat().filter(Boolean).length })] : [t('evaluation.report.no-table')], facts: [],
        ...(lastTable ? { table: tableSaid(lastTable) } : {}) },
      { title: t('evaluation.cautions'), paragraphs: cautions.length > 0 ? cautions : [t('evaluation.report.no-cautions')], facts: [] },
      { title: t('evaluation.report.references'), paragraphs: [...referencesOf(study, findings), ...(lastTable ? [t('evaluation.reference.suppression')] : [])], facts: [
        { label: t('evaluation.report.code'), value: codeVersion, isCode: true }, { label: t('evaluation.seed'), value: String(study.seed) }, { label: t('evaluation.report.data-print'), value: findings.dataPrint, isCode: true },
      ] },
    ],
    pictures: await picturesOf(study, findings, inFives),
  }
}
