import { z } from 'zod'
import { theColleague } from '../../people/index.ts'
import { addDays, addMonths, type Day } from '../../platform/day.ts'
import { field, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, Narrow, PageHead, SummaryList, Table } from '../../platform/page/index.ts'
import { PictureFigure } from '../../platform/picture/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { reasonName } from '../../sessions/index.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { dosePage, givenOfPage, givenPage, integrityOfPage, integrityPage } from '../addresses.ts'
import { weeksPicture } from '../dose-picture.ts'
import { UnitsGiven } from '../dose.pages.tsx'
import { supervisedByMe } from '../fidelity.queries.ts'
import { t } from '../words.ts'
import { continuityAround, quarterUntil, weeksShown, withEachPerson, workByUnit, workByWeek, workReasons, type Kept, type WithOne, type WorkWeek } from './given.queries.ts'

const page = pageDoors()
export const givenPages = page

/** The last day of the quarter that is asked for; nothing: today. */
const Until = z.object({ until: field.day('given.field.until').optional() })

/** One's own: what was given, how often it was somebody else's turn. For nobody to compare. */
page.get('/integrity/given', { does: 'consult', shows: 'integrity_rating', takes: Until }, async (work, { until }) => {
  if (!work.actor.roles.includes('facilitator')) throw refuse('not-found')
  const [body, people] = await together([given(work, { colleagueId: work.actor.id, until: within(work, until), here: givenPage }), withEachPerson(work)])
  return show({ title: t('given.title'), body: <Narrow>
    <Crumbs above={[{ href: integrityPage, label: t('integrity.title') }]} here={t('given.title')} />
    <PageHead title={t('given.title')} sub={t('given.sub')} />
    {body}
    {people.length > 0 && <Block title={t('given.people')} size="xs"><People people={people} /></Block>}
  </Narrow> })
})

/** The same of one colleague, for their supervisor: without anybody's name, and of one at a time. */
page.get('/integrity/given/of/{colleagueId}', { does: 'consult', shows: 'integrity_rating', takes: Until }, async (work, { colleagueId, until }) => {
  const colleague = await theColleague(work, colleagueId)
  if (!(await supervisedByMe(work)).some(({ id }) => id === colleague.id)) throw refuse('not-found')
  return show({ title: t('given.link'), body: <Narrow>
    <Crumbs above={[{ href: integrityOfPage(colleagueId), label: t('integrity.of', { name: colleague.name }) }]} here={t('given.link')} />
    <PageHead title={t('given.of', { name: colleague.name })} sub={t('given.of.sub')} />
    {await given(work, { colleagueId: colleague.id, until: within(work, until), here: givenOfPage(colleagueId) })}
  </Narrow> })
})

/** No further back than anybody kept anything, and no further than today; whatever stands in the address. */
function within(work: Work, until: Day | undefined): Day {
  const earliest = addMonths(work.today, -12 * yearsBack)
  if (until === undefined || until > work.today) return work.today
  return until < earliest ? earliest : until
}

const yearsBack = 30

async function given(work: Work, { colleagueId, until, here }: { colleagueId: number, until: Day, here: string }) {
  const span = quarterUntil(until)
  const [weeks, units, reasons, kept] = await together([workByWeek(work, colleagueId, span), workByUnit(work, colleagueId, span), workReasons(work, colleagueId, span), continuityAround(work, colleagueId)])
  const isEmpty = weeks.every((week) => week.held + week.ahead + week.unwritten + week.beside + week.service + week.person + week.neither === 0)
  return <>
    <p class="ds-paragraph">{t('given.what-for')}</p>
    <p class="ds-paragraph muted" data-size="sm">{t('given.span', { from: say.day(span.from), until: say.day(span.until) })} <Link href={`${here}?until=${addDays(span.from, -1)}`}>{t('given.before', { count: weeksShown })}</Link>
      {span.until < work.today && <> · <Link href={`${here}?until=${addDays(span.until, 7 * weeksShown)}`}>{t('given.after', { count: weeksShown })}</Link></>}</p>
    <SummaryList answers={[...totals(weeks), ...continuitySaid(kept)]} />
    {isEmpty ? <Empty>{t('given.empty')}</Empty> : <PictureFigure picture={await weeksPicture(weeks)} />}
    {units.length > 0 && <UnitsGiven units={units} />}
    {reasons.length > 0 && <Block title={t('given.reasons')} size="xs"><ul class="ds-list">{reasons.map(({ reason, times }) => <li>{t('given.reason', { reason: reasonName(reason), count: times })}</li>)}</ul></Block>}
  </>
}

function totals(weeks: WorkWeek[]) {
  const of = (what: Exclude<keyof WorkWeek, 'from'>) => weeks.reduce((sum, week) => sum + week[what], 0)
  return [
    { label: t('given.planned'), value: say.number(of('held') + of('service') + of('person') + of('neither') + of('unwritten')) },
    ...(of('unwritten') === 0 ? [] : [{ label: t('given.unwritten'), value: say.number(of('unwritten')) }]),
    { label: t('dose.held'), value: t('dose.held.minutes', { count: of('held'), minutes: say.number(of('minutes')) }) },
    ...(of('beside') === 0 ? [] : [{ label: t('given.beside'), value: say.number(of('beside')) }]),
    { label: t('given.time'), value: of('told') === 0 ? t('given.time.unsaid') : t('given.time.found', { count: of('told'), preparation: say.number(of('preparation')), travel: say.number(of('travel')) }) },
    { label: t('given.tailored'), value: say.number(of('tailored')) },
    { label: t('dose.ahead'), value: say.number(of('ahead')) },
    ...(['service', 'neither', 'person'] as const).map((whose) => ({ label: t(`dose.whose.${whose}`), value: say.number(of(whose)) })),
  ]
}

/** Counts and no share: of few people a share says more than there is. */
function continuitySaid(kept: Kept | undefined) {
  if (!kept || kept.people === 0) return []
  return [{ label: t('given.continuity'), value: t('given.continuity.found', { count: kept.people, held: kept.held, own: kept.own, alone: kept.met_nobody_else }) }]
}

function People({ people }: { people: WithOne[] }) {
  return <Table caption={t('given.people')} captionHidden columns={[{ label: t('integrity.column.person') }, ...(['held', 'own', 'colleagues'] as const).map((column) => ({ label: t(`given.people.${column}`), numeric: true }))]}
    rows={people.map(({ person, name, held, own, colleagues }) => [<Link href={dosePage(person)}><span dir="auto">{name}</span></Link>, ...[held, own, colleagues].map((count) => say.number(count))])} />
}
