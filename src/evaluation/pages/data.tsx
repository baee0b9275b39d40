import { giveFile, show } from '../../platform/doors/index.ts'
import { Crumbs, Narrow, Notice, PageHead, SummaryList, Table } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { codebookLines } from '../outside/codebook.ts'
import { dataFile, fileNames } from '../outside/data-files.ts'
import { studyFindings } from '../evaluation.verbs.ts'
import { theStudy } from '../evaluation.queries.ts'
import { mustBeLocked } from '../study.ts'
import { t } from '../words.ts'
import { studiesPage, studyDataPage, studyPage } from './addresses.ts'

/** The data of a study for an outside statistician, and what each column means: in English, as in the files. Still personal data, and said to be. */
export async function showData(work: Work, { studyId }: { studyId: string }) {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  return show({ title: t('evaluation.data.title'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.data.title')} />
    <PageHead title={t('evaluation.data.title')} sub={study.title} />
    <Notice kind="care" title={t('evaluation.data.personal')}>{t('evaluation.data.personal.why')}</Notice>
    <SummaryList answers={fileNames.map((name) => ({ label: <code>{name}</code>, value: <a class="ds-link" href={`${studyDataPage(studyId)}/${name}`}>{t('evaluation.data.take')}</a> }))} />
    <Table sentences caption={t('evaluation.data.codebook')} columns={[{ label: t('evaluation.data.file') }, { label: t('evaluation.data.column') }, { label: t('evaluation.data.holds') }]}
      rows={codebookLines.map(({ file, column, holds, values }) => [<code>{file}</code>, <code>{column}</code>, <span lang="en" dir="ltr">{`${holds} (${values})`}</span>])} />
  </Narrow> })
}

export async function giveData(work: Work, { studyId, file }: { studyId: string, file: string }) {
  const name = fileNames.find((one) => one === file)
  if (!name) throw refuse('not-found')
  const found = await studyFindings(work, studyId)
  work.discloses(t('evaluation.recipient.file'))
  return giveFile({ bytes: dataFile(name, found), type: name.endsWith('.json') ? 'application/json' : name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8', name })
}
