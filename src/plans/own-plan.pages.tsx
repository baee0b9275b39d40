import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, DetailsFold, Empty, Narrow, PageHead } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { programmeOf, programmeTitle } from '../programmes/index.ts'
import { offenceStandingOf } from './offence/answer-offence.ts'
import { Levels } from './pages/goals.tsx'
import { strands } from './plan.ts'
import { chosenUnits, goalsOf, isInForce, needsOfPlan, openPlan, ownAimsOf, statesOf, type Need, type PlanRow } from './plans.queries.ts'
import { drawnStartOf } from './stages/draw-beginning.ts'
import { aimsByState } from './states/aims-by-state.ts'
import { standingOf, type Standing } from './states/standing.ts'
import { needSaid, periodSaid, stateSentence } from './state-sentence.ts'
import { calledIn } from './versions/earlier-parts.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownPlanPages = page

export const ownPlanPage = '/own/plan'

/** What the person works towards, and why. What the programme and its parts are called stands folded: somebody may look over a shoulder. */
page.get('/own/plan', { does: 'consult', shows: 'plan_content', for: ['person'] }, async (work) => {
  const plan = await openPlan(work, work.actor.id)
  return show({ title: t('plan.own.title'), body: <Narrow>
    <PageHead title={t('plan.own.title')} sub={plan ? stateSentence(plan, work.today) : ''} />
    {plan ? await ownPlan(work, plan) : <Empty>{t('plan.own.none')}</Empty>}
  </Narrow> })
})

async function ownPlan(work: Work, plan: PlanRow) {
  const aims = await ownAimsOf(work, plan.id)
  const goals = (await goalsOf(work, plan.participant_id)).filter((goal) => goal.plan_id === plan.id && (isInForce(goal, work.today) || goal.how === null && goal.from_on > work.today))
  const parts = await chosenUnits(work, plan.participant_id)
  const isOpen = await offenceStandingOf(work, plan.participant_id) === 'open'
  const start = await drawnStartOf(work, plan.id)
  const standing = await standingOf(work, plan, { aims, noted: await statesOf(work, plan.id) })
  const needs = await needsOfPlan(work, plan.id)
  const isStrand = ({ kind }: Need) => strands.some((one) => one === kind)
  const { holding, others } = aimsByState(aims, { now: standing.now?.state, states: standing.states })
  return <>
    <Block title={t('plan.own.aims')}>
      {holding.length === 0 ? <Empty>{t('plan.own.no-aims')}</Empty> : <OwnAims aims={holding} />}
    </Block>
    <Block title={t('plan.own.goals')}>
      {goals.length === 0 ? <Empty>{t('plan.own.goals.none')}</Empty> : <p class="ds-paragraph muted" data-size="sm">{t('plan.own.goals.hint')}</p>}
      {goals.map((goal) => <article class="goal"><h3 class="ds-heading" data-size="2xs"><span dir="auto">{goal.title}</span></h3><p class="ds-paragraph muted" data-size="sm">{periodSaid(goal)}</p><Levels goal={goal} /></article>)}
    </Block>
    {needs.some(isStrand) && <Block title={t('plan.own.strands')}><OwnNeeds needs={needs.filter(isStrand)} /></Block>}
    <DetailsFold summary={t('plan.own.name')}>
      <p class="ds-paragraph">{(await programmeOf(work, plan.programme, plan.version))?.title ?? programmeTitle(plan.programme)}</p>
      {start && <p class="ds-paragraph">{t('plan.own.start', { day: say.day(start.begins_on) })}</p>}
      {parts.length > 0 && <><p class="ds-paragraph">{t('plan.own.parts')}</p><ol class="ds-list">{parts.map(({ name, aboutTheOffence }) => <li><span dir="auto">{name}</span>{aboutTheOffence && !isOpen && <span class="muted">, {t('plan.own.part-not-now')}</span>}</li>)}</ol></>}
      {needs.some((one) => !isStrand(one)) && <><p class="ds-paragraph">{t('plan.own.adapted')}</p><OwnNeeds needs={needs.filter((one) => !isStrand(one))} /></>}
      {standing.now && <OwnStanding standing={standing} />}
      {others.map((one) => <><p class="ds-paragraph">{t('plan.own.aims.other', { state: calledIn(standing.states, one.state) })}</p><OwnAims aims={one.aims} /></>)}
    </DetailsFold>
    <p class="ds-paragraph" data-size="sm">{t('plan.own.change')}</p>
  </>
}

function OwnAims({ aims }: { aims: Pick<Awaited<ReturnType<typeof ownAimsOf>>[number], 'aim' | 'reason'>[] }) {
  return <ol class="aims">{aims.map(({ aim, reason }) =>
    <li><p class="ds-paragraph"><span dir="auto">{aim}</span></p><p class="ds-paragraph muted" data-size="sm"><span dir="auto">{reason}</span></p></li>)}</ol>
}

function OwnNeeds({ needs }: { needs: Need[] }) {
  return <ul class="ds-list">{needs.map(({ kind, what, why }) => <li><b>{needSaid(kind)}:</b> <span dir="auto">{what}</span>{why && <span class="muted" dir="auto"> {why}</span>}</li>)}</ul>
}

/** How the colleague they meet sees where they stand, and how it was before: in the words of the programme, with the reason they gave, and theirs to disagree with. */
function OwnStanding({ standing: { now, before, states } }: { standing: Standing }) {
  return <>
    <p class="ds-paragraph">{t('plan.own.state')}</p>
    <ul class="ds-list">{[now, ...before].map((row) => row && <li><b dir="auto">{calledIn(states, row.state)}</b>, {t('plan.own.state.seen', { day: say.day(row.seen_on) })}. <span class="muted"><span dir="auto">{row.reason}</span>{row.noted_by && <> ({row.noted_by})</>}</span></li>)}</ul>
    <p class="ds-paragraph muted" data-size="sm">{t('plan.own.state.yours')}</p>
  </>
}
