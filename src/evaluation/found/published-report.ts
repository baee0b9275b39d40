import { say } from '../../platform/words/index.ts'
import type { Instant } from '../../platform/day.ts'
import { planSaid } from '../pages/plan-form.tsx'
import { tableSaid } from '../pages/releases.tsx'
import { leastInACell, type Release } from '../release.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'
import type { Report } from './report.ts'

/** What may be published: what was asked, and the tables that were given out, as they were. No figure, picture or count of people stands in it that is not in such a table. */
export function publishedReport(study: Study, releases: readonly (Release & { at: Instant })[], codeVersion: string): Report {
  return {
    title: study.title, sub: t('evaluation.report.sub', { locked: say.moment(study.lockedAt ?? study.writtenAt) }), notice: t('evaluation.published.only-tables'),
    parts: [
      { title: t('evaluation.plan.title'), paragraphs: [], facts: planSaid(study) },
      ...releases.map((release) => ({
        title: t('evaluation.releases.of', { when: say.moment(release.at) }), paragraphs: [t('evaluation.releases.hidden', { count: release.hidden.flat().filter(Boolean).length })], facts: [], table: tableSaid(release) })),
      { title: t('evaluation.published.how'), paragraphs: [t('evaluation.published.protected', { least: leastInACell }), t(`evaluation.design.${study.design}.allows`), t('evaluation.reference.suppression')],
        facts: [{ label: t('evaluation.report.code'), value: codeVersion }] },
    ],
    pictures: [],
  }
}
