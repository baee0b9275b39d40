import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import type { Day } from '../../platform/day.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, DetailsFold, Empty, ErrorSummary, Fieldset, Form, Hidden, InARow, KeptRevision, Link, Narrow, Notice, PageHead, revisionShown, SavedDraft, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { closings, isFixed } from '../goal.ts'
import { levelNames } from '../plans.input.ts'
import { planToWrite } from '../plans.verbs.ts'
import { goalsOfPlan, theGoal } from '../set-goals.ts'
import { closingSaid, levelSaid, periodSaid } from '../state-sentence.ts'
import { isInForce, type GoalRow } from '../plans.queries.ts'
import { t } from '../words.ts'
import { closeGoalPage, goalPage, newGoalPage, newPeriodPage, planPage, Way, type Here } from './addresses.tsx'

type OfPlan = { goals: GoalRow[], today: Day, here: Here, mayWrite: boolean }

/** The goals of the period with their five levels in words; what lies ahead and what was closed, after them. */
export function GoalsOfPlan({ goals, today, here, mayWrite }: OfPlan) {
  const open = goals.filter(({ how }) => how === null)
  const closed = goals.filter(({ how }) => how !== null)
  return <Block title={t('plan.goals')}>
    {open.length === 0 && <Empty>{t('plan.goals.none')}</Empty>}
    {open.map((goal) => <article class="goal">
      <h3 class="ds-heading" data-size="2xs"><span dir="auto">{goal.title}</span></h3>
      <p class="ds-paragraph muted" data-size="sm">{periodSaid(goal)}. {whereInTime(goal, today)} {mayWrite && <GoalLinks goal={goal} today={today} here={here} />}</p>
      <Levels goal={goal} />
    </article>)}
    {mayWrite && <p class="ds-paragraph on-screen" data-size="sm"><Link href={newGoalPage(here)}>{t('plan.goal.title')}</Link>{open.some(({ from_on }) => from_on <= today) && <>{' · '}<Link href={newPeriodPage(here)}>{t('plan.period.title')}</Link></>}</p>}
    {closed.length > 0 && <DetailsFold summary={t('plan.goals.closed', { count: closed.length })}>{closed.map((goal) => <article class="goal">
      <h3 class="ds-heading" data-size="2xs"><span dir="auto">{goal.title}</span></h3>
      <p class="ds-paragraph muted" data-size="sm">{periodSaid(goal)}. {goal.how && goal.closed_on && t('plan.goal.closed-how', { how: closingSaid(goal.how), day: say.day(goal.closed_on) })} <span dir="auto">{goal.words}</span></p>
      <Levels goal={goal} />
    </article>)}</DetailsFold>}
  </Block>
}

/** Five sentences, the one that is expected marked by its place and its words, not by colour alone. */
export function Levels({ goal }: { goal: Pick<GoalRow, 'levels'> }) {
  return <ol class="levels">{goal.levels.map(({ level, sentence }) => <li class={level === 0 ? 'expected' : undefined}><span class="level-name">{levelSaid(level)}</span><span><span dir="auto">{sentence}</span></span></li>)}</ol>
}

function GoalLinks({ goal, today, here }: { goal: GoalRow, today: Day, here: Here }) {
  return <>{!isFixed({ from: goal.from_on }, today) && <><Link does href={goalPage(here, goal.public_id)}>{t('plan.goal.rewrite')}<span class="ds-sr-only"> {goal.title}</span></Link> </>}
    <Link does href={closeGoalPage(here, goal.public_id)}>{t('plan.goal.close')}<span class="ds-sr-only"> {goal.title}</span></Link></>
}

function whereInTime(goal: GoalRow, today: Day): string {
  if (goal.from_on > today) return t('plan.goal.ahead')
  return isInForce(goal, today) ? t('plan.goal.fixed') : t('plan.goal.over')
}

/** A new goal: agreed with the person before its period begins. */
export async function goalForm(work: Work, here: Here, attempt?: Attempt) {
  const before = await goalsOfPlan(work, await planToWrite(work, here.planId))
  return written(work, { here, action: newGoalPage(here), heading: t('plan.goal.title'), attempt, before })
}

