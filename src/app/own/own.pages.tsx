import { agreementsDue, ownAgreementsPage } from '../../agreements/index.ts'
import { ownReadersPage } from '../../access/index.ts'
import { ownLogPage } from '../../audit/index.ts'
import { ownComplaintsOpen, ownComplaintsPage } from '../../complaints/index.ts'
import { ownExercisesPage } from '../../exercises/index.ts'
import { hasOwnObservers, ownObserversPage } from '../../fidelity/index.ts'
import { consentTo, hasToReadRelease, myself, ownReleasePage, ownTimesPage } from '../../participants/index.ts'
import { ownHelpPage } from '../../health/index.ts'
import { ownInterpretersPage } from '../../interpreters/index.ts'
import { ownMeasuresPage } from '../../measures/index.ts'
import { openPlan, ownPlanPage } from '../../plans/index.ts'
import type { Day } from '../../platform/day.ts'
import { pageDoors, show } from '../../platform/doors/index.ts'
import { Block, DueList, Heaps, PageHead, TaskList, type Task } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { ownAskPage } from '../../referrals/index.ts'
import { ownToldPage } from '../../safety/index.ts'
import { ownReportsPage } from '../../sharing/index.ts'
import { ownClosingPage, ownMovesPage, ownTransitionPage } from '../../transitions/index.ts'
import { nextMeetings, ownSessionsPage } from '../../sessions/index.ts'
import { t } from '../words.ts'

const page = pageDoors()
export const ownPages = page

/**
 * A person's own start, on a shared machine: what comes next, what was agreed, who looked, how to stop. It names neither a
 * programme nor what it is about: somebody may look over a shoulder.
 */
page.get('/own', { does: 'consult', shows: 'plan_dates', for: ['person'] }, async (work) => {
  const me = await myself(work)
  if (!me) throw refuse('not-found')
  const asked = await askedOf(work)
  return show({ title: t('app.own.title'), body: <>
    <PageHead title={t('app.own.hello')} sub={say.day(work.today)} />
    <Next meetings={await nextMeetings(work, me.participant_id)} waits={me.state === 'paused'} asked={asked} today={work.today} />
    <Heaps>{(await groupsOf(work, me, asked)).map(({ title, tasks }) => <Block title={title} size="xs"><TaskList tasks={tasks} /></Block>)}</Heaps>
  </> })
})

/** What somebody waits for from the person: it stands above all else, and beside its place below. */
type Asked = { agreements?: string, release?: string }

async function askedOf(work: Work): Promise<Asked> {
  return { ...((await agreementsDue(work)).length > 0 && { agreements: t('app.own.asked') }), ...(await hasToReadRelease(work) && { release: t('app.own.release.changed') }) }
}

type Coming = { meetings: Awaited<ReturnType<typeof nextMeetings>>, waits: boolean, asked: Asked, today: Day }

/** What waits for the person, then the appointments. In a pause nobody comes for nothing: that they wait is said instead of when they are. */
function Next({ meetings, waits, asked, today }: Coming) {
  const waiting = [
    ...(asked.agreements ? [{ label: t('app.own.agreements'), href: ownAgreementsPage, note: asked.agreements }] : []),
    ...(asked.release ? [{ label: t('app.own.release'), href: ownReleasePage, note: asked.release }] : [])]
  const coming = waits ? [] : meetings.map(({ starts_at, place, minutes }) => ({ when: say.moment(starts_at), dateTime: starts_at, label: say.beside([t('app.own.appointment'), place, t('app.own.minutes', { count: minutes })].filter(Boolean)) }))
  return <Block title={t('app.own.next')}>
    {waiting.length > 0 && <DueList items={waiting.map((one) => ({ ...one, when: say.day(today), dateTime: today }))} empty="" />}
    {(coming.length > 0 || waits || waiting.length === 0) && <DueList items={coming} empty={waits ? t('app.own.next.waits') : t('app.own.nothing-next')} />}
  </Block>
}

type Me = { participant_id: number, state: string }

/** Every place of one's own, in four heaps: few enough to be read with effort. A word stands beside one only where it says something. */
async function groupsOf(work: Work, me: Me, asked: Asked): Promise<{ title: string, tasks: Task[] }[]> {
  const hasEnded = me.state === 'ended'
  return [
    { title: t('app.own.together'), tasks: await together(work, me, asked) },
    { title: t('app.own.going'), tasks: [
      { label: t('app.own.changes'), href: ownMovesPage },
      { label: t('app.own.release'), href: ownReleasePage, ...(asked.release && { state: asked.release }) },
      { label: t('app.own.outside'), href: ownTransitionPage }] },
    { title: t('app.own.to-say'), tasks: [
      { label: t('app.own.how'), href: ownMeasuresPage }, { label: t('app.own.needs'), href: '/own/needs' }, { label: t('app.own.times'), href: ownTimesPage }, { label: t('app.own.interpreters'), href: ownInterpretersPage },
      { label: t('app.own.complaints'), href: ownComplaintsPage, state: await complaintsState(work) }, { label: t('app.own.stop'), href: '/own/withdrawal', state: t('app.own.any-time') },
      ...(hasEnded ? [{ label: t('app.own.ask'), href: ownAskPage, state: t('app.own.any-time') }] : [])] },
    { title: t('app.own.about-me'), tasks: [
      ...(hasEnded ? [{ label: t('app.own.closing'), href: ownClosingPage }] : []),
      { label: t('app.own.readers'), href: ownReadersPage }, { label: t('app.own.who-looked'), href: ownLogPage }, { label: t('app.own.passed-on'), href: ownToldPage }, { label: t('app.own.reports'), href: ownReportsPage }] },
  ]
}

async function together(work: Work, me: Me, asked: Asked): Promise<Task[]> {
  const plan = await openPlan(work, me.participant_id)
  return [
    ...(plan ? [{ label: t('app.own.plan', { since: say.day(plan.begins_on) }), href: ownPlanPage, state: await planState(work, me) }] : []),
    { label: t('app.own.sessions'), href: ownSessionsPage }, { label: t('app.own.agreements'), href: ownAgreementsPage, ...(asked.agreements && { state: asked.agreements }) }, { label: t('app.own.sheets'), href: ownExercisesPage }, { label: t('app.own.helps'), href: ownHelpPage },
    ...(await hasOwnObservers(work) ? [{ label: t('app.own.observers'), href: ownObserversPage }] : []),
  ]
}

async function complaintsState(work: Work): Promise<string> {
  const waiting = await ownComplaintsOpen(work)
  return waiting === 0 ? t('app.own.any-time') : t('app.own.complaints.waiting', { count: waiting })
}

async function planState(work: Work, { participant_id, state }: Me): Promise<string> {
  if (await consentTo(work, participant_id, 'programme') === 'withdrawn') return t('app.own.plan.stopped')
  return t(`app.own.plan.${state === 'paused' ? 'paused' : 'running'}`)
}
