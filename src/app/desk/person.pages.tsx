import { myRoleFor, sayReaders, teamOf, whoMayRead } from '../../access/index.ts'
import { consentTo, releasesOf, thePerson } from '../../participants/index.ts'
import type { Day } from '../../platform/day.ts'
import { openPlan } from '../../plans/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { pageDoors, show } from '../../platform/doors/index.ts'
import type { Step } from '../../platform/due.ts'
import { Block, ButtonLink, Columns, Crumbs, DueList, Empty, Link, PageHead, Path, WhoReads } from '../../platform/page/index.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { whenOf } from './desk.pages.tsx'
import { glancesAt, stepsOf } from './gathered.ts'
import { nextWith } from './next-with.ts'
import { t as desk } from './words.ts'
import { t } from '../words.ts'

const page = pageDoors()
export const personPages = page

/** As many as are about as long as the sessions beside them. */
const mostBeside = 6

/** One person's page: the path, what is next, each room's part, who can read this. */
page.get('/people/{participantId}', { does: 'consult', shows: 'identity_name', about: 'participantId' }, async (work) => {
  const person = await thePerson(work)
  const id = person.participant_id
  const [team, next, [latest], plan, glances, mayRead, role, consent, steps] = await together([teamOf(work, id), nextWith(work), releasesOf(work, id), openPlan(work, id),
    glancesAt(work, id, person.public_id), whoMayRead(work, 'identity_name'), myRoleFor(work, id), consentTo(work, id, 'programme'), stepsOf(work, id)])
  const release = latest?.release_on ?? undefined
  const at = (place: 'main' | 'aside') => glances.filter((glance) => glance.place === place).map((glance) => glance.body)
  const [beside, after] = [at('aside').slice(0, mostBeside), at('aside').slice(mostBeside)]
  const readers = sayReaders(mayRead)
  const hasStopped = consent === 'withdrawn'
  const names = team.map(({ name }) => name)
  return show({ title: t('app.person.title'), wide: true, body: <>
    <Crumbs above={[{ href: '/people', label: t('app.nav.people') }]} here={person.name} />
    <PageHead title={person.name} sub={[plan ? programmeTitle(plan.programme) : '', person.unit ?? '', t(`app.person.state.${stateOf(person.state, hasStopped)}`), release ? desk('myday.person.release', { day: say.day(release) }) : '', names.length > 0 ? t('app.person.works-with', { names: say.list(names) }) : t('app.person.no-team')].filter(Boolean).join(' · ')}
      actions={glances.flatMap(({ action }) => action ?? []).reverse().map(({ href, says }, index) => <ButtonLink href={href} secondary={index > 0}>{says}</ButtonLink>)} />
    <Path steps={pathFrom(work, steps, release)} />
    <Columns aside={<>{beside}<Readers readers={readers} publicId={person.public_id} mayOpenAccount={['coordinator', 'case_manager'].includes(role ?? '')} /></>} after={after.length > 0 && after}>
      <Block title={t('app.person.next')} size="xs"><DueList empty={t('app.person.nothing-due')}
        items={next.map((one) => ({ when: whenOf(one), dateTime: one.at ?? one.on, label: one.says, href: one.href, note: one.because }))} /></Block>
      {at('main')}
      {glances.length === 0 && <Empty>{t('app.person.nothing-yet')}</Empty>}
    </Columns>
  </> })
})

type ReadersProps = { readers: string, publicId: string, mayOpenAccount: boolean }

function Readers({ readers, publicId, mayOpenAccount }: ReadersProps) {
  return <WhoReads href={`/people/${publicId}/readers`}>
    {readers}. {t('app.person.sees-who-looked')} <Link href={`/people/${publicId}/team`}>{t('app.person.team')}</Link> ·
    {mayOpenAccount && <> <Link href={`/people/${publicId}/account`}>{t('app.person.account')}</Link> ·</>}
  </WhoReads>
}

/** The six steps, in the words of the path; outside begins with the day of release, where the reader may know it. Who is here was referred, whoever may read how; of the others, what no room speaks of lies ahead. */
function pathFrom(work: Work, steps: readonly Step[], release: Day | undefined) {
  const said = [...steps, ...(release ? [{ at: 'outside' as const, state: release < work.today ? 'now' as const : 'ahead' as const, note: say.dayShort(release) }] : [])]
  const order: Step['at'][] = ['referral', 'assessment', 'formulation', 'treatment', 'maintenance', 'outside']
  return order.map((at) => {
    const step = said.find((one) => one.at === at)
    return { label: t(`app.path.${at}`), state: step?.state ?? (at === 'referral' ? 'done' as const : 'ahead' as const), ...(step?.note ? { note: step.note } : {}) }
  })
}

function stateOf(state: string, hasStopped: boolean): 'waiting' | 'active' | 'paused' | 'ended' | 'stopped' {
  if (hasStopped && state !== 'ended') return 'stopped'
  return state === 'active' || state === 'paused' || state === 'ended' ? state : 'waiting'
}