/** Other words for a goal whose period has not begun. */
export async function rewriteForm(work: Work, { goalId, ...here }: Here & { goalId: string }, attempt?: Attempt) {
  await planToWrite(work, here.planId)
  const goal = await theGoal(work, goalId)
  if (isFixed({ from: goal.from_on }, work.today) || goal.how) throw refuse('goal-fixed')
  return written(work, { here, action: goalPage(here, goalId), heading: t('plan.goal.rewrite'), attempt, goal })
}

type Writing = { here: Here, action: string, heading: string, attempt: Attempt | undefined, goal?: GoalRow, /** What the plan has already. */ before?: GoalRow[] }

async function written(work: Work, { here, action, heading, attempt, goal, before }: Writing) {
  const open = (before ?? []).filter(({ how }) => how === null)
  const person = await thePerson(work)
  const shown = goal && revisionShown(attempt, goal.revision)
  return show({ title: heading, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={heading} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={heading} sub={t('plan.goal.hint')} />
    {open.length > 0 && <Notice kind="info">{t('plan.goal.open', { count: open.length, goals: say.list(open.map(({ title }) => `“${title}”`)) })}</Notice>}
    <Form action={action} keys={keysOf(work, shown)}>
      {before && <Hidden name="known" value={before.length} />}
      <SavedDraft attempt={attempt} />{shown !== undefined && <KeptRevision revision={shown} />}
      <TextField name="title" label={t('plan.field.goal')} hint={t('plan.goal.title-hint')} attempt={attempt} value={goal?.title ?? ''} required />
      <InARow>
        <DayField name="from" label={t('plan.field.from')} attempt={attempt} value={goal?.from_on ?? work.today} min={work.today} required />
        <DayField name="until" label={t('plan.field.until')} attempt={attempt} value={goal?.until_on ?? ''} min={work.today} />
      </InARow>
      <Fieldset legend={t('plan.goal.levels')} hint={t('plan.goal.levels-hint')}>
        {levelNames.map((name, place) => <TextArea name={`levels.${name}`} label={levelSaid(place - 2 as -2)} hint={place === 2 ? t('plan.goal.expected-hint') : undefined} rows={2} attempt={attempt}
          value={goal?.levels[place]?.sentence ?? ''} readers={place === 0 ? t('plan.aim.readers') : undefined} required />)}
      </Fieldset>
      <Submit label={t('plan.goal.do')} draft cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

export async function closeGoalForm(work: Work, { goalId, ...here }: Here & { goalId: string }, attempt?: Attempt) {
  await planToWrite(work, here.planId)
  const goal = await theGoal(work, goalId)
  if (goal.how) throw refuse('goal-closed-already')
  return closing(work, { here, action: closeGoalPage(here, goalId), heading: t('plan.goal.close'), attempt, about: <>
    <p class="ds-paragraph"><b><span dir="auto">{goal.title}</span></b></p><Levels goal={goal} /></> })
}

/** Every goal that has begun is closed in the same words, and new ones can be written. */
export async function newPeriodForm(work: Work, here: Here, attempt?: Attempt) {
  await planToWrite(work, here.planId)
  return closing(work, { here, action: newPeriodPage(here), heading: t('plan.period.title'), attempt, about: <p class="ds-paragraph">{t('plan.period.hint')}</p> })
}

type ClosingProps = { here: Here, action: string, heading: string, attempt: Attempt | undefined, about: ReturnType<typeof Levels> }

async function closing(work: Work, { here, action, heading, attempt, about }: ClosingProps) {
  const person = await thePerson(work)
  return show({ title: heading, body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={heading} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={heading} sub={person.name} />
    {about}
    <Form action={action} keys={keysOf(work)}>
      <Choice name="how" label={t('plan.field.closing')} hint={t('plan.closing.hint')} attempt={attempt} options={closings.map((how) => ({ value: how, label: closingSaid(how) }))} required />
      <TextArea name="words" label={t('plan.field.closing-words')} hint={t('plan.closing.words-hint')} attempt={attempt} rows={3} most={2000} readers={t('plan.aim.readers')} />
      <Submit label={heading} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}
