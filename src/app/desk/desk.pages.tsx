import { goTo, pageDoors, show, type Answer } from '../../platform/doors/index.ts'
import type { Due } from '../../platform/due.ts'
import { Block, ButtonLink, DueList, Empty, PageHead } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { shapes, type Work } from '../../platform/work.ts'
import { dueFor } from './gathered.ts'
import { navigation } from '../navigation.ts'
import { t } from '../words.ts'

const page = pageDoors()
export const deskPages = page

page.get('/', { does: 'consult', shows: 'plan_dates', for: shapes.filter((shape) => shape !== 'machine') }, (work) => {
  if (work.actor.shape === 'person') return goTo('/own')
  return work.actor.shape === 'casework' ? myDay(work) : places(work)
})

/** My day: what awaits this colleague, the earliest first, each with the reason it is due. */
async function myDay(work: Work): Promise<Answer> {
  const due = await dueFor(work)
  const [now, rest] = [due.filter(({ isNow }) => isNow), due.filter(({ isNow }) => !isNow)]
  const [late, next] = [rest.filter((one) => one.on < work.today), rest.filter((one) => one.on >= work.today)]
  return show({ title: t('app.day.title'), body: <>
    <PageHead title={t('app.day.title')} sub={say.day(work.today)} actions={<ButtonLink href="/people">{t('app.day.people')}</ButtonLink>} />
    {now.length > 0 && <Block title={t('app.day.now')}><DueList items={now.map(asItem)} empty="" /></Block>}
    {late.length > 0 && <Block title={t('app.day.late')}><DueList items={late.map(asItem)} empty="" /></Block>}
    <Block title={t('app.day.next')}><DueList items={next.map(asItem)} empty={t('app.day.empty')} /></Block>
  </> })
}

/** Roles of the whole service have no day of their own yet: they see where they can go. */
function places(work: Work): Answer {
  const links = navigation(work.actor.shape, work.actor.roles).filter(({ href }) => href !== '/')
  return show({ title: t('app.start.title'), body: <>
    <PageHead title={t('app.start.title')} sub={say.day(work.today)} />
    {links.length === 0 ? <Empty>{t('app.start.empty')}</Empty> : <Block title={t('app.start.places')}>
      <ul class="places">{links.map(({ href, label }) => <li><a class="ds-link" href={href}>{label}</a></li>)}</ul>
    </Block>}
  </> })
}

function asItem(due: Due) {
  return { when: whenOf(due), dateTime: due.at ?? due.on, label: due.about ? t('app.day.about', { what: due.says, who: due.about }) : due.says, href: due.href, note: due.because }
}

/** "Wed 25 Nov, 10:00": short, because a list is read with half an eye. */
export function whenOf({ on, at }: Pick<Due, 'on' | 'at'>): string {
  return at ? t('app.day.at', { day: say.weekday(on), time: say.time(at) }) : say.weekday(on)
}
