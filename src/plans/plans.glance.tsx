import { mayFor, teamPage } from '../access/index.ts'
import { Block, DetailsFold, Empty, Link } from '../platform/page/index.ts'
import type { Due, Glance, Step } from '../platform/due.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import { say } from '../platform/words/index.ts'
import { leastTeam, missingIn, programmeOf, programmesOnOffer, programmeTitle } from '../programmes/index.ts'
import { offenceStandingOf } from './offence/answer-offence.ts'
import { changesToKnow } from './change/change.queries.ts'
import { t as change } from './change/words.ts'
import { unitsIn } from './choose-units.ts'
import { isAboutTheOffence } from './versions/earlier-parts.ts'
import { isWorkDone } from './plan.ts'
import type { Fit } from './feasibility.ts'
import { plansThatDoNotFit } from './fit-plan.ts'
import { startsDrawnSoon } from './stages/draw-beginning.ts'
import { carriedPage, fitPage, newNeedPage, newPeriodPage, planPage, plansPage, stagesPage } from './pages/addresses.tsx'
import { Levels } from './pages/goals.tsx'
import { goalsInForce, lapsedInPlans, lastEndedPlan, openPlan, plansAwaiting, unitsOfPlan, type PlanRow } from './plans.queries.ts'
import { levelSaid, stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

/** Who said yes and waits for a plan; who said stop while the plan still runs; whose team is too small; what does not fit before release; goals whose period is over, and plans without a strand. */
export async function plansDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework') return []
  const [waiting, unfit, lapsed, drawn, changed] = await together([plansAwaiting(work), plansThatDoNotFit(work), lapsedInPlans(work), startsDrawnSoon(work), changesToKnow(work)])
  const awaiting = await together(waiting.map((one) => waitingDue(work, one)))
  const fits = unfit.map(({ person, name, public_id: planId, fit }) => (
    { on: work.today, about: name, says: t('plan.due.fit'), href: fitPage({ participantId: person, planId }), because: becauseOf(fit) }))
  const starts = drawn.map(({ person, name, plan: planId, begins_on: on }) => (
    { on, about: name, says: t('plan.start.due'), href: stagesPage({ participantId: person, planId }), because: t('plan.start.due.because') }))
  return [...awaiting.flat(), ...fits, ...lapsed.map(lapsedDue), ...starts, ...changed.map(changeDue)]
}

function changeDue({ person, name, plan: planId, what, on, from, to }: Awaited<ReturnType<typeof changesToKnow>>[number]): Due {
  const here = { participantId: person, planId }
  return what === 'carry' ? { on, about: name, says: change('plan.carry.due'), href: carriedPage(here), because: change('plan.carry.due.because') }
    : { on, about: name, says: change('plan.change.due'), href: planPage(here), because: change('plan.change.due.because', { from: programmeTitle(from), to: programmeTitle(to) }) }
}

type Waiting = Awaited<ReturnType<typeof plansAwaiting>>[number]

async function waitingDue(work: Work, { person, name, plan, since: on, below }: Waiting): Promise<Due[]> {
  if (below) return teamDue(work, { person, name, on, below })
  return [plan === null ? { on, about: name, says: t('plan.new.title'), href: `${plansPage(person)}/new`, because: t('plan.due.because-yes') }
    : { on, about: name, says: t('plan.end.title'), href: `${plansPage(person)}/${plan}/ending`, because: t('plan.due.because-stop') }]
}

/** The team that the programme asks for, in the version of the plan, beside who is on it. */
async function teamDue(work: Work, { person, name, on, below }: { person: string, name: string, on: Due['on'], below: NonNullable<Waiting['below']> }): Promise<Due[]> {
  const offered = programmesOnOffer().find(({ hash }) => hash === below.hash)?.definition
  const definition = offered ?? await programmeOf(work, below.programme, below.version)
  const missing = definition ? missingIn(leastTeam(definition), below.team) : []
  return missing.length === 0 ? [] : [{ on, about: name, says: t('plan.due.team'), href: teamPage(person),
    because: t('plan.due.team.because', { missing: say.list(missing.map(({ title, count, there }) => t('plan.due.team.role', { role: title, least: count, there }))) }) }]
}

