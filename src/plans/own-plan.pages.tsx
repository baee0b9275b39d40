import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, DetailsFold, Empty, Narrow, PageHead } from '../platform/page/index.ts'
import { programmeTitle } from '../programmes/index.ts'
import { openPlan, ownAimsOf } from './plans.queries.ts'
import { stateSentence } from './state-sentence.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownPlanPages = page

export const ownPlanPage = '/own/plan'

/** What the person works towards, and why. What the programme is called stands folded: somebody may look over a shoulder. */
page.get('/own/plan', { does: 'consult', shows: 'plan_content', for: ['person'] }, async (work) => {
  const plan = await openPlan(work, work.actor.id)
  const aims = plan ? await ownAimsOf(work, plan.id) : []
  return show({ title: t('plan.own.title'), body: <Narrow>
    <PageHead title={t('plan.own.title')} sub={plan ? stateSentence(plan) : ''} />
    {!plan ? <Empty>{t('plan.own.none')}</Empty> : <>
      <Block title={t('plan.own.aims')}>
        {aims.length === 0 ? <Empty>{t('plan.own.no-aims')}</Empty> : <ol class="aims">{aims.map(({ aim, reason }) =>
          <li><p class="ds-paragraph">{aim}</p><p class="ds-paragraph muted" data-size="sm">{reason}</p></li>)}</ol>}
      </Block>
      <DetailsFold summary={t('plan.own.name')}><p class="ds-paragraph">{programmeTitle(plan.programme)}</p></DetailsFold>
      <p class="ds-paragraph" data-size="sm">{t('plan.own.change')}</p>
    </>}
  </Narrow> })
})
