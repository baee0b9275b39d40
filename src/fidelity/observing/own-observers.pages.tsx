import { pageDoors, show } from '../../platform/doors/index.ts'
import { Empty, Narrow, PageHead, Tag } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { ownObservers } from './observing.queries.ts'
import { t } from '../words.ts'

const page = pageDoors()
export const ownObserverPages = page

/** Who sits in at the person's own meetings and why: the reason that was given when somebody was named, in the same words. */
page.get('/own/observers', { does: 'consult', shows: 'session_content', for: ['person'] }, async (work) => {
  const named = await ownObservers(work)
  return show({ title: t('integrity.own.title'), body: <Narrow>
    <PageHead title={t('integrity.own.title')} sub={t('integrity.own.sub')} />
    {named.length === 0 ? <Empty>{t('integrity.own.none')}</Empty> : <ul class="plain">{named.map(({ reason, from_at: from, until_at: until }) => <li>
      <p class="ds-paragraph"><span dir="auto">{reason}</span> {until <= work.now && <Tag>{t('integrity.own.over')}</Tag>}</p>
      <p class="ds-paragraph muted" data-size="sm">{t('integrity.own.reads', { from: say.moment(from), until: say.moment(until) })}</p>
    </li>)}</ul>}
    <p class="ds-paragraph">{t('integrity.own.no')}</p>
  </Narrow> })
})

/** Whether anybody was ever named to sit in with them: only then the way there stands in their own space. */
export async function hasOwnObservers(work: Work): Promise<boolean> {
  return (await ownObservers(work)).length > 0
}
