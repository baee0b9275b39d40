import { z } from 'zod'
import { pageDoors, show } from '../../platform/doors/index.ts'
import { Empty, Link, Narrow, PageHead, Table } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { t } from '../words.ts'
import { sessionFigures, type MonthFigure } from './session-months.ts'

const page = pageDoors()
export const figuresPages = page
export const sessionFiguresPage = '/figures/sessions'

/** For the head: how many meetings were held and missed in a month, in steps of five, so that no figure points at a person. */
page.get('/figures/sessions', { does: 'combine', shows: 'session_attendance', for: ['counts'], takes: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/).optional() }) }, async (work, asked) => {
  const { countedAt, figures } = await sessionFigures(work)
  const months = [...new Set(figures.map(({ month }) => month.slice(0, 7)))]
  const month = asked.month ?? months[0] ?? ''
  const shown = figures.filter((figure) => figure.month.startsWith(month))
  return show({ title: t('app.figures.title'), body: <Narrow>
    <PageHead title={t('app.figures.title')} sub={countedAt === undefined ? t('app.figures.not-yet') : t('app.figures.sub', { when: say.moment(countedAt) })} />
    {shown.length === 0 ? <Empty>{t('app.figures.empty')}</Empty>
      : <Table caption={say.when(month)} columns={[{ label: t('app.figures.unit') }, { label: t('app.figures.programme') }, { label: t('app.figures.held'), numeric: true }, { label: t('app.figures.missed'), numeric: true }]}
        rows={shown.map((one) => [one.unit ?? t('app.figures.no-unit'), programmeSaid(one), many(one.held), many(one.missed)])} />}
    {months.length > 1 && <p class="ds-paragraph" data-size="sm">{t('app.figures.others')} {months.filter((one) => one !== month).map((one) => <><Link href={`${sessionFiguresPage}?month=${one}`}>{say.when(one)}</Link> </>)}</p>}
  </Narrow> })
})

function programmeSaid({ programme }: MonthFigure): string {
  return programme === '' ? t('app.figures.no-programme') : programmeTitle(programme)
}

function many(count: number | null): string {
  if (count === null) return t('app.figures.few-people')
  return count === 0 ? t('app.figures.few') : t('app.figures.at-least', { count })
}
