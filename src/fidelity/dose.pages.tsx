import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, Narrow, PageHead, SummaryList, Table } from '../platform/page/index.ts'
import { PictureFigure } from '../platform/picture/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { openPlan } from '../plans/index.ts'
import { programmeOf, sessionRange } from '../programmes/index.ts'
import { causeName, differenceSaid, sessionPage, unitDifferencesUnder } from '../sessions/index.ts'
import { weeksPicture } from './dose-picture.ts'
import { byUnit, byWeek, continuityOf, tailoredIn, type Meeting, type UnitDose, type UnitGiven, type Week } from './dose.ts'
import { differencesUnder, meetingsUnder, unitsUnder } from './dose.queries.ts'
import { t } from './words.ts'

const page = pageDoors()
export const dosePages = page

page.get('/people/{participantId}/dose', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, async (work, { participantId }) => {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'session_attendance')) throw refuse('not-found')
  const plan = await openPlan(work, work.about)
  const body = plan ? await underThePlan(work, plan, participantId) : <Empty>{t('dose.no-plan')}</Empty>
  return show({ title: t('dose.title'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }]} here={t('dose.title')} />
    <PageHead title={t('dose.title')} sub={person.name} />
    {body}
  </Narrow> })
})

async function underThePlan(work: Work, plan: { id: number, programme: string, version: number }, participantId: string) {
  const meetings = await meetingsUnder(work, plan.id)
  const weeks = byWeek(meetings)
  const [given, differences] = [await unitsUnder(work, plan.id), await differencesOf(work, plan.id)]
  const units = byUnit(given)
  const says = await programmeSays(work, plan)
  return <>
    <p class="ds-paragraph">{t('dose.no-cause')}</p>
    <SummaryList answers={[...says, ...totals(meetings, weeks, given)]} />
    {weeks.length > 0 && <PictureFigure picture={await weeksPicture(weeks)} />}
    {units.length > 0 && <UnitsGiven units={units} />}
    {differences.length > 0 && <Block title={t('dose.differences')} size="xs"><ul class="plain">{differences.map(({ session, at, says }) =>
      <li><Link href={sessionPage(participantId, session)}>{say.moment(at)}</Link>: <span dir="auto">{says}</span></li>)}</ul></Block>}
    <p class="ds-paragraph muted" data-size="sm">{t('dose.what-you-may-see')}</p>
  </>
}

/** Each unit that went another way, with its reason; of sessions from before each unit had one, whose cause it was. The latest first. */
async function differencesOf(work: Work, planId: number) {
  const [whole, each] = [await differencesUnder(work, planId), await unitDifferencesUnder(work, planId)]
  return [...whole.map(({ public_id: session, starts_at: at, differs_cause: cause, differs_why: why }) => ({ session, at, says: [causeName(cause), why].filter(Boolean).join(', ') })),
    ...each.map((one) => ({ session: one.public_id, at: one.starts_at, says: differenceSaid(one) }))].toSorted((one, other) => other.at.localeCompare(one.at))
}

/** What the programme names, where it does; a range as it is written there. */
async function programmeSays(work: Work, { programme, version }: { programme: string, version: number }) {
  const definition = await programmeOf(work, programme, version)
  const range = definition && sessionRange(definition)
  const numbers = [range?.min, range?.max].filter((one) => one !== undefined)
  const named = [...new Set(numbers)].map((one) => say.number(one)).join('–')
  return [{ label: t('dose.programme'), value: named === '' ? t('dose.programme.none') : t('dose.programme.found', { count: Math.max(...numbers), named }) }]
}

function totals(meetings: Meeting[], weeks: Week[], units: UnitGiven[]) {
  const of = (what: Exclude<keyof Week, 'from'>) => weeks.reduce((sum, week) => sum + week[what], 0)
  const { held, colleagues, main } = continuityOf(meetings)
  return [
    { label: t('given.planned'), value: String(of('held') + of('service') + of('neither') + of('person') + of('unwritten')) },
    ...(of('unwritten') === 0 ? [] : [{ label: t('given.unwritten'), value: String(of('unwritten')) }]),
    { label: t('dose.held'), value: t('dose.held.minutes', { count: of('held'), minutes: say.number(of('minutes')) }) },
    // Whoever reads no units is told nothing of them, not even that there were none.
    ...(units.length === 0 ? [] : [{ label: t('given.tailored'), value: String(tailoredIn(units)) }]),
    { label: t('dose.ahead'), value: String(of('ahead')) },
    ...(['service', 'neither', 'person'] as const).map((whose) => ({ label: t(`dose.whose.${whose}`), value: String(of(whose)) })),
    { label: t('dose.continuity'), value: held === 0 ? t('dose.continuity.none') : t('dose.continuity.found', { count: colleagues, main, held }) },
  ]
}

export function UnitsGiven({ units }: { units: UnitDose[] }) {
  return <Block title={t('dose.units')} size="xs">
    <Table caption={t('dose.units')} captionHidden columns={[{ label: t('dose.unit') }, ...(['planned', 'as-planned', 'instead', 'not-reached'] as const).map((column) => ({ label: t(`dose.unit.${column}`), numeric: true }))]}
      rows={units.map(({ name, planned, asPlanned, instead, notReached }) => [<span dir="auto">{name}</span>, ...[planned, asPlanned, instead, notReached].map(String)])} />
  </Block>
}
