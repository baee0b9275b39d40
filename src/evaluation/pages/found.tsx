import { Block, ButtonLink, Columns, Notice, SummaryList, Table } from '../../platform/page/index.ts'
import { PictureFigure, type Picture } from '../../platform/picture/index.ts'
import { say } from '../../platform/words/index.ts'
import { exactly } from '../found/counted.ts'
import type { Findings } from '../found/findings.ts'
import { givenSaid } from '../found/given-said.ts'
import { harmsSaid } from '../found/harms-said.ts'
import { personName } from '../found/person-name.ts'
import { cautionsSaid, heterogeneitySaid, lotSaid, resultSaid, staggeredSaid } from '../found/result-said.ts'
import { waitingSaid } from '../found/waiting-said.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'
import { Coders } from './coders.tsx'
import { studyDataPage, studyPeoplePage, studyReleasesPage, studyReportPage } from './addresses.ts'

/** What a locked plan found: the answer in a sentence, how far it goes, who got worse, and the pictures. */
export function Found({ study, findings, pictures }: { study: Study, findings: Findings, pictures: Picture[] }) {
  const { way, harms } = findings
  return <Columns aside={<>
    <Block title={t('evaluation.harms.title')} size="xs">
      <SummaryList answers={harmsSaid(harms, exactly)} />
      <p class="ds-paragraph" data-size="sm">{t('evaluation.harms.always')}</p>
    </Block>
    <Block title={t('evaluation.way.title')} size="xs">
      <SummaryList answers={[...waitingSaid(way.waiting), { label: t('evaluation.way.said-no'), value: say.number(findings.saidNo) }]} />
    </Block>
    <Block title={t('evaluation.dose.title')} size="xs">
      <SummaryList answers={givenSaid(way.dose)} />
      <p class="ds-paragraph" data-size="sm">{t('evaluation.dose.no-cause')}</p>
    </Block>
    <Block title={t('evaluation.take.title')} size="xs">
      <p class="actions"><ButtonLink href={studyReportPage(study.publicId)}>{t('evaluation.report.title')}</ButtonLink> <ButtonLink secondary href={studyReleasesPage(study.publicId)}>{t('evaluation.releases.title')}</ButtonLink> <ButtonLink secondary href={studyDataPage(study.publicId)}>{t('evaluation.data.title')}</ButtonLink></p>
    </Block>
  </>}>
    <Answer study={study} findings={findings} />
    <Block title={t('evaluation.people.title')}>
      <Table caption={t('evaluation.people.title')} captionHidden rows={findings.people.map((person) => [personName(person), resultSaid(person.effect), t(`evaluation.change.${person.change ?? 'unknown'}`), leftOutSaid(findings, person.place)])}
        columns={[{ label: t('evaluation.person') }, { label: t(`evaluation.effect.${study.effect}`) }, { label: t('evaluation.change') }, { label: t('evaluation.counted') }]} />
      <p><ButtonLink secondary href={studyPeoplePage(study.publicId)}>{t('evaluation.people.graphs')}</ButtonLink></p>
    </Block>
    {findings.coders.length > 0 && <Coders coders={findings.coders} />}
    {pictures.map((picture) => <PictureFigure picture={picture} />)}
  </Columns>
}

/** The answer, what the design allows to be said of it, its figures and what to take care of. */
function Answer({ study, findings }: { study: Study, findings: Findings }) {
  const { together } = findings
  const cautions = cautionsSaid([together.pooled, together.betweenCase, ...together.weighed.map(({ person }) => person.effect)])
  return <Block title={t('evaluation.answer.title')}>
    <p class="ds-paragraph">{answerSaid(study, findings)}</p>
    <p class="ds-paragraph">{t(`evaluation.design.${study.design}.allows`)}</p>
    {together.staggered && <p class="ds-paragraph">{staggeredSaid(together.staggered).join(' ')}</p>}
    <SummaryList answers={[
      { label: t('evaluation.pooled'), value: resultSaid(together.pooled) },
      { label: t('evaluation.prediction'), value: resultSaid(together.prediction) },
      { label: t('evaluation.heterogeneity'), value: heterogeneitySaid(together.heterogeneity) },
      { label: t('evaluation.between-case'), value: resultSaid(together.betweenCase) },
      { label: t('evaluation.by-lot'), value: lotSaid(together.byLot).join(' ') },
    ]} />
    {cautions.length > 0 && <Notice kind="care" title={t('evaluation.cautions')}>
      <ul class="ds-list">{cautions.map((caution) => <li>{caution}</li>)}</ul>
    </Notice>}
  </Block>
}

/** The answer in a sentence. With too few, that is the answer. */
export function answerSaid(study: Study, { together }: Pick<Findings, 'together'>): string {
  const n = together.weighed.length
  if (!together.isEnough) return t('evaluation.answer.too-few', { n, needed: study.leastPeople })
  if (together.pooled.kind !== 'found') return t('evaluation.result.none', { reason: together.pooled.reason })
  return t('evaluation.answer.found', { n, result: resultSaid(together.pooled) })
}

function leftOutSaid({ together }: Findings, place: number): string {
  const left = together.leftOut.find(({ person }) => person.place === place)
  return left ? t(`evaluation.left-out.${left.why}`) : t('evaluation.counted.yes')
}
