import type { Result } from '../../statistics/index.ts'
import { figure, intervalSaid } from '../pictures/index.ts'
import { Block, DetailsFold, Notice, Table } from '../platform/page/index.ts'
import { answers } from './fidelity.ts'
import { leastSessions, type Agreed } from './how-far-they-agree.ts'
import { t } from './words.ts'

/** How far a facilitator and whoever sat in agree, with what weakens the figures beside them. It is of one facilitator, and stands beside nobody else's. */
export function Agreement({ agreed }: { agreed: Agreed[] }) {
  const few = t('integrity.agreement.too-few', { least: leastSessions })
  return <Block title={t('integrity.agreement')}>
    <p class="ds-paragraph">{t('integrity.agreement.how')}</p>
    <Table caption={t('integrity.agreement')} captionHidden columns={(['part', 'pairs', 'percent', 'kappa', 'ac1'] as const).map((column) => ({ label: t(`integrity.column.${column}`) }))}
      rows={agreed.map(({ part, sessions, pairs, coefficients }) => [t(`integrity.${part}`), t('integrity.agreement.pairs', { count: pairs, sessions }),
        ...(coefficients ? [coefficients.percent, coefficients.kappa, coefficients.ac1].map(resultSaid) : [few, few, few])])} />
    {agreed.map((one) => one.pairs > 0 && <Counts agreed={one} />)}
    <Notice kind="care"><ul class="ds-list"><li>{t('integrity.agreement.counts')}</li><li>{t('integrity.agreement.dependent')}</li></ul></Notice>
  </Block>
}

/** Which answers the one gave where the other gave which: the figures that the coefficients rest on. */
function Counts({ agreed: { part, counts } }: { agreed: Agreed }) {
  const said = answers.map((answer) => t(`integrity.answer.${answer}`))
  return <DetailsFold summary={t(`integrity.${part}`)}>
    <Table caption={t(`integrity.${part}`)} captionHidden columns={[{ label: `${t('integrity.column.facilitator')} / ${t('integrity.column.observer')}` }, ...said.map((label) => ({ label, numeric: true }))]}
      rows={counts.map((row, place) => [said[place] ?? '', ...row.map(String)])} />
  </DetailsFold>
}

function resultSaid(result: Result): string {
  if (result.kind !== 'found') return t('integrity.agreement.none', { reason: result.reason })
  return t('integrity.agreement.found', { value: figure(result.value), interval: intervalSaid(result.interval), n: result.n })
}
