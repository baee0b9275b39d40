import { Block, Empty, Link } from '../platform/page/index.ts'
import type { Due, Glance, Step } from '../platform/due.ts'
import type { Work } from '../platform/work.ts'
import { say } from '../platform/words/index.ts'
import { programmeTitle } from '../programmes/index.ts'
import { openPlan, plansAwaiting } from './plans.queries.ts'
import { stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

/** Who said yes and waits for a plan; who said stop while the plan still runs. */
export async function plansDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework') return []
  return (await plansAwaiting(work)).map(({ person, name, plan, since }) => plan === null
    ? { on: since, about: name, says: t('plan.new.title'), href: `/people/${person}/plans/new`, because: t('plan.due.because-yes') }
    : { on: since, about: name, says: t('plan.end.title'), href: `/people/${person}/plans/${plan}/ending`, because: t('plan.due.because-stop') })
}

/** The plan's part of one person's page. */
export async function planGlance(work: Work, participantId: number, publicId: string): Promise<Glance> {
  const plan = await openPlan(work, participantId)
  const body = plan
    ? <p class="ds-paragraph" data-size="sm"><Link href={`/people/${publicId}/plans/${plan.public_id}`}>{programmeTitle(plan.programme)}</Link>, {stateSentence(plan)}</p>
    : <Empty>{t('plan.none')} <Link href={`/people/${publicId}/plans/new`}>{t('plan.none.make')}</Link></Empty>
  const action = { href: plan ? `/people/${publicId}/plans/${plan.public_id}` : `/people/${publicId}/plans`, says: t('plan.title') }
  return { place: 'aside', order: 10, action, body: <Block title={t('plan.title')} size="xs">{body}</Block> }
}

/** The plan on the path: treatment is where somebody with a running plan stands. */
export async function planSteps(work: Work, participantId: number): Promise<Step[]> {
  const plan = await openPlan(work, participantId)
  return plan ? [{ at: 'treatment', state: 'now', note: say.dayShort(plan.begins_on) }] : []
}
