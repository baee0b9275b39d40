import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Empty, ErrorSummary, Form, Narrow, PageHead, Several, Submit } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { carriedPage, planPage, Way, type Here } from '../pages/addresses.tsx'
import { planToWrite } from '../plans.verbs.ts'
import { needSaid, stateSentence } from '../state-sentence.ts'
import { t as plan } from '../words.ts'
import { beforehand } from './carry-over.ts'
import { carryingOf } from './change.queries.ts'
import { t } from './words.ts'

/** Goals, aims and what makes the plan fit, as they stood in the plan before: nothing is ticked beforehand. */
export async function carryForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const open = await planToWrite(work, here.planId)
  const found = await beforehand(work, open)
  if (!found) throw refuse('plan-nothing-before')
  if (await carryingOf(work, open.id)) throw refuse('plan-carried-already')
  const { before, goals, aims, adaptations, strands } = found
  const needs = [...adaptations, ...strands]
  return show({ title: t('plan.carry.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.carry.title')} plan={{ at: here, title: plan('plan.title') }} />
    <PageHead title={t('plan.carry.title')} sub={t('plan.carry.from', { programme: programmeTitle(before.programme), state: stateSentence(before) })} />
    <p class="ds-paragraph">{t('plan.carry.sub')}</p>
    {goals.length + aims.length + needs.length === 0 && <Empty>{t('plan.carry.nothing')}</Empty>}
    <Form action={carriedPage(here)} keys={keysOf(work)}>
      {goals.length > 0 && <Several name="goals" label={plan('plan.own.goals')} hint={t('plan.carry.readers')} attempt={attempt} options={goals.map((one) => ({ value: one.public_id, label: one.title, hint: one.levels.find(({ level }) => level === 0)?.sentence ?? '' }))} />}
      {aims.length > 0 && <Several name="aims" label={plan('plan.aims')} attempt={attempt} options={aims.map((one) => ({ value: one.public_id, label: one.aim, hint: one.reason }))} />}
      {needs.length > 0 && <Several name="needs" label={plan('plan.needs.title')} attempt={attempt} options={needs.map((one) => ({ value: one.public_id, label: one.what, hint: needSaid(one.kind) }))} />}
      <Submit label={t('plan.carry.do')} cancel={{ href: planPage(here), label: plan('plan.back') }} />
    </Form>
  </Narrow> })
}