function lapsedDue({ person, name, plan: planId, goals, due_on: on }: Awaited<ReturnType<typeof lapsedInPlans>>[number]): Due {
  const here = { participantId: person, planId }
  return goals === null ? { on, about: name, says: t('plan.due.strand'), href: newNeedPage(here), because: t('plan.due.strand.because') }
    : { on, about: name, says: t('plan.due.goals'), href: newPeriodPage(here), because: t('plan.due.goals.because', { count: goals }) }
}

function becauseOf(fit: Fit): string {
  if ('leastUntil' in fit && fit.leastUntil) return t('plan.due.fit.because-time', { day: say.day(fit.leastUntil) })
  const left = 'left' in fit ? fit.left.most : 0
  return t('plan.due.fit.because', { left, count: 'possible' in fit ? fit.possible : 0 })
}

/** The plan's part of one person's page: what it is, the part that is next, and the goals in force. */
export async function planGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, mayWrite, plan] = await together([mayFor(work, 'read', 'plan_dates'), mayFor(work, 'write', 'plan_dates'), openPlan(work, participantId)])
  if (!mayRead) return undefined
  const here = plan && { participantId: publicId, planId: plan.public_id }
  const body = plan && here
    ? <><p class="ds-paragraph" data-size="sm"><Link href={planPage(here)}>{programmeTitle(plan.programme)}</Link>, {stateSentence(plan, work.today)}</p>{await contentAtAGlance(work, plan)}</>
    : <Empty>{t('plan.none')} {mayWrite && <Link href={`${plansPage(publicId)}/new`}>{t('plan.none.make')}</Link>}</Empty>
  return { place: 'aside', order: 10, action: { href: here ? planPage(here) : plansPage(publicId), says: t('plan.title') }, body: <Block title={t('plan.title')} size="xs">{body}</Block> }
}

/** Of the content, what this reader may read: the policies leave nothing of it to others. */
async function contentAtAGlance(work: Work, plan: PlanRow) {
  const [goals, standing, decided] = await together([goalsInForce(work, plan.participant_id), offenceStandingOf(work, plan.participant_id), unitsOfPlan(work, plan.id)])
  const units = await unitsIn(work, plan, decided)
  const isOpen = standing === 'open'
  const row = decided.find((one) => one.position !== null && one.done_on === null && (isOpen || !isAboutTheOffence(units, one)))
  const next = row && units.find(({ id }) => id === row.unit_id)
  return <>
    {next && <p class="ds-paragraph" data-size="sm">{t('plan.glance.next', { title: next.title })}</p>}
    {goals.length > 0 && <ul class="plain-list">{goals.map((goal) => <li><p class="ds-paragraph" data-size="sm"><b dir="auto">{goal.title}</b><br />
      <span class="muted">{levelSaid(0)}:</span> <span dir="auto">{goal.levels.find(({ level }) => level === 0)?.sentence}</span></p>
      <DetailsFold summary={t('plan.glance.levels')}><Levels goal={goal} /></DetailsFold></li>)}</ul>}
  </>
}

/**
 * The plan on the path: treatment is where somebody with an open plan stands. Once it has ended it is behind them, and where its work was done, what was gained is
 * kept up: maintenance. Whoever was accepted anew has it ahead again.
 */
export async function planSteps(work: Work, participantId: number): Promise<Step[]> {
  const plan = await openPlan(work, participantId)
  if (plan) return [{ at: 'treatment', state: 'now', note: say.dayShort(plan.begins_on) }]
  const last = await lastEndedPlan(work, participantId)
  if (!last) return []
  const note = say.dayShort(last.ended_on ?? last.begins_on)
  return [{ at: 'treatment', state: 'done', note }, ...(isWorkDone(last.ending) ? [{ at: 'maintenance' as const, state: 'now' as const, note }] : [])]
}
