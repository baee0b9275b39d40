import { openInEmergencyUntil } from '../../access/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Columns, ErrorSummary, Form, Link, Notice, PageHead, SavedDraft, Submit, SummaryList, TextArea, Timeline } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { callPage, openCasePage, openedPage } from '../addresses.ts'
import { helpingRoleOf, minutesOpened, type Kind } from '../incident.ts'
import { aboutWhom, Way } from '../said.tsx'
import { asksOf, incidentOf, mayWriteOf, theCall, type Call, type Incident, type NamedAsk } from '../safety.queries.ts'
import { t } from '../words.ts'
import { whatFollows } from './call-parts.tsx'

/** One call: what was written, as far as it is open to the reader; who was asked; and the one thing to do, which is to answer. */
export async function callPageOf(work: Work, { callId }: { callId: string }, attempt?: Attempt) {
  const call = await theCall(work, callId)
  const incident = await incidentOf(work, call.incident_id)
  const asks = await asksOf(work, call.incident_id)
  const isAsked = asks.some(({ colleagueId, askedAt }) => colleagueId === work.actor.id && askedAt !== null)
  const openUntil = incident?.participant_id ? await openInEmergencyUntil(work, incident.participant_id) : undefined
  return show({ title: t('safety.call.title'), wide: true, body: <>
    <ErrorSummary attempt={attempt} />
    <Way incident={incident} here={t('safety.call.title')} />
    <PageHead title={t('safety.call.title')} sub={[t('safety.call.by', { name: call.author, when: say.moment(call.opened_at) }), call.unit ?? '', stateOf(call)].filter(Boolean).join(' · ')} />
    <Columns aside={<History call={call} asks={asks} />}>
      {isAsked && !call.answered_at && <Notice kind="info">{t('safety.call.talk', { name: call.author })}</Notice>}
      {incident ? <Written incident={incident} callId={callId} openUntil={openUntil} /> : <Closed work={work} call={call} />}
      {isAsked && !call.answered_at && <Answer work={work} call={call} attempt={attempt} />}
      {call.takes_over && <Block title={t('safety.call.takes-over', { name: call.answerer ?? '' })} size="xs"><p class="ds-paragraph" dir="auto">{call.takes_over}</p></Block>}
      {incident?.participant_id && await whatFollows({ work, incident, callId, mayWrite: await mayWriteOf(work, incident.participant_id) })}
    </Columns>
  </> })
}

export function stateOf({ answerer }: Pick<Call, 'answerer'>): string {
  return answerer ? t('safety.call.state.answered', { name: answerer }) : t('safety.call.state.open')
}

function Written({ incident, callId, openUntil }: { incident: Incident, callId: string, openUntil: Parameters<typeof say.time>[0] | undefined }) {
  const { handed_to: to, handed_at: at, number, contacts } = incident
  return <Block title={t(`safety.kind.${incident.kind as Kind}`)}>
    {openUntil && <Notice kind="care">{t('safety.call.opened', { time: say.time(openUntil) })} <Link href={openedPage(callId)}>{t('safety.opened.title')}</Link></Notice>}
    <SummaryList answers={[
      { label: t('safety.call.about'), value: <span dir="auto">{aboutWhom(incident)}</span> },
      { label: t('safety.call.said'), value: <q dir="auto">{incident.words_said}</q> },
      { label: t('safety.call.done'), value: <span dir="auto">{incident.done}</span> },
      { label: t('safety.call.handed'), value: to && at ? <span dir="auto">{t('safety.call.handed.to', { whom: to, when: say.moment(at) })}</span> : t('safety.call.handed.not') },
      ...(openUntil && number ? [{ label: t('safety.call.number'), value: number }] : []),
      ...(openUntil && contacts ? [{ label: t('safety.call.contacts'), value: <span dir="auto">{contacts}</span> }] : []),
    ]} />
  </Block>
}

/** Whoever is asked and works not with this person: they can open it if their profession helps, and talk to whoever called in any case. */
function Closed({ work, call }: { work: Work, call: Call }) {
  const mayOpen = helpingRoleOf(work.actor.roles) !== undefined
  return <Block title={t('safety.call.kind')}>
    <p class="ds-paragraph">{t('safety.call.closed')} {!mayOpen && t('safety.call.cannot', { name: call.author })}</p>
    {mayOpen && <Form action={openCasePage(call.public_id)} keys={keysOf(work)}>
      <p class="ds-paragraph" data-size="sm">{t('safety.call.open.hint', { count: minutesOpened })}</p>
      <Submit label={t('safety.call.open.do', { count: minutesOpened })} />
    </Form>}
  </Block>
}

function Answer({ work, call, attempt }: { work: Work, call: Call, attempt: Attempt | undefined }) {
  return <Block title={t('safety.call.answer')}>
    <Form action={callPage(call.public_id)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="takesOver" label={t('safety.field.takes-over')} hint={t('safety.call.answer.hint')} rows={2} most={500} required attempt={attempt} />
      <Submit label={t('safety.call.answer.do')} draft />
    </Form>
  </Block>
}

function History({ call, asks }: { call: Call, asks: NamedAsk[] }) {
  const happened = [
    ...asks.flatMap(({ askedAt, answerBy, name }) => (askedAt && answerBy ? [{ at: askedAt, title: t('safety.call.history.asked', { name, time: say.time(answerBy) }) }] : [])),
    ...(call.told_last_at && !call.answered_at ? [{ at: call.told_last_at, title: t('safety.call.history.last') }] : []),
    ...(call.answered_at ? [{ at: call.answered_at, title: t('safety.call.history.answered', { name: call.answerer ?? '' }) }] : []),
  ].toSorted((one, other) => one.at.localeCompare(other.at))
  const next = call.answered_at ? undefined : asks.find(({ askedAt }) => askedAt === null)
  return <Block title={t('safety.call.history')} size="xs">
    {asks.length === 0 ? <p class="ds-paragraph">{t('safety.call.nobody')}</p> : <Timeline items={happened.map(({ at, title }) => ({ when: say.time(at), dateTime: at, title }))} />}
    {next && <p class="ds-paragraph muted" data-size="sm">{t('safety.call.history.waiting', { name: next.name })}</p>}
  </Block>
}
