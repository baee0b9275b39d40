import type { Child } from 'hono/jsx'
import type { Day } from '../../platform/day.ts'
import { Empty, Link } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Line, Slip } from './paper.ts'
import { t } from './words.ts'

/** The sheet as a page for the printer: nothing round it says what house it is from. */
export function PaperSheet({ on, lines, back }: { on: Day, lines: Line[], back: string }) {
  const withOthers = lines.some((line) => line.with !== '')
  const columns = ['time', 'who', 'place', ...(withOthers ? ['with' as const] : []), 'bring'] as const
  return <Paper back={back}>
    <h1 class="ds-heading" data-size="md">{t('myday.paper.heading', { day: say.day(on) })}</h1>
    {lines.length === 0 ? <Empty>{t('myday.paper.none')}</Empty> : <div class="scroll" role="region" aria-label={t('myday.paper.title')} tabindex={0}><table class="ds-table">
      <thead><tr>{columns.map((name) => <th scope="col">{t(`myday.column.${name}`)}</th>)}</tr></thead>
      <tbody>{lines.map((line) => <tr>{columns.map((name) => <td dir="auto" {...(name === 'who' ? { 'data-called': true } : {})}>{line[name]}</td>)}</tr>)}</tbody>
    </table></div>}
  </Paper>
}

/** One slip or many, with lines to cut along. */
export function PaperSlips({ slips, back }: { slips: Slip[], back: string }) {
  return <Paper back={back}>
    <h1 class="ds-sr-only">{t('myday.paper.title')}</h1>
    {slips.length === 0 ? <Empty>{t('myday.paper.none')}</Empty> : <ul class="slips">{slips.map((slip) => <li>
      <b>{slip.word}</b><span dir="auto">{slip.who}</span><span>{slip.day}, {slip.time}</span><span dir="auto">{slip.place}</span>
    </li>)}</ul>}
  </Paper>
}

function Paper({ back, children }: { back: string, children: Child }) {
  return <div class="paper">
    <p class="print-hint">{t('myday.paper.print-now')} <Link href={back}>{t('myday.paper.back')}</Link></p>
    {children}
  </div>
}
