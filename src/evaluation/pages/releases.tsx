import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, ErrorSummary, Form, Narrow, PageHead, Submit, Table } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { releasesOf, theStudy } from '../evaluation.queries.ts'
import { leastInACell, withMargins, type changes, type Release, type standings } from '../release.ts'
import { mustBeLocked } from '../study.ts'
import { t } from '../words.ts'
import { studiesPage, studyPage, studyReleasesPage } from './addresses.ts'

/** The tables of a study that were given out, each as it was. */
export async function showReleases(work: Work, { studyId }: { studyId: string }, attempt?: Attempt) {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  const releases = await releasesOf(work, study)
  return show({ title: t('evaluation.releases.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.releases.title')} />
    <PageHead title={t('evaluation.releases.title')} sub={t('evaluation.releases.sub', { least: leastInACell })} />
    <Form action={studyReleasesPage(studyId)} keys={keysOf(work)}><Submit label={t('evaluation.releases.do')} /></Form>
    {releases.length === 0 && <Empty>{t('evaluation.releases.empty')}</Empty>}
    {releases.map((release) => <Block title={t('evaluation.releases.of', { when: say.moment(release.at) })} size="xs"><ReleaseTable release={release} /></Block>)}
  </Narrow> })
}

function ReleaseTable({ release }: { release: Release }) {
  const { columns, rows } = tableSaid(release)
  return <>
    <Table caption={t('evaluation.standing')} captionHidden columns={columns.map((label, place) => ({ label, numeric: place > 0 }))} rows={rows} />
    <p class="ds-paragraph" data-size="sm">{t('evaluation.releases.hidden', { count: release.hidden.flat().filter(Boolean).length })}</p>
  </>
}

/** The table in words: which cells are withheld, and the margins. */
export function tableSaid(release: Release): { columns: string[], rows: string[][] } {
  const { rowTotals, columnTotals, grandTotal } = withMargins(release.counts)
  return {
    columns: [t('evaluation.standing'), ...release.columns.map((line) => say.list(line.map((one) => t(`evaluation.change.${one as (typeof changes)[number]}`)))), t('evaluation.releases.all')],
    rows: [...release.rows.map((line, i) => [say.list(line.map((one) => t(`evaluation.standing.${one as (typeof standings)[number]}`))),
      ...release.columns.map((_, j) => release.hidden[i]?.[j] ? t('evaluation.releases.withheld') : say.number(release.counts[i]?.[j] ?? 0)), say.number(rowTotals[i] ?? 0)]),
    [t('evaluation.releases.all'), ...columnTotals.map((total) => say.number(total)), say.number(grandTotal)]],
  }
}
