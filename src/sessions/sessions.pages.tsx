import type { Attempt } from '../platform/attempt.ts'
import { thePerson } from '../participants/index.ts'
import { addMinutes, dayAt, timeAt } from '../platform/day.ts'
import { openPlan } from '../plans/index.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Crumbs, ErrorSummary, Form, Narrow, Notice, PageHead, Submit, SummaryList, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mayFor, myRoleFor } from '../access/index.ts'
import { mayMeetAs } from './session.ts'
import { Notes } from './mending.pages.tsx'
import { CatchUpField, CaughtUp, HolidayTick, isNotThen, meanwhileSaid, Moves } from './moving/moved.tsx'
import { caughtUp, missedToCatchUp, movesOf } from './moving/moving.queries.ts'
import { papersOf } from './paper/paper.queries.ts'
import { PlaceTick } from './places/place-tick.tsx'
import { papersSaid } from './paper/paper-said.ts'
import { CauseFields, knownFor, RecordForm, WhenFields, type Known, type Values } from './session-form.tsx'
import type { PlannedUnit } from './units/unit-differences.ts'
import { UnitFields } from './units/unit-fields.tsx'
import { differencesSaid } from './units/units-said.tsx'
import { reasonsBefore, type ReasonBefore } from './units/units.queries.ts'
import { aroundSaid, lateSaid, newSessionPage, paperPage, papersPage, planSessionPage, reasonsPage, sessionPage, sessionsPage, SessionTable, stateSaid, strikePage, wayName } from './sessions.glance.tsx'
import { CallOff, PlanSession, RecordSession } from './sessions.input.ts'
import { lastSessions, myStruckWords, notesOf, strikesOf, unitsOf, type SessionRow, type UnitRow } from './sessions.queries.ts'
import { callOff, isHeldBy, personOfTheForm, planSession, recordPlanned, recordSession, theSession, toCallOff } from './sessions.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const sessionPages = page

page.get('/people/{participantId}/sessions', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, async (work, { participantId }) => {
  const person = await thePerson(work)
  const actions = mayMeetAs(await myRoleFor(work, work.about)) &&
    <><ButtonLink href={newSessionPage(participantId)}>{t('session.new.title')}</ButtonLink><ButtonLink secondary href={planSessionPage(participantId)}>{t('session.plan.title')}</ButtonLink><ButtonLink secondary href={`/people/${participantId}/series`}>{t('session.series.title')}</ButtonLink><ButtonLink secondary href={papersPage}>{t('session.paper.type-in')}</ButtonLink></>
  const strikes = await strikesOf(work, work.about)
  return show({ title: t('session.list.title'), body: <>
    <Crumbs above={crumbs(person)} here={t('session.list.title')} />
    <PageHead title={t('session.list.title')} sub={person.name} actions={actions} />
    <SessionTable sessions={await lastSessions(work, work.about, 200)} strikes={strikes} mine={await myStruckWords(work, strikes)} participantId={participantId} empty={t('session.empty')} waits={person.state === 'paused'} />
  </> })
})

page.get('/people/{participantId}/sessions/new', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, newForm)
page.post('/people/{participantId}/sessions/new', { does: 'collect', shows: 'session_content', about: 'participantId', draft: true, takes: RecordSession, again: newForm },
  async (work, { participantId, ...sent }) => goTo(sessionPage(participantId, await recordSession(work, sent)), t('session.recorded')))

async function newForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  return recordForm(work, { participantId, action: newSessionPage(participantId), values: { on: work.today, minutes: '60', state: 'held' } }, attempt)
}

page.get('/people/{participantId}/sessions/plan', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, planForm)
page.post('/people/{participantId}/sessions/plan', { does: 'collect', shows: 'session_attendance', about: 'participantId', takes: PlanSession, again: planForm },
  async (work, { participantId, ...sent }) => {
    await planSession(work, sent)
    const planned = await isNotThen(work, sent) ? t('session.planned-not-then') : t('session.planned')
    return goTo(sessionsPage(participantId), [planned, await meanwhileSaid(work, sent)].filter(Boolean).join(' '))
  })

