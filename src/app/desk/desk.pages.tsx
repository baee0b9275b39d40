import { goTo, pageDoors, show, type Answer } from '../../platform/doors/index.ts'
import type { Due } from '../../platform/due.ts'
import { Block, ButtonLink, DueList, Empty, PageHead } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { shapes, type Work } from '../../platform/work.ts'
import { promisedPage, tomorrowPage } from './addresses.ts'
import { dueFor } from './gathered.ts'
import { navigation } from '../navigation.ts'
import { t } from '../words.ts'
import { t as desk } from './words.ts'

const page = pageDoors()
export const deskPages = page

page.get('/', { does: 'consult', shows: 'plan_dates', for: shapes.filter((shape) => shape !== 'machine') }, (work) => {
  if (work.actor.shape === 'person') return goTo('/own')
  if (work.actor.shape === 'oversight') return goTo(promisedPage)
  return work.actor.shape === 'casework' ? myDay(work) : places(work)
})

/** The day of those who oversee: what was promised to somebody. A door of its own, so that the log says what they looked at. */
page.get('/promised', { does: 'consult', shows: 'complaint', for: ['oversight'] }, (work) => myDay(work))

/** My day: what awaits this colleague, the earliest first, each with the reason it is due. */
async function myDay(work: Work): Promise<Answer> {
  const due = await dueFor(work)
  const [now, rest] = [due.filter(({ isNow }) => isNow), due.filter(({ isNow }) => !isNow)]
  const [late, next] = [rest.filter((one) => one.on < work.today), rest.filter((one) => one.on >= work.today)]
  const isCasework = work.actor.shape === 'casework'
  return show({ title: t('app.day.title'), body: <>
    <PageHead title={t('app.day.title')} sub={say.day(work.today)} actions={isCasework && <ButtonLink secondary href={tomorrowPage}>{desk('myday.tomorrow.link')}</ButtonLink>} />
    {now.length > 0 && <Block title={t('app.day.now')}><DueList items={now.map(asItem)} empty="" /></Block>}
    {late.length > 0 && <Block title={t('app.day.late')}><DueList items={late.map(asItem)} empty="" /></Block>}
    {(next.length > 0 || late.length === 0) && <Block title={t('app.day.next')}><DueList items={next.map(asItem)} empty={isCasework ? t('app.day.empty') : desk('myday.day.promised')} /></Block>}
    {due.length === 0 && <WhatICanDo work={work} />}
  </> })
}

/** Those who see no person: what they can do, and where. */
function places(work: Work): Answer {
  return show({ title: t('app.start.title'), body: <>
    <PageHead title={t('app.start.title')} sub={say.day(work.today)} />
    <WhatICanDo work={work} />
  </> })
}

/** Nobody begins on a page without a word: what each of their roles can do here today, and honestly what not yet. */
function WhatICanDo({ work }: { work: Work }) {
  const links = navigation(work.actor.shape, work.actor.roles).filter(({ href }) => href !== '/' && href !== promisedPage)
  const said = rolesAtADesk.filter((role) => work.actor.roles.includes(role))
  if (links.length === 0 && said.length === 0) return <Empty>{t('app.start.empty')}</Empty>
  return <Block title={desk('myday.empty.here')} size="xs">
    {said.map((role) => <p class="ds-paragraph">{desk(`myday.role.${role}`)}</p>)}
    <ul class="plain">{links.map(({ href, label }) => <li><a class="ds-link" href={href}>{label}</a></li>)}</ul>
  </Block>
}

const rolesAtADesk = ['coordinator', 'assessor', 'facilitator', 'mentor', 'coach', 'clinical_supervisor', 'observer', 'case_manager', 'health', 'circle_volunteer', 'circle_coordinator', 'faith_contributor',
  'interpreter', 'guardian', 'rights_officer', 'data_protection_officer', 'inspector', 'head', 'security', 'administrator'] as const

function asItem(due: Due) {
  return { when: whenOf(due), dateTime: due.at ?? due.on, label: due.about ? t('app.day.about', { what: due.says, who: due.about }) : due.says, href: due.href, note: due.because }
}

/** "Wed 25 Nov, 10:00": short, because a list is read with half an eye. */
export function whenOf({ on, at }: Pick<Due, 'on' | 'at'>): string {
  return at ? t('app.day.at', { day: say.weekday(on), time: say.time(at) }) : say.weekday(on)
}
