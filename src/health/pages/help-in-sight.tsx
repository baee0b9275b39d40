import type { Child } from 'hono/jsx'
import { Block, Empty } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { isInForce } from '../advice.ts'
import { adviceOf, mayReadHelpOf, safetyPlansOf } from '../health.queries.ts'
import { planInForce } from '../health.verbs.ts'
import { t } from '../words.ts'
import { AdviceItem, PlanBody, writtenSaid } from './parts.tsx'

/** For a page on which somebody is helped now: the safety plan and what to do or leave, as they hold; nothing where this reader may read neither. */
export async function helpInSight(work: Work, participantId: number): Promise<Child | undefined> {
  if (!await mayReadHelpOf(work, participantId)) return undefined
  const [plans, advice] = [await safetyPlansOf(work, participantId), await adviceOf(work, participantId)]
  const [plan, held] = [planInForce(plans), advice.filter(isInForce)]
  return <>
    <Block title={t('health.plan.title')}>{plan ? <><PlanBody plan={plan} /><p class="ds-paragraph muted" data-size="sm">{writtenSaid(plan, work.today)}</p></> : <Empty>{t('health.plan.none')}</Empty>}</Block>
    <Block title={t('health.advice.title')}>{held.length > 0 ? <ul class="plain questions">{held.map((one) => <AdviceItem one={one} today={work.today} />)}</ul> : <Empty>{t('health.advice.none')}</Empty>}</Block>
  </>
}