async function planForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await personOfTheForm(work)
  const known = await knownFor(work, work.about, person.role)
  const plan = person.role === 'facilitator' ? await openPlan(work, work.about) : undefined
  return show({ title: t('session.plan.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('session.list.title') }]} here={t('session.plan.title')} />
    <PageHead title={t('session.plan.title')} sub={person.name} />
    <Form action={planSessionPage(participantId)} keys={keysOf(work)}>
      <WhenFields attempt={attempt} values={{ on: work.today, minutes: '60' }} />
      <HolidayTick attempt={attempt} />
      <TextField name="place" label={t('session.field.place')} hint={t('session.field.place.hint')} attempt={attempt} />
      <PlaceTick attempt={attempt} />
      <UnitFields known={known} label={t('session.field.units-planned')} attempt={attempt} />
      <CatchUpField missed={await missedToCatchUp(work, work.about)} attempt={attempt} />
      <Submit label={t('session.plan.do')} cancel={{ href: sessionsPage(participantId), label: t('session.back') }} />
    </Form>
    {plan && <Way href={`/people/${participantId}/plans/${plan.public_id}/ending`} says={t('session.plan.or-end')} />}
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}', { does: 'consult', shows: 'session_content', about: 'participantId' }, async (work, { participantId, sessionId }) => {
  const person = await thePerson(work)
  const session = await theSession(work, sessionId)
  const isMine = session.author_id === work.actor.id
  const units = await unitsOf(work, session.id)
  return show({ title: t('session.title'), body: <Narrow>
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('session.list.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={say.moment(session.starts_at)} sub={[person.name, session.with].filter(Boolean).join(' · ')} actions={<Actions work={work} session={session} participantId={participantId} />} />
    {session.state === 'struck' && <Notice kind="care">{t('session.struck.writer', { why: session.struck_why ?? '' })}</Notice>}
    <SummaryList answers={answersOf(session, units, { waits: person.state === 'paused', papers: papersSaid(await papersOf(work, session.id)), before: await reasonsBefore(work, session.id) })} />
    <Ways work={work} session={session} participantId={participantId} isPaused={person.state === 'paused'} seesNeeds={await mayFor(work, 'read', 'access_needs')} isReasoned={units.some(({ reason }) => reason !== null)} />
    <Moves moves={await movesOf(work, session.id)} />
    <CaughtUp session={session} others={await caughtUp(work, session)} participantId={participantId} />
    <Notes work={work} session={session} notes={await notesOf(work, session.id)} participantId={participantId} role={await myRoleFor(work, work.about)} />
    {isMine && ['held', 'missed'].includes(session.state) && <Way href={strikePage(sessionId)} says={t('session.strike.title')} />}
  </Narrow> })
})

/** Where one goes on from a session: what goes along to it, and what is mended of it. */
function Ways({ work, session, participantId, isPaused, seesNeeds, isReasoned }: Acting & { isPaused: boolean, seesNeeds: boolean, isReasoned: boolean }) {
  const [isMine, isPlanned, here] = [session.author_id === work.actor.id, session.state === 'planned', sessionPage(participantId, session.public_id)]
  const isAhead = isPlanned && session.starts_at > work.now
  return <>
    {isMine && session.state === 'held' && isReasoned && <Way href={reasonsPage(participantId, session.public_id)} says={t('session.reasons.title')} />}
    {isMine && !isPaused && ['held', 'missed'].includes(session.state) && <Way href={planSessionPage(participantId)} says={t('session.plan.next')} />}
    {isAhead && !isPaused && <Way href={`${here}/slip`} says={t('session.slip')} />}
    {seesNeeds && <Way href={`/people/${participantId}/interpreters`} says={t('session.interpreters')} />}
    {isAhead && isMine && <Way href={beforeGoingAlone(work, session)} says={t('session.alone')} />}
    {isPlanned && isMine && <Way href={paperPage(participantId, session.public_id)} says={t('session.paper')} />}
  </>
}

function Way({ href, says }: { href: string, says: string }) {
  return <p class="ds-paragraph on-screen" data-size="sm"><a class="ds-link" href={href}>{says}</a></p>
}

/** The page of going out alone begins with the times of the meeting: when, and nothing of whose it is. */
function beforeGoingAlone(work: Work, { starts_at: from, minutes }: SessionRow): string {
  return `/lone?on=${dayAt(from, work.timeZone)}&time=${timeAt(from, work.timeZone)}&backTime=${timeAt(addMinutes(from, minutes + 30), work.timeZone)}`
}

type Acting = { work: Work, session: SessionRow, participantId: string }

/** What its own colleague can do with a planned session: before it, call it off; once it has begun, record it. Who comes along records it too. */
function Actions({ work, session, participantId }: Acting) {
  if (session.state !== 'planned' || !isHeldBy(session, work.actor.id)) return null
  const here = sessionPage(participantId, session.public_id)
  if (session.starts_at > work.now && session.author_id !== work.actor.id) return null
  return session.starts_at > work.now
    ? <><ButtonLink href={`${here}/move`}>{t('session.move.title')}</ButtonLink><ButtonLink secondary href={`${here}/calling-off`}>{t('session.call-off.title')}</ButtonLink></>
    : <ButtonLink href={`${here}/record`}>{t('session.new.title')}</ButtonLink>
}

/** Everything that this reader may read of one session, and nothing that was left empty. */
function answersOf(session: SessionRow, units: UnitRow[], { waits, papers, before }: { waits: boolean, papers: string, before: ReasonBefore[] }) {
  const names = (which: 'planned' | 'delivered') => say.list(units.filter((unit) => unit[which]).map(({ name }) => name))
  return [
    { label: t('session.second'), value: session.second ?? '' },
    { label: t('session.stands'), value: [stateSaid(session, waits), lateSaid(session)].filter(Boolean).join(', ') },
    { label: t('session.length'), value: session.minutes > 0 ? t('session.length.minutes', { count: session.minutes }) : '' }, { label: t('session.field.way'), value: wayName(session.way) }, { label: t('session.around'), value: aroundSaid(session) },
    { label: t('session.field.place'), value: session.place }, { label: t('session.field.cause-note'), value: session.cause_note },
    { label: t('session.units.planned'), value: names('planned') }, { label: t('session.units.delivered'), value: names('delivered') }, { label: t('session.differs'), value: differencesSaid(session, units, before) },
    { label: t('session.field.done'), value: session.done }, { label: t('session.field.own-words'), value: session.own_words },
    { label: t('session.field.home-practice'), value: session.home_practice }, { label: t('session.field.next-step'), value: session.next_step },
    { label: t('session.on-paper'), value: papers },
    { label: t('session.limit'), value: session.limit_reminded ? t('session.limit.reminded') : '' }, { label: t('session.rests-on'), value: session.agreement_id ? t('session.rests-on.agreement') : '' },
    { label: t('session.elsewhere'), value: session.from_elsewhere ? t('session.elsewhere.moved') : '' },
  ].filter(({ value }) => value !== null && value !== '')
}

page.get('/people/{participantId}/sessions/{sessionId}/calling-off', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, callOffForm)
page.post('/people/{participantId}/sessions/{sessionId}/calling-off', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: CallOff, again: callOffForm },
  async (work, { participantId, sessionId, ...why }, { revision }) => {
    await callOff(work, sessionId, why, revision)
    return goTo(sessionsPage(participantId), t('session.called-off'))
  })

