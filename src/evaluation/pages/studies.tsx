import { z } from 'zod'
import { field, show } from '../../platform/doors/index.ts'
import { ButtonLink, Crumbs, Empty, Link, Narrow, PageHead, Table } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer, programmeTitle } from '../../programmes/index.ts'
import { studies } from '../evaluation.queries.ts'
import { t } from '../words.ts'
import { newStudyPage, studiesPage, studyPage } from './addresses.ts'

/** Every study of this service, the latest first. */
export async function showStudies(work: Work) {
  const all = await studies(work)
  return show({ title: t('evaluation.studies.title'), body: <>
    <PageHead title={t('evaluation.studies.title')} sub={t('evaluation.studies.sub')} actions={<ButtonLink href={newStudyPage}>{t('evaluation.new.title')}</ButtonLink>} />
    {all.length === 0 ? <Empty>{t('evaluation.studies.empty')}</Empty>
      : <Table caption={t('evaluation.studies.title')} captionHidden columns={['title', 'programme', 'state', 'written'].map((name) => ({ label: t(`evaluation.column.${name as 'title'}`) }))}
        rows={all.map((study) => [<a class="ds-link" href={studyPage(study.publicId)}>{study.title}</a>, programmeTitle(study.programme),
          study.lockedAt ? t('evaluation.state.locked', { when: say.moment(study.lockedAt) }) : t('evaluation.state.draft'), say.moment(study.writtenAt)])} />}
  </> })
}

export const ChooseProgramme = z.object({ programme: field.id('evaluation.field.programme').optional() })

/** First the programme, since the outcomes that can be chosen are those that its people have. */
export function chooseProgramme() {
  return show({ title: t('evaluation.new.title'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }]} here={t('evaluation.new.title')} />
    <PageHead title={t('evaluation.new.title')} sub={t('evaluation.new.sub')} />
    <ul class="ds-list">{programmesOnOffer().map(({ definition }) => <li><Link href={`${newStudyPage}?programme=${encodeURIComponent(definition.id)}`}>{definition.title}</Link></li>)}</ul>
  </Narrow> })
}
