import { myRoleFor } from '../access/index.ts'
import { limitOnOffence, thePerson } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt, timeAt } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DayField, DetailsFold, ErrorSummary, Form, InARow, Narrow, NumberField, PageHead, SavedDraft, Select, Submit, SummaryList, TextArea, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { allCauses } from './session.ts'
import { causeName, SessionTable, stateSaid } from './session-table.tsx'
import { CallOff, PlanSession, RecordSession } from './sessions.input.ts'
import { lastSessions, notesOf } from './sessions.queries.ts'
import { callOff, planSession, recordPlanned, recordSession, theSession } from './sessions.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const sessionPages = page

export function sessionsPage(participantId: string): string { return `/people/${participantId}/sessions` }
export function newSessionPage(participantId: string): string { return `${sessionsPage(participantId)}/new` }
export function sessionPage(participantId: string, sessionId: string): string { return `${sessionsPage(participantId)}/${sessionId}` }

page.get('/people/{participantId}/sessions', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, async (work, { participantId }) => {
  const person = await thePerson(work)
  const actions = <><ButtonLink href={newSessionPage(participantId)}>{t('session.new.title')}</ButtonLink><ButtonLink secondary href={`${sessionsPage(participantId)}/plan`}>{t('session.plan.title')}</ButtonLink></>
  return show({ title: t('session.list.title'), body: <>
    <Crumbs above={crumbs(person)} here={t('session.list.title')} />
    <PageHead title={t('session.list.title')} sub={person.name} actions={actions} />
    <SessionTable sessions={await lastSessions(work, work.about, 200)} participantId={participantId} empty={t('session.empty')} />
  </> })
})

page.get('/people/{participantId}/sessions/new', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, (work, { participantId }, attempt) =>
  recordForm(work, { participantId, action: newSessionPage(participantId), values: { on: work.today, minutes: '60', state: 'held' } }, attempt))
page.post('/people/{participantId}/sessions/new', { does: 'collect', shows: 'session_content', about: 'participantId', draft: true, takes: RecordSession,
  again: (work, { participantId }, attempt) => recordForm(work, { participantId, action: newSessionPage(participantId), values: {} }, attempt) },
async (work, { participantId, ...sent }) => goTo(sessionPage(participantId, await recordSession(work, sent)), t('session.recorded')))

page.get('/people/{participantId}/sessions/plan', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, planForm)
page.post('/people/{participantId}/sessions/plan', { does: 'collect', shows: 'session_attendance', about: 'participantId', takes: PlanSession, again: planForm },
  async (work, { participantId, ...sent }) => {
    await planSession(work, sent)
    return goTo(sessionsPage(participantId), t('session.planned'))
  })