async function callOffForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const session = await (attempt === undefined ? toCallOff : theSession)(work, sessionId)
  const here = sessionPage(participantId, sessionId)
  return show({ title: t('session.call-off.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: here, label: say.moment(session.starts_at) }]} here={t('session.call-off.title')} />
    <PageHead title={t('session.call-off.title')} sub={t('session.call-off.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <Form action={`${here}/calling-off`} keys={keysOf(work, session.revision)}>
      <CauseFields attempt={attempt} label={t('session.call-off.cause')} />
      <Submit label={t('session.call-off.title')} cancel={{ href: here, label: t('session.back') }} />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/record', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, recordPlannedForm)
page.post('/people/{participantId}/sessions/{sessionId}/record', { does: 'alter', shows: 'session_content', about: 'participantId', draft: true, takes: RecordSession, again: recordPlannedForm },
  async (work, { participantId, sessionId, ...sent }, { revision }) => goTo(sessionPage(participantId, await recordPlanned(work, sessionId, sent, revision)), t('session.recorded')))

async function recordPlannedForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const session = await theSession(work, sessionId)
  // Somebody who has begun to write keeps their words in sight, whatever became of the session meanwhile.
  if (attempt === undefined && (session.state !== 'planned' || !isHeldBy(session, work.actor.id))) return goTo(sessionPage(participantId, sessionId))
  const planned = (await unitsOf(work, session.id)).filter((unit) => unit.planned)
  const values = { on: dayAt(session.starts_at, work.timeZone), time: timeAt(session.starts_at, work.timeZone), minutes: String(session.minutes), place: session.place, state: 'held' }
  return recordForm(work, { participantId, action: `${sessionPage(participantId, sessionId)}/record`, values, planned, revision: session.revision }, attempt)
}

type Filled = { participantId: string, action: string, values: Values, planned?: PlannedUnit[], revision?: number }

async function recordForm(work: Work, { participantId, revision, ...filled }: Filled, attempt?: Attempt) {
  const person = await personOfTheForm(work)
  const known: Known = await knownFor(work, work.about, person.role)
  return show({ title: t('session.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('session.list.title') }]} here={t('session.new.title')} />
    <PageHead title={t('session.new.title')} sub={person.name} />
    <Way href={papersPage} says={t('session.paper.written')} />
    {known.limit}
    <RecordForm {...filled} keys={keysOf(work, revision)} known={known} attempt={attempt} />
  </Narrow> })
}

function crumbs(person: { public_id: string, name: string }) {
  return [{ href: `/people/${person.public_id}`, label: person.name }]
}
