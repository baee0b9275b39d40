import { drawn, type Picture } from '../platform/picture/index.ts'
import { say } from '../platform/words/index.ts'
import type { Week } from './dose.ts'
import { t } from './words.ts'

/** Week by week: what was held stands above the line, filled; what did not take place below it, hollow; what lies ahead or is not written down yet above it, hollow. */
export async function weeksPicture(weeks: Week[]): Promise<Picture> {
  const title = t('dose.weeks')
  const bars = weeks.map((week) => ({ week: say.day(week.from), held: week.held, ahead: week.held + week.ahead + week.unwritten, missing: -(week.service + week.neither + week.person) }))
  const everyOther = Math.max(1, Math.ceil(bars.length / 6))
  return {
    title, says: t('dose.weeks.says'),
    svg: await drawn(title, ({ barY, ruleY }) => ({
      height: 240,
      x: { label: null, domain: bars.map(({ week }) => week), ticks: bars.map(({ week }) => week).filter((_, place) => place % everyOther === 0), padding: 0.25 },
      y: { label: t('dose.sessions'), grid: true, interval: 1, tickFormat: (value: number) => String(Math.abs(value)) },
      marks: [
        barY(bars.filter(({ held }) => held > 0), { x: 'week', y: 'held', fill: 'currentColor' }),
        barY(bars.filter(({ held, ahead }) => ahead > held), { x: 'week', y1: 'held', y2: 'ahead', fill: 'none', stroke: 'currentColor', strokeDasharray: '3 3' }),
        barY(bars.filter(({ missing }) => missing < 0), { x: 'week', y: 'missing', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }),
        ruleY([0]),
      ],
    })),
    table: {
      columns: [t('dose.week'), t('dose.held'), t('dose.minutes'), t('dose.whose.service'), t('dose.whose.neither'), t('dose.whose.person'), t('dose.unwritten'), t('dose.ahead')],
      rows: weeks.map(({ from, ...week }) => [say.day(from), ...[week.held, week.minutes, week.service, week.neither, week.person, week.unwritten, week.ahead].map(String)]),
    },
  }
}