async function planForm(work: Work, { participantId }: { participantId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  return show({ title: t('session.plan.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={crumbs(person)} here={t('session.plan.title')} />
    <PageHead title={t('session.plan.title')} sub={person.name} />
    <Form action={`${sessionsPage(participantId)}/plan`} keys={keysOf(work)}>
      <WhenFields attempt={attempt} values={{ on: work.today, minutes: '60' }} />
      <Submit label={t('session.plan.do')} cancel={{ href: sessionsPage(participantId), label: t('session.back') }} />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}', { does: 'consult', shows: 'session_content', about: 'participantId' }, async (work, { participantId, sessionId }) => {
  const person = await thePerson(work)
  const session = await theSession(work, sessionId)
  const notes = await notesOf(work, session.id)
  return show({ title: t('session.title'), body: <Narrow>
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('session.list.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={say.moment(session.starts_at)} sub={[person.name, session.with].filter(Boolean).join(' · ')}
      actions={session.state === 'planned' && session.author_id === work.actor.id && (session.starts_at > work.now
        ? <ButtonLink secondary href={`${sessionPage(participantId, sessionId)}/calling-off`}>{t('session.call-off.title')}</ButtonLink>
        : <ButtonLink href={`${sessionPage(participantId, sessionId)}/record`}>{t('session.new.title')}</ButtonLink>)} />
    <SummaryList answers={[
      { label: t('session.field.state'), value: stateSaid(session) },
      { label: t('session.length'), value: t('session.length.minutes', { count: session.minutes }) },
      ...(session.place ? [{ label: t('session.field.place'), value: session.place }] : []),
      ...(session.cause_note ? [{ label: t('session.field.cause-note'), value: session.cause_note }] : []),
      ...(session.done ? [{ label: t('session.field.done'), value: session.done }] : []),
      ...(session.own_words ? [{ label: t('session.field.own-words'), value: session.own_words }] : []),
      ...(session.next_step ? [{ label: t('session.field.next-step'), value: session.next_step }] : []),
    ]} />
    {notes.map((note) => <Block title={`${t('session.field.note')}, ${note.name}`} size="xs"><p class="ds-paragraph prose">{note.note}</p></Block>)}
  </Narrow> })
})

page.get('/people/{participantId}/sessions/{sessionId}/calling-off', { does: 'consult', shows: 'session_attendance', about: 'participantId' }, callOffForm)
page.post('/people/{participantId}/sessions/{sessionId}/calling-off', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: CallOff, again: callOffForm },
  async (work, { participantId, sessionId, ...why }) => {
    await callOff(work, sessionId, why)
    return goTo(sessionsPage(participantId), t('session.called-off'))
  })

async function callOffForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const person = await thePerson(work)
  const session = await theSession(work, sessionId)
  const here = sessionPage(participantId, sessionId)
  return show({ title: t('session.call-off.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: here, label: say.moment(session.starts_at) }]} here={t('session.call-off.title')} />
    <PageHead title={t('session.call-off.title')} sub={t('session.call-off.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <Form action={`${here}/calling-off`} keys={keysOf(work)}>
      <Select name="cause" label={t('session.call-off.cause')} hint={t('session.field.cause.hint')} attempt={attempt} required options={allCauses.map((value) => ({ value, label: causeName(value) }))} />
      <TextField name="causeNote" label={t('session.field.cause-note')} attempt={attempt} />
      <Submit label={t('session.call-off.title')} cancel={{ href: here, label: t('session.back') }} />
    </Form>
  </Narrow> })
}

page.get('/people/{participantId}/sessions/{sessionId}/record', { does: 'consult', shows: 'session_content', about: 'participantId', draft: true }, recordPlannedForm)
page.post('/people/{participantId}/sessions/{sessionId}/record', { does: 'alter', shows: 'session_content', about: 'participantId', draft: true, takes: RecordSession, again: recordPlannedForm },
  async (work, { participantId, sessionId, ...sent }) => goTo(sessionPage(participantId, await recordPlanned(work, sessionId, sent)), t('session.recorded')))

async function recordPlannedForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, attempt?: Attempt) {
  const session = await theSession(work, sessionId)
  const values = { on: dayAt(session.starts_at, work.timeZone), time: timeAt(session.starts_at, work.timeZone), minutes: String(session.minutes), place: session.place, state: 'held' }
  return recordForm(work, { participantId, action: `${sessionPage(participantId, sessionId)}/record`, values }, attempt)
}

type Filled = { participantId: string, action: string, values: Record<string, string> }

/** Five things are open, the rest is folded: recording takes two minutes. */
async function recordForm(work: Work, { participantId, action, values }: Filled, attempt?: Attempt) {
  const person = await thePerson(work)
  const isMentor = await myRoleFor(work, person.participant_id) === 'mentor'
  return show({ title: t('session.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[...crumbs(person), { href: sessionsPage(participantId), label: t('session.list.title') }]} here={t('session.new.title')} />
    <PageHead title={t('session.new.title')} sub={person.name} />
    {await limitOnOffence(work, person.participant_id)}
    <Form action={action} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <WhenFields attempt={attempt} values={values} />
      <Choice name="state" label={t('session.field.state')} attempt={attempt} value={values['state'] ?? ''} required inline
        options={[{ value: 'held', label: t('session.state.held') }, { value: 'missed', label: t('session.state.missed') }]} />
      <TextArea name="done" label={t('session.field.done')} attempt={attempt} rows={4} most={10_000} hint={t('session.demand')} readers={t('session.done.readers')} />
      <Select name="cause" label={t('session.field.cause')} hint={t('session.field.cause.hint')} attempt={attempt} options={allCauses.map((value) => ({ value, label: causeName(value) }))} />
      <DetailsFold summary={t('session.more')} open={attempt !== undefined}>
        <TextArea name="ownWords" label={t('session.field.own-words')} attempt={attempt} rows={3} most={10_000} />
        <TextField name="causeNote" label={t('session.field.cause-note')} attempt={attempt} />
        <TextArea name="nextStep" label={t('session.field.next-step')} attempt={attempt} rows={2} most={2000} />
        <TextArea name="note" label={t('session.field.note')} attempt={attempt} rows={6} most={10_000} readers={isMentor ? t('session.note.readers.mentor') : t('session.note.readers.facilitator')} />
      </DetailsFold>
      <Submit label={t('session.record.do')} draft />
    </Form>
  </Narrow> })
}

function WhenFields({ attempt, values }: { attempt: Attempt | undefined, values: Record<string, string> }) {
  return <>
    <InARow>
      <DayField name="on" label={t('session.field.on')} attempt={attempt} value={values['on'] ?? ''} required />
      <TextField name="time" label={t('session.field.time')} attempt={attempt} value={values['time'] ?? ''} width="short" required />
      <NumberField name="minutes" label={t('session.field.minutes')} unit={t('session.field.minutes.unit')} attempt={attempt} value={values['minutes'] ?? ''} required />
    </InARow>
    <TextField name="place" label={t('session.field.place')} attempt={attempt} value={values['place'] ?? ''} />
  </>
}

function crumbs(person: { public_id: string, name: string }) {
  return [{ href: `/people/${person.public_id}`, label: person.name }]
}
