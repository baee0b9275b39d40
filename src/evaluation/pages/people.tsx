import { show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, Narrow, Notice, PageHead, SummaryList } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import type { Work } from '../../platform/work.ts'
import { personGoals, personPicture, stackedPersons } from '../found/drawn-findings.ts'
import type { OnePerson } from '../found/each-person.ts'
import { studyFindings } from '../evaluation.verbs.ts'
import { givenSaid } from '../found/given-said.ts'
import { personName } from '../found/person-name.ts'
import { aloneSaid, baselineSaid, cautionsSaid, resultSaid } from '../found/result-said.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'
import { studiesPage, studyPage } from './addresses.ts'

/** Each person's series, under the keys of this study: how they changed, how sure that is, their goals, and what was given. */
export async function showPeople(work: Work, { studyId }: { studyId: string }) {
  const { study, findings } = await studyFindings(work, studyId)
  const drawn = await Promise.all(findings.people.map(async (person) => ({ person, pictures: [await personPicture(study, person), ...await personGoals(person)] })))
  const stacked = study.design !== 'ab' && findings.people.length > 1 ? await stackedPersons(study, findings) : null
  return show({ title: t('evaluation.people.graphs'), body: <Narrow>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }, { href: studyPage(studyId), label: study.title }]} here={t('evaluation.people.graphs')} />
    <PageHead title={t('evaluation.people.graphs')} sub={study.title} />
    <Notice kind="info">{t('evaluation.for-learning')}</Notice>
    {drawn.length === 0 && <Empty>{t('evaluation.people.none')}</Empty>}
    {stacked && <PictureFigure picture={stacked} />}
    {drawn.map(({ person, pictures }) => <>
      {pictures.map((picture) => <PictureFigure picture={picture} />)}
      <Block title={personName(person)} size="xs">
        <SummaryList answers={[...foundOf(study, person), ...givenSaid(person.given)]} />
        <p class="ds-paragraph" data-size="sm">{t('evaluation.dose.no-cause')}</p>
      </Block>
    </>)}
  </Narrow> })
}

function foundOf(study: Study, { effect, withoutTrend, change, jacobson, goals }: OnePerson): { label: string, value: string }[] {
  const [cautions, baseline] = [cautionsSaid([effect]), baselineSaid({ effect, withoutTrend })]
  return [
    { label: t(`evaluation.effect.${study.effect}`), value: resultSaid(effect) },
    ...(baseline.length > 0 ? [{ label: t('evaluation.baseline'), value: baseline.join(' ') }] : []),
    { label: t('evaluation.change'), value: jacobson ? t(`evaluation.class.${jacobson}`) : t(`evaluation.change.${change ?? 'unknown'}`) },
    ...(goals ? [{ label: t('evaluation.goals.first'), value: aloneSaid(goals.first) }, { label: t('evaluation.goals.latest'), value: aloneSaid(goals.latest) }] : []),
    ...(cautions.length > 0 ? [{ label: t('evaluation.cautions'), value: cautions.join(' ') }] : []),
  ]
}
