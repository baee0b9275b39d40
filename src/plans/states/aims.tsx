import type { Attempt } from '../../platform/attempt.ts'
import { Block, DetailsFold, Empty, Link, Select } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { States } from '../../programmes/index.ts'
import { aimPage, letGoPage, statesPage, type Here } from '../pages/addresses.tsx'
import type { aimsEverOf } from '../plans.queries.ts'
import { calledIn } from '../versions/earlier-parts.ts'
import { t } from '../words.ts'
import { aimsByState } from './aims-by-state.ts'
import type { Standing } from './standing.ts'

type Aim = Awaited<ReturnType<typeof aimsEverOf>>[number]
type Shown = { standing: Standing, here: Here, mayWrite: boolean }

/** What the plan works towards now; what belongs to another state of the person stands folded below, since they may come back to it. */
export function Aims({ aims: ever, standing: { now, states }, here, mayWrite }: Shown & { aims: Aim[] }) {
  const [aims, gone] = [ever.filter(({ dropped_at }) => dropped_at === null), ever.filter(({ dropped_at }) => dropped_at !== null)]
  const way = mayWrite ? here : undefined
  const { holding, others } = aimsByState(aims, { now: now?.state, states })
  return <Block title={t('plan.aims')}>
    {now && aims.some(({ state }) => state !== null) && <p class="ds-paragraph muted" data-size="sm">{t('plan.aims.now', { state: calledIn(states, now.state) })}</p>}
    {holding.length === 0 ? <Empty>{t(aims.length === 0 ? 'plan.aims.empty' : 'plan.aims.none-now')}</Empty> : <AimList aims={holding} states={states} here={way} />}
    {others.length > 0 && <DetailsFold summary={t('plan.aims.others', { count: others.reduce((sum, one) => sum + one.aims.length, 0) })}>
      <p class="ds-paragraph muted" data-size="sm">{t('plan.aims.others.hint')}</p>
      {others.map((one) => <><h3 class="ds-heading" data-size="2xs" dir="auto">{calledIn(states, one.state)}</h3><AimList aims={one.aims} states={[]} here={way} /></>)}
    </DetailsFold>}
    {gone.length > 0 && <DetailsFold summary={t('plan.aims.let-go', { count: gone.length })}><AimList aims={gone} states={states} here={undefined} /></DetailsFold>}
    {mayWrite && <p class="ds-paragraph" data-size="sm"><Link does href={aimPage(here)}>{t('plan.aim.title')}</Link></p>}
  </Block>
}

function AimList({ aims, states, here }: { aims: Aim[], states: States['values'], /** Nothing where nobody can let go of them. */ here: Here | undefined }) {
  return <ol class="aims">{aims.map(({ aim, reason, state, written_by, written_at, dropped_at, public_id }) =>
    <li><p class="ds-paragraph"><span dir="auto">{aim}</span></p><p class="ds-paragraph muted" data-size="sm"><span dir="auto">{reason}</span> {state !== null && states.length > 0 && <>{t('plan.aim.of-state', { state: calledIn(states, state) })} </>}{t('plan.aim.by', { name: written_by, when: say.moment(written_at) })}
      {dropped_at && <> {t('plan.aim.let-go.on', { when: say.moment(dropped_at) })}</>}{here && <> <Link does href={letGoPage(here, public_id)}>{t('plan.aim.let-go')}<span class="ds-sr-only"> {aim}</span></Link></>}</p></li>)}</ol>
}

/** Where the person stands, where the programme has states: the latest, and how it came there, with the day, the reason and by whom. */
export function WhereTheyStand({ standing: { now, before, states }, here, mayNote }: Omit<Shown, 'mayWrite'> & { mayNote: boolean }) {
  if (states.length === 0) return null
  const state = states.find(({ id }) => id === now?.state)
  return <Block title={t('plan.states.title')} size="xs">
    {now ? <><p class="ds-paragraph" data-size="sm"><b dir="auto">{calledIn(states, now.state)}</b>, <NotedOn row={now} /></p>
      {state && <p class="ds-paragraph" data-size="sm">{t('plan.states.aim')} <span dir="auto">{state.aim}</span></p>}</> : <Empty>{t('plan.states.none')}</Empty>}
    {before.length > 0 && <DetailsFold summary={t('plan.states.before', { number: before.length })}><ul class="ds-list">{before.map((row) =>
      <li><b dir="auto">{calledIn(states, row.state)}</b>, <NotedOn row={row} /></li>)}</ul></DetailsFold>}
    {mayNote && <p class="ds-paragraph" data-size="sm"><Link does href={statesPage(here)}>{t(now ? 'plan.states.change' : 'plan.states.note')}</Link></p>}
  </Block>
}

export function NotedOn({ row }: { row: NonNullable<Standing['now']> }) {
  return <>{t('plan.states.since', { day: say.day(row.seen_on) })}. <span class="muted"><span dir="auto">{row.reason}</span>{row.noted_by && <> ({row.noted_by})</>}</span></>
}

/** To which state an aim belongs: only where the programme has states. What nobody chose holds wherever the person stands. */
export function StateOfAim({ states, attempt }: { states: States['values'], attempt: Attempt | undefined }) {
  if (states.length === 0) return null
  return <Select name="state" label={t('plan.field.aim-state')} hint={t('plan.aim.state-hint')} attempt={attempt} options={states.map(({ id, title }) => ({ value: id, label: title }))} />
}
