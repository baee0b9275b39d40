import { z } from 'zod'
import { colleaguesAppointedAs } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt } from '../platform/day.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Choice, Crumbs, DayField, Empty, ErrorSummary, Form, Hidden, Link, Narrow, Notice, PageHead, Select, Submit, Table } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { coordinates, runningAssignment, teamOf } from './access.queries.ts'
import { assign, endAssignment, endOfDay } from './access.verbs.ts'
import { coverPage } from './cover.pages.tsx'
import { namesOfPeople } from './names-of-people.ts'
import { roleName, teamRoles } from './roles.ts'
import { leftBehind } from './what-an-end-leaves.ts'
import { t } from './words.ts'

export const page = pageDoors()

export const teamPage = (personId: string) => `/people/${personId}/team`
const newPage = (personId: string) => `/people/${personId}/team/new`
const endingPage = (personId: string, assignmentId: string) => `/people/${personId}/team/${assignmentId}/ending`

const Role = z.object({ role: z.enum(teamRoles).optional() })
const Joining = z.object({ role: z.enum(teamRoles).meta({ label: 'access.field.role' }), colleague: field.id('access.field.colleague'), until: field.day('access.field.until').optional() })

const about = { shows: 'identity_name', about: 'participantId' } as const

page.get('/people/{participantId}/team', { ...about, does: 'consult' }, async (work) => {
  const person = await personNamed(work)
  const team = await teamOf(work, person.participant_id)
  const may = await coordinates(work, person.participant_id)
  return show({ title: t('access.team.title'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('access.team.title')} />
    <PageHead title={t('access.team.title')} sub={person.name} actions={may ? <ButtonLink href={newPage(person.public_id)}>{t('access.team.add')}</ButtonLink> : undefined} />
    {team.length === 0 ? <Empty>{t(may ? 'access.team.none' : 'access.team.none-yet')}</Empty> : <Table caption={t('access.team.title')} captionHidden
      columns={[{ label: t('access.field.colleague') }, { label: t('access.field.role') }, { label: t('access.field.since') }, ...(may ? [{ label: t('access.team.change'), does: true }] : [])]}
      rows={team.map((one) => [one.name, roleName(one.role), <>{say.day(dayAt(one.from_at, work.timeZone))}{one.until_at && <><br />{untilWords(one, team)}</>}</>,
        ...(may ? [<><Link does href={endingPage(person.public_id, one.public_id)}>{t('access.team.end')}<span class="ds-sr-only"> {one.name}</span></Link><br />
          <Link does href={`${coverPage}?for=${one.colleague_public_id}`}>{t('access.team.cover')}<span class="ds-sr-only"> {one.name}</span></Link></>] : [])])} />}
    <p class="ds-paragraph beside">{t('access.team.rights')} <Link href={`/people/${person.public_id}/readers`}>{t('access.readers.title')}</Link></p>
  </Narrow> })
})

type Member = Awaited<ReturnType<typeof teamOf>>[number]

function untilWords(one: Member, team: Member[]): string {
  const until = say.moment(one.until_at!)
  const covered = team.find((other) => other.id === one.covers_id)
  return covered ? t('access.team.covers', { name: covered.name, until }) : t('access.team.until', { until })
}

page.get('/people/{participantId}/team/new', { ...about, does: 'consult', takes: Role }, (work, { role }, attempt) => newForm(work, role, attempt))
page.post('/people/{participantId}/team/new', { ...about, does: 'alter', takes: Joining, again: (work, _, attempt) => newForm(work, teamRoles.find((role) => role === attempt?.values['role']), attempt) },
  async (work, { participantId, role, colleague, until }) => {
    await mustCoordinate(work)
    const chosen = (await colleaguesAppointedAs(work, role)).find(({ public_id }) => public_id === colleague)
    if (!chosen) throw refuse('not-appointed', { role: roleName(role) })
    await assign(work, { colleagueId: chosen.id, participantId: work.about, role, ...(until ? { until: endOfDay(until, work.timeZone) } : {}) })
    return goTo(teamPage(participantId), t('access.team.added', { name: chosen.name }))
  })

