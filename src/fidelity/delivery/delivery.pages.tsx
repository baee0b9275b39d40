import { countsPicture } from '../../pictures/index.ts'
import { pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, Narrow, Notice, PageHead, Table } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { deliveryOfPage, deliveryPage } from '../addresses.ts'
import { t } from '../words.ts'
import { outcomes, type Band, type Outcome, type Told } from './delivery.ts'
import { deliveriesTold, whenCounted, workersTold } from './delivery.queries.ts'

const page = pageDoors()
export const deliveryPages = page

/** For the head: how much of each programme was given in the last year. By programme, never by colleague. */
page.get('/figures/delivery', { does: 'combine', shows: 'session_attendance', for: ['counts'] }, async (work) => {
  const [counted, told] = await together([whenCounted(work), deliveriesTold(work)])
  return show({ title: t('delivery.title'), body: <Narrow>
    <PageHead title={t('delivery.title')} {...counted && { sub: t('delivery.sub', { when: say.moment(counted.counted_at) }) }} />
    {told.size === 0 ? <Empty>{t(counted ? 'delivery.none' : 'delivery.not-yet')}</Empty> : <Table caption={t('delivery.title')} captionHidden columns={[{ label: t('delivery.column.programme') }, { label: t('delivery.column.planned'), numeric: true }, { label: t('delivery.column.held'), numeric: true }]}
      rows={[...told].map(([programme, one]) => [<Link href={deliveryOfPage(programme)}>{programmeTitle(programme)}</Link>, stepSaid(one.total), heldSaid(one)])} />}
    <p class="ds-paragraph muted" data-size="sm">{t('delivery.protected')}</p>
  </Narrow> })
})

page.get('/figures/delivery/{programme}', { does: 'combine', shows: 'session_attendance', for: ['counts'] }, async (work, { programme }) => {
  const [counted, all, workers] = await together([whenCounted(work), deliveriesTold(work), workersTold(work, programme)])
  const told = all.get(programme)
  if (!counted || !told) throw refuse('not-found')
  return show({ title: t('delivery.title'), body: <Narrow>
    <Crumbs above={[{ href: deliveryPage, label: t('delivery.title') }]} here={programmeTitle(programme)} />
    <PageHead title={programmeTitle(programme)} sub={t('delivery.since', { from: say.day(counted.from_on), when: say.moment(counted.counted_at) })} />
    <p class="ds-paragraph">{t('delivery.no-cause')}</p>
    <PictureFigure picture={await pictureOf(told)} />
    <Continuity bands={workers} />
    <Notice kind="info"><p class="ds-paragraph">{t('delivery.protected')}</p><p class="ds-paragraph">{t('delivery.no-content')}</p></Notice>
  </Narrow> })
})

function pictureOf({ rows, columns, cells, rowTotals, columnTotals, total }: Told) {
  return countsPicture({ title: t('delivery.picture'), unit: t('dose.sessions'), line: t('delivery.line'), columns: columns.map(quarterSaid), totals: columnTotals, total,
    lines: rows.map((row, place) => ({ name: say.list(row.map(outcomeSaid)), counts: cells[place]!, total: rowTotals[place]! })) })
}

function Continuity({ bands }: { bands: Band[] }) {
  return <Block title={t('delivery.continuity')} size="xs">
    <p class="ds-paragraph">{t('delivery.continuity.how')}</p>
    {bands.length === 0 ? <Empty>{t('delivery.continuity.too-few')}</Empty> : <Table caption={t('delivery.continuity')} captionHidden columns={[{ label: t('delivery.continuity.colleagues') }, { label: t('delivery.continuity.people'), numeric: true }]}
      rows={bands.map((band) => [bandSaid(band), band.people === 0 ? t('delivery.nobody') : stepSaid(band.people)])} />}
  </Block>
}

function bandSaid({ least, most }: Band): string {
  if (most === null) return t('delivery.continuity.or-more', { count: least })
  return least === most ? t('delivery.continuity.exactly', { count: least }) : t('delivery.continuity.between', { least, most })
}

function heldSaid({ rows, rowTotals }: Told): string {
  const place = rows.findIndex((row) => row.length === 1 && row[0] === 'held')
  return place < 0 ? t('delivery.with-others') : stepSaid(rowTotals[place]!)
}

function stepSaid(count: number): string {
  return count === 0 ? t('delivery.nobody') : t('delivery.at-least', { count })
}

function outcomeSaid(outcome: string): string {
  return t(`delivery.outcome.${outcomes.find((one): one is Outcome => one === outcome) ?? 'neither'}`)
}

/** One quarter, or the first and the last of those that stand together. */
function quarterSaid(quarters: string[]): string {
  const said = quarters.map((first) => t('delivery.quarter', { number: (Number(first.slice(5, 7)) + 2) / 3, year: first.slice(0, 4) }))
  return said.length === 1 ? said[0]! : t('delivery.quarters', { from: said[0]!, until: said.at(-1)! })
}
