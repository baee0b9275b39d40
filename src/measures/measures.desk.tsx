import { mayFor } from '../access/index.ts'
import { addDays } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { goalsInForce } from '../plans/index.ts'
import { measuresPage, rateGoalsPage } from './addresses.ts'
import { goalsFor, goalsToRate, measuresOf } from './measures.queries.ts'
import { lastSaid, seriesOf } from './series.ts'
import { saidOf, titleOf } from './sentences.ts'
import { t } from './words.ts'

const mostLines = 4
const daysOfNotice = 14

/** Goals whose period, as the plan has it, comes to its end without a rating. Without such a day nothing is ever due. */
export async function measuresDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework') return []
  const ending = await goalsToRate(work, { until: addDays(work.today, daysOfNotice), since: addDays(work.today, -daysOfNotice) })
  return ending.map(({ person, name, until_on, goals }) => ({ on: until_on, about: name, says: t('measure.rate.title'), href: rateGoalsPage(person), because: t('measure.due.because', { count: goals, day: say.day(until_on) }) }))
}

/** Goals and how it goes, on one person's page: what was said last, in words. Nothing where this reader may see none. */
export async function measureGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, mayWrite, measures, inForce] = await together([mayFor(work, 'read', 'measure'), mayFor(work, 'write', 'measure'), measuresOf(work, participantId, 200), goalsInForce(work, participantId)])
  if (!mayRead) return undefined
  const goals = await goalsFor(work, participantId, measures, inForce)
  const mayRate = inForce.length > 0 && mayWrite
  const lines = seriesOf(measures).flatMap((series) => {
    const last = lastSaid(series)
    return last ? [{ title: titleOf(series), said: saidOf(last, goals.get(series.goalId ?? 0)), on: last.on }] : []
  })
  return { place: 'aside', order: 25, body: <Block title={t('measure.title')} size="xs">
    {lines.slice(0, mostLines).map(({ title, said, on }) => <p class="ds-paragraph" data-size="sm"><b dir="auto">{title}</b>: <span dir="auto">{said}</span> <span class="muted">({say.dayShort(on)})</span></p>)}
    {lines.length > mostLines && <p class="ds-paragraph muted" data-size="sm">{t('measure.glance.more', { count: lines.length - mostLines })}</p>}
    <p class="ds-paragraph" data-size="sm">{lines.length === 0 && `${t('measure.glance.none')} `}<Link href={measuresPage(publicId)}>{t('measure.glance.all')}</Link>
      {mayRate && <> · <Link href={rateGoalsPage(publicId)}>{t('measure.rate.title')}</Link></>}</p>
  </Block> }
}
