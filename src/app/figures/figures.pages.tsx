import { pageDoors, show } from '../../platform/doors/index.ts'
import { together } from '../../platform/together.ts'
import { Block, Empty, Link, Narrow, PageHead, Table } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { t } from '../words.ts'
import { InMonth } from './figures.api.ts'
import { sessionFigures, unitFigures, type MonthFigure } from './session-months.ts'

const page = pageDoors()
export const figuresPages = page
export const sessionFiguresPage = '/figures/sessions'

/** For the head: how many meetings were held and missed in a month, in steps of five, so that no figure points at a person. */
page.get('/figures/sessions', { does: 'combine', shows: 'session_attendance', for: ['counts'], takes: InMonth.partial() }, async (work, asked) => {
  const month = asked.month ?? work.today.slice(0, 7)
  const [{ countedAt, figures }, { figures: units }] = await together([sessionFigures(work), unitFigures(work, month)])
  const others = [...new Set([work.today.slice(0, 7), ...figures.map((one) => one.month.slice(0, 7))])].filter((one) => one !== month)
  return show({ title: t('app.figures.title'), body: <Narrow>
    <PageHead title={t('app.figures.title')} {...countedAt !== undefined && { sub: t('app.figures.sub', { when: say.moment(countedAt) }) }} />
    {countedAt === undefined ? <Empty>{t('app.figures.not-yet')}</Empty> : <Together month={month} figures={figures.filter((figure) => figure.month.startsWith(month))} />}
    {units.length > 0 && <Block title={t('app.figures.by-unit')}>
      <Table caption={say.when(month)} columns={[{ label: t('app.figures.unit') }, { label: t('app.figures.programme') }, ...counts()]}
        rows={units.map((one) => [one.unit ?? t('app.figures.no-unit'), programmeSaid(one), many(one.held), many(one.missed)])} />
    </Block>}
    {others.length > 0 && <p class="ds-paragraph" data-size="sm">{t('app.figures.others')} {others.map((one) => <><Link href={`${sessionFiguresPage}?month=${one}`}>{say.when(one)}</Link> </>)}</p>}
  </Narrow> })
})

function Together({ month, figures }: { month: string, figures: readonly MonthFigure[] }) {
  if (figures.length === 0) return <Empty>{t('app.figures.empty')}</Empty>
  return <Block title={t('app.figures.together')}>
    <Table caption={say.when(month)} columns={[{ label: t('app.figures.programme') }, ...counts()]} rows={figures.map((one) => [programmeSaid(one), many(one.held), many(one.missed)])} />
    <p class="ds-paragraph muted" data-size="sm">{t('app.figures.left-out')}</p>
  </Block>
}

function counts() {
  return [{ label: t('app.figures.held'), numeric: true }, { label: t('app.figures.missed'), numeric: true }]
}

function programmeSaid({ programme }: { programme: string }): string {
  return programme === '' ? t('app.figures.no-programme') : programmeTitle(programme)
}

function many(count: number | null): string {
  if (count === null) return t('app.figures.few-people')
  return count === 0 ? t('app.figures.few') : t('app.figures.at-least', { count })
}
