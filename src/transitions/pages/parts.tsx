import type { Person } from '../../participants/index.ts'
import { Block, Crumbs, DetailsFold, Empty, Link, Table, Tag } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { placePage } from '../../community/index.ts'
import { transitionPage } from '../addresses.ts'
import { latestOfEach, meetingDays } from '../transition.ts'
import type { handOversOf, linksOf, maintenanceOf } from '../transitions.queries.ts'
import { t } from '../words.ts'

export function Way({ person, here }: { person: Person, here?: string }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }]
  return <Crumbs above={here ? [...above, { href: transitionPage(person.public_id), label: t('transition.title') }] : above} here={here ?? t('transition.title')} />
}

type Links = Awaited<ReturnType<typeof linksOf>>

/** Places and what the person says of each; what they said before folds away below. */
export function LinkRows({ links, isOwn }: { links: Links, isOwn?: boolean }) {
  if (links.length === 0) return <Empty>{t(isOwn ? 'transition.links.own-none' : 'transition.links.none')}</Empty>
  return <ul class="ds-list plain">{latestOfEach(links).map(({ now, before }) => <li>
    {isOwn ? <b dir="auto">{now.name}</b> : <Link href={placePage(now.place)}>{now.name}</Link>} <Tag>{t(`transition.answer.${now.answer}`)}</Tag>
    <div class="muted" dir="auto">{say.beside([now.area, now.reach])}</div>
    {now.isClosed && <div>{t('transition.links.closed')}</div>}
    {now.words && <div><q dir="auto">{now.words}</q></div>}
    {before.length > 0 && <DetailsFold summary={t('transition.links.before')}><ul class="plain">{before.map((one) => <li>{say.beside([say.moment(one.toldAt), t(`transition.answer.${one.answer}`), one.words].filter(Boolean))}</li>)}</ul></DetailsFold>}
  </li>)}</ul>
}

type Maintenance = Awaited<ReturnType<typeof maintenanceOf>>[number]

export function Meetings({ arranged }: { arranged: Maintenance | undefined }) {
  if (!arranged) return <Empty>{t('transition.maintenance.none')}</Empty>
  return <><p class="ds-paragraph">{t('transition.maintenance.with', { name: arranged.name, weeks: t('transition.weeks', { count: arranged.everyWeeks }), count: arranged.meetings })}</p>
    <p class="ds-paragraph muted" data-size="sm">{say.list(meetingDays(arranged).slice(0, 12).map((day) => say.dayShort(day)))}{arranged.meetings > 12 && ' …'}</p></>
}

type HandOvers = Awaited<ReturnType<typeof handOversOf>>

export function HandOverTable({ handOvers }: { handOvers: HandOvers }) {
  return <Table caption={t('transition.hand-over')} captionHidden columns={[t('transition.hand-over.to'), t('transition.hand-over.what'), t('transition.hand-over.when'), t('transition.hand-over.taken')].map((label) => ({ label }))}
    rows={handOvers.map((one) => [t('transition.from-to', { from: one.from, to: one.to }), <>{say.list(one.items.map((item) => t(`transition.item.${item}`)))}{one.statesNeededFor && <div dir="auto">{t('transition.states-for', { what: one.statesNeededFor })}</div>}{one.words && <div dir="auto">{one.words}</div>}</>,
      say.moment(one.handedAt), one.takenAt ? say.moment(one.takenAt) : t('transition.by-day', { day: say.day(one.acknowledgeBy) })])} />
}

export function Section({ title, children }: { title: string, children: Parameters<typeof Block>[0]['children'] }) {
  return <Block title={title} size="xs">{children}</Block>
}
