import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Empty, Link, Narrow, PageHead } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { ownClosingPage } from './closing/addresses.ts'
import { t as ofClosing } from './closing/words.ts'
import { HandOverTable, LinkRows, Meetings } from './pages/parts.tsx'
import { handOversOf, linksOf, maintenanceOf, ownersOf } from './transitions.queries.ts'
import { t } from './words.ts'

const page = pageDoors()
export const ownTransitionPages = page

/** What is arranged for the person outside: who, where to, with whom, and what one worker handed on to the next. It names no programme: somebody may look over a shoulder. */
page.get('/own/outside', { does: 'consult', shows: 'plan_dates', for: ['person'] }, async (work) => {
  const [[owner], links, [arranged], handOvers] = [await ownersOf(work, [work.actor.id]), await linksOf(work, work.actor.id), await maintenanceOf(work, work.actor.id), await handOversOf(work, work.actor.id)]
  return show({ title: t('transition.own.title'), body: <Narrow>
    <PageHead title={t('transition.own.title')} sub={t('transition.own.sub')} />
    <Block title={t('transition.own.who')} size="xs">{owner?.stands === 'there' ? <p class="ds-paragraph">{t(owner.acknowledgedAt === null ? 'transition.own.asked' : 'transition.own.knows', { name: owner.name, day: say.day(owner.acknowledgeBy) })}</p> : <Empty>{t('transition.own.nobody')}</Empty>}</Block>
    <Block title={t('transition.links')} size="xs"><LinkRows links={links} isOwn /></Block>
    <Block title={t('transition.maintenance')} size="xs"><Meetings arranged={arranged} /></Block>
    {handOvers.length > 0 && <Block title={t('transition.hand-over')} size="xs"><HandOverTable handOvers={handOvers} /></Block>}
    <p class="ds-paragraph"><Link href={ownClosingPage}>{ofClosing('closing.own.head')}</Link></p>
  </Narrow> })
})
