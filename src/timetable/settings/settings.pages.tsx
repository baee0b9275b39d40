import type { Attempt } from '../../platform/attempt.ts'
import { addMonths } from '../../platform/day.ts'
import { openUnits } from '../../people/index.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, CopyField, DayField, Empty, ErrorSummary, Form, InARow, Link, Narrow, Notice, PageHead, Submit } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { sessionPage } from '../../sessions/index.ts'
import type { Work } from '../../platform/work.ts'
import { feedAddress, feedsPage, placePage, timetablePage } from '../addresses.ts'
import { endFeed, makeFeed } from '../feed/feed.verbs.ts'
import { AwaySaid, FeedWanted, HoursSaid } from '../timetable.input.ts'
import { awayOfMine, feedsOfMine, hoursOfMine, plannedAgainst, type Against } from '../timetable.queries.ts'
import { t } from '../words.ts'
import { HoursForm, HoursList, Listed, TakeAway } from './hours.tsx'
import { sayAway, sayHours, takeAwayBack, takeHoursAway } from './settings.verbs.ts'

const page = pageDoors()
export const settingsPages = page
const mine = { shows: 'nothing' } as const

page.get('/timetable', { ...mine, does: 'consult' }, (work, _, attempt) => mineOf(work, attempt))
page.post('/timetable/hours', { ...mine, does: 'collect', takes: HoursSaid, again: (work, _, attempt) => mineOf(work, attempt) }, async (work, said) => {
  await sayHours(work, said)
  return goTo(timetablePage, t('timetable.saved'))
})
page.post('/timetable/hours/{hoursId}/endings', { ...mine, does: 'alter' }, async (work, { hoursId }) => {
  await takeHoursAway(work, hoursId)
  return goTo(timetablePage, t('timetable.taken-away'))
})
page.post('/timetable/away', { ...mine, does: 'collect', takes: AwaySaid, again: (work, _, attempt) => mineOf(work, attempt) }, async (work, said) => {
  await sayAway(work, said)
  const then = (await plannedAgainst(work)).filter(({ why, on }) => why === 'away' && said.fromOn <= on && on <= said.untilOn)
  return goTo(timetablePage, then.length === 0 ? t('timetable.saved') : t('timetable.away.saved', { count: then.length }))
})
page.post('/timetable/away/{awayId}/endings', { ...mine, does: 'alter' }, async (work, { awayId }) => {
  await takeAwayBack(work, awayId)
  return goTo(timetablePage, t('timetable.taken-away'))
})

async function mineOf(work: Work, attempt?: Attempt) {
  const [hours, away, units, feeds, against] = [await hoursOfMine(work), await awayOfMine(work), await openUnits(work), await feedsOfMine(work), await plannedAgainst(work)]
  const of = attemptsIn(attempt)
  if (against.length > 0) work.shows('session_attendance')
  return show({ title: t('timetable.title'), body: <Narrow>
    <PageHead title={t('timetable.title')} sub={t('timetable.sub')} />
    <ErrorSummary attempt={attempt} />
    <PlannedAgainst against={against} />
    <Block title={t('timetable.hours')}>
      {hours.length === 0 ? <Empty>{t('timetable.hours.none')}</Empty> : <HoursList work={work} hours={hours} at={(id) => `${timetablePage}/hours/${id}/endings`} />}
      <HoursForm action={`${timetablePage}/hours`} keys={keysOf(work)} attempt={of.hours} />
    </Block>
    <Block title={t('timetable.away')}>
      <p class="ds-paragraph" data-size="sm">{t('timetable.away.what')}</p>
      {away.length > 0 && <Listed caption={t('timetable.away')} rows={away.map(({ public_id: id, from_on: from, until_on: until }) => {
        const says = t('timetable.from-until', { from: say.day(from), until: say.day(until) })
        return { says, end: <TakeAway work={work} action={`${timetablePage}/away/${id}/endings`} what={says} /> }
      })} />}
      <Form action={`${timetablePage}/away`} keys={keysOf(work)}>
        <InARow><DayField name="fromOn" label={t('timetable.field.from-on')} attempt={of.away} required /><DayField name="untilOn" label={t('timetable.field.until-on')} attempt={of.away} required /></InARow>
        <Submit label={t('timetable.away.do')} />
      </Form>
    </Block>
    <Block title={t('timetable.feeds')}>
      <p class="ds-paragraph">{t('timetable.feeds.what')}</p>
      {feeds.length > 0 && <Listed caption={t('timetable.feeds')} rows={feeds.map(({ public_id: id, made_at: made, expires_at: ends }) => {
        const says = t('timetable.feed', { made: say.moment(made), ends: say.moment(ends) })
        return { says, end: <TakeAway work={work} action={`${feedsPage}/${id}/endings`} what={says} label={t('timetable.feed.end')} /> }
      })} />}
      <Form action={feedsPage} keys={keysOf(work)}>
        <DayField name="untilOn" label={t('timetable.field.feed-until')} hint={t('timetable.feed.hint')} value={addMonths(work.today, 3)} attempt={of.feed} place="feed" required />
        <Submit label={t('timetable.feed.do')} />
      </Form>
    </Block>
    <Block title={t('timetable.units')}><ul class="plain">{units.map(({ public_id: id, name }) => <li><Link href={placePage(id)}>{name}</Link></li>)}</ul></Block>
  </Narrow> })
}

/** Three forms stand on the page: what was typed in one, and what is wrong with it, is shown in that one. */
function attemptsIn(attempt: Attempt | undefined) {
  const form = attempt === undefined ? undefined : 'weekday' in attempt.values ? 'hours' : 'fromOn' in attempt.values ? 'away' : 'feed'
  const only = (one: typeof form) => (one === form ? attempt : undefined)
  return { hours: only('hours'), away: only('away'), feed: only('feed') }
}

/** Planned for a day or in a room that is no longer what it was: in sight until it is moved, and nothing where there is nothing. */
function PlannedAgainst({ against }: { against: Against[] }) {
  if (against.length === 0) return null
  return <Block title={t('timetable.against')}>
    <p class="ds-paragraph" data-size="sm">{t('timetable.against.what')}</p>
    <ul class="plain">{against.map(({ session, person, name, starts_at: at, why }) =>
      <li><Link href={sessionPage(person, session)}>{say.moment(at)}</Link>{name && <span dir="auto">, {name}</span>}: {t(`timetable.against.${why}`)}</li>)}</ul>
  </Block>
}

page.post('/timetable/feeds', { ...mine, does: 'collect', takes: FeedWanted, again: (work, _, attempt) => mineOf(work, attempt) }, async (work, { untilOn }, { site }) => {
  const token = await makeFeed(work, untilOn)
  return show({ title: t('timetable.feed.made'), body: <Narrow>
    <PageHead title={t('timetable.feed.made')} actions={<ButtonLink secondary href={timetablePage}>{t('timetable.back')}</ButtonLink>} />
    <Notice kind="care">{t('timetable.feed.once')}</Notice>
    <CopyField name="address" label={t('timetable.feed.address')} hint={t('timetable.feed.copy')} value={`${site}${feedAddress(token)}`} />
    <p class="ds-paragraph">{t('timetable.feed.how')}</p>
  </Narrow> })
})
page.post('/timetable/feeds/{feedId}/endings', { ...mine, does: 'alter' }, async (work, { feedId }) => {
  await endFeed(work, feedId)
  return goTo(timetablePage, t('timetable.feed.ended'))
})
