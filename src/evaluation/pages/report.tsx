import { giveFile, keysOf, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Form, Link, Narrow, Notice, PageHead, Submit, SummaryList, Table } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { keptReport, releasesOf, reportsOf, theStudy } from '../evaluation.queries.ts'
import { studyReport } from '../evaluation.verbs.ts'
import { mustBeLocked } from '../study.ts'
import { t } from '../words.ts'
import { keptReportPage, publishPage, studiesPage, studyPage, studyReleasesPage, studyReportPage } from './addresses.ts'

/** The report on the screen, and as files: one made now, and those that were kept. */
export async function showReport(work: Work, { studyId }: { studyId: string }) {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  const report = await studyReport(work, studyId)
  const kept = await reportsOf(work, study)
  const tables = (await releasesOf(work, study)).length
  return show({ title: t('evaluation.report.title'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.report.title')} />
    <PageHead title={report.title} sub={report.sub} />
    <Notice kind="care" title={t('evaluation.report.inside')}>{t('evaluation.for-learning')}</Notice>
    <Form action={studyReportPage(studyId)} keys={keysOf(work)}><Submit label={t('evaluation.report.keep')} /></Form>
    {report.parts.map((part) => <Block title={part.title}>
      {part.paragraphs.map((paragraph) => <p class="ds-paragraph">{paragraph}</p>)}
      {part.facts.length > 0 && <SummaryList answers={part.facts.map(({ label, value, isCode }) => ({ label, value: isCode ? <code>{value}</code> : value }))} />}
      {part.table && <Table compared caption={part.title} captionHidden columns={part.table.columns.map((label) => ({ label }))} rows={part.table.rows} />}
    </Block>)}
    {report.pictures.map((picture) => <PictureFigure picture={picture} />)}
    <Block title={t('evaluation.published.title')}>
      <p class="ds-paragraph">{t('evaluation.published.only-tables')}</p>
      {tables === 0 ? <p class="ds-paragraph">{t('evaluation.report.no-table')} <Link href={studyReleasesPage(studyId)}>{t('evaluation.releases.title')}</Link></p>
        : <Form action={publishPage(studyId)} keys={keysOf(work)}><Submit label={t('evaluation.published.keep')} /></Form>}
    </Block>
    {kept.length > 0 && <Block title={t('evaluation.report.kept')} size="xs"><ul class="ds-list">{kept.map((one) => <li>
      {t(one.audience === 'published' ? 'evaluation.report.kept.published' : 'evaluation.report.kept.inside', { when: say.moment(one.made_at) })}{' '}
      <a class="ds-link" href={keptReportPage(studyId, one.public_id, 'report.pdf')}>{t('evaluation.report.pdf')}</a>{one.has_page && <>{' '}<a class="ds-link" href={keptReportPage(studyId, one.public_id, 'report.html')}>{t('evaluation.report.page')}</a></>}
    </li>)}</ul></Block>}
  </Narrow> })
}

/** A report as it was made on its day. */
export async function giveReport(work: Work, { studyId, reportId }: { studyId: string, reportId: string }) {
  const { document, audience } = await keptReport(work, await theStudy(work, studyId), reportId)
  return giveFile({ bytes: document, type: 'application/pdf', name: audience === 'published' ? 'published.pdf' : 'report.pdf', inline: true })
}

/** The same as a page to take along: it carries its own look, which no page of the service may. */
export async function giveReportPage(work: Work, { studyId, reportId }: { studyId: string, reportId: string }) {
  const { page, audience } = await keptReport(work, await theStudy(work, studyId), reportId)
  if (page === '') throw refuse('not-found')
  return giveFile({ bytes: page, type: 'text/html; charset=utf-8', name: audience === 'published' ? 'published.html' : 'report.html' })
}
