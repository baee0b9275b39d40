import { Block, Empty, Link } from '../platform/page/index.ts'
import type { Glance, Step } from '../platform/due.ts'
import type { Work } from '../platform/work.ts'
import { say } from '../platform/words/index.ts'
import { programmeTitle } from '../programmes/index.ts'
import { openPlan } from './plans.queries.ts'
import { stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

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