/** First the role, then who is appointed to it: a choice of some, never of everybody. */
async function newForm(work: Work, role: (typeof teamRoles)[number] | undefined, attempt?: Attempt) {
  const person = await mustCoordinate(work)
  const members = new Set((await teamOf(work, work.about)).map(({ colleague_id }) => colleague_id))
  const free = role ? (await colleaguesAppointedAs(work, role)).filter(({ id }) => !members.has(id)) : []
  return show({ title: t('access.team.add'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }, { href: teamPage(person.public_id), label: t('access.team.title') }]} here={t('access.team.add')} />
    <PageHead title={t('access.team.add')} sub={person.name} />
    <ErrorSummary attempt={attempt} />
    {role === undefined ? <form class="form" method="get" action={newPage(person.public_id)}>
      <Select name="role" label={t('access.field.role')} required options={teamRoles.map((one) => ({ value: one, label: roleName(one) }))} />
      <Submit label={t('access.team.next')} cancel={{ href: teamPage(person.public_id), label: t('access.back') }} />
    </form> : free.length === 0 ? <Empty>{t('access.team.nobody', { role: roleName(role) })} <Link href={newPage(person.public_id)}>{t('access.team.other-role')}</Link></Empty>
      : <Form action={newPage(person.public_id)} keys={keysOf(work)}>
        <Hidden name="role" value={role} />
        <Choice name="colleague" label={t('access.team.who', { role: roleName(role) })} attempt={attempt} required options={free.map(({ public_id, name, title }) => ({ value: public_id, label: name, ...(title ? { hint: title } : {}) }))} />
        <DayField name="until" label={t('access.field.until')} hint={t('access.team.until.hint')} attempt={attempt} min={work.today} />
        <Submit label={t('access.team.add-do')} cancel={{ href: newPage(person.public_id), label: t('access.team.other-role') }} />
      </Form>}
  </Narrow> })
}

page.get('/people/{participantId}/team/{assignmentId}/ending', { ...about, does: 'consult' }, (work, { assignmentId }) => endingForm(work, assignmentId))
page.post('/people/{participantId}/team/{assignmentId}/ending', { ...about, does: 'alter' }, async (work, { participantId, assignmentId }) => {
  await mustCoordinate(work)
  const one = await runningAssignment(work, assignmentId)
  if (!one || one.participant_id !== work.about) throw refuse('not-found')
  const left = await leftBehind(work, one)
  await endAssignment(work, assignmentId)
  return goTo(teamPage(participantId), [t('access.team.ended', { name: one.name }), ...left].join(' '))
})

async function endingForm(work: Work, assignmentId: string) {
  const person = await mustCoordinate(work)
  const one = await runningAssignment(work, assignmentId)
  if (!one || one.participant_id !== work.about) throw refuse('not-found')
  const left = await leftBehind(work, one)
  return show({ title: t('access.team.ending'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }, { href: teamPage(person.public_id), label: t('access.team.title') }]} here={t('access.team.ending')} />
    <PageHead title={t('access.team.ending')} sub={`${one.name}, ${roleName(one.role)}`} />
    <p class="ds-paragraph">{t('access.team.ending.what', { name: one.name, person: person.name })}</p>
    {left.length > 0 && <Notice kind="care" title={t('access.team.ending.left')}>{left.length === 1 ? left[0] : <ul class="ds-list">{left.map((one) => <li>{one}</li>)}</ul>}</Notice>}
    <Form action={endingPage(person.public_id, assignmentId)} keys={keysOf(work)}>
      <Submit label={t('access.team.end-do')} cancel={{ href: teamPage(person.public_id), label: t('access.back') }} />
    </Form>
  </Narrow> })
}

async function personNamed(work: Work) {
  const [person] = await namesOfPeople(work, [work.about])
  if (!person) throw refuse('not-found')
  return person
}

/** The team is named by the coordinator of the unit; for others on the team this page is not there. */
async function mustCoordinate(work: Work) {
  const person = await personNamed(work)
  if (!await coordinates(work, person.participant_id)) throw refuse('not-found')
  return person
}
