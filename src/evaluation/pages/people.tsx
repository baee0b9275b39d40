import { show } from '../../platform/doors/index.ts'
import { Crumbs, Empty, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import type { Work } from '../../platform/work.ts'
import { personPicture, stackedPersons } from '../found/drawn-findings.ts'
import { studyFindings } from '../evaluation.verbs.ts'
import { resultSaid } from '../found/result-said.ts'
import { t } from '../words.ts'
import { studiesPage, studyPage } from './addresses.ts'

/** Each person's series, under the keys of this study. */
export async function showPeople(work: Work, { studyId }: { studyId: string }) {
  const { study, findings } = await studyFindings(work, studyId)
  const drawn = await Promise.all(findings.people.map(async (person) => ({ person, picture: await personPicture(study, person) })))
  const stacked = study.design !== 'ab' && findings.people.length > 1 ? await stackedPersons(study, findings) : null
  return show({ title: t('evaluation.people.graphs'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.people.graphs')} />
    <PageHead title={t('evaluation.people.graphs')} sub={study.title} />
    <Notice kind="info">{t('evaluation.for-learning')}</Notice>
    {drawn.length === 0 && <Empty>{t('evaluation.people.none')}</Empty>}
    {stacked && <PictureFigure picture={stacked} />}
    {drawn.map(({ person, picture }) => <PictureFigure picture={picture}> {t(`evaluation.effect.${study.effect}`)}: {resultSaid(person.effect)}</PictureFigure>)}
  </Narrow> })
}
