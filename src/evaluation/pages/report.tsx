import { giveFile, keysOf, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Form, Narrow, Notice, PageHead, Submit, SummaryList, Table } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { keptReport, reportsOf, theStudy } from '../evaluation.queries.ts'
import { studyReport } from '../evaluation.verbs.ts'
import { mustBeLocked } from '../study.ts'
import { t } from '../words.ts'
import { studiesPage, studyPage, studyReportPage } from './addresses.ts'

/** The report on the screen, and as files: one made now, and those that were kept. */
export async function showReport(work: Work, { studyId }: { studyId: string }) {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  const report = await studyReport(work, studyId)
  const kept = await reportsOf(work, study)
  return show({ title: t('evaluation.report.title'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.report.title')} />
    <PageHead title={report.title} sub={report.sub} />
    <Form action={studyReportPage(studyId)} keys={keysOf(work)}><Submit label={t('evaluation.report.keep')} /></Form>
    <Notice kind="info">{t('evaluation.for-learning')}</Notice>
    {report.parts.map((part) => <Block title={part.title}>
      {part.paragraphs.map((paragraph) => <p class="ds-paragraph">{paragraph}</p>)}
      {part.facts.length > 0 && <SummaryList answers={part.facts} />}
      {part.table && <Table caption={part.title} captionHidden columns={part.table.columns.map((label) => ({ label }))} rows={part.table.rows} />}
    </Block>)}
    {report.pictures.map((picture) => <PictureFigure picture={picture} />)}
    {kept.length > 0 && <Block title={t('evaluation.report.kept')} size="xs"><ul class="ds-list">{kept.map((one) =>
      <li><a class="ds-link" href={`${studyReportPage(studyId)}/${one.public_id}/report.pdf`}>{say.moment(one.made_at)}</a></li>)}</ul></Block>}
  </Narrow> })
}

/** A report as it was made on its day. */
export async function giveReport(work: Work, { studyId, reportId }: { studyId: string, reportId: string }) {
  return giveFile({ bytes: await keptReport(work, await theStudy(work, studyId), reportId), type: 'application/pdf', name: 'report.pdf', inline: true })
}
