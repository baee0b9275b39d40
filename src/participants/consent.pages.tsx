import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, DayField, DetailsFold, Empty, ErrorSummary, Form, Narrow, PageHead, SavedDraft, Select, Submit, SummaryList, TextArea, TextField, Timeline } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { consentsPage, ownNeedsPage, ownWithdrawalPage, personPage, statePage, withdrawalPage } from './addresses.ts'
import { pausePerson, resumePerson, sayNeeds, withdraw } from './change-person.ts'
import { answers, noticeVersion, purposes, ways } from './participant.ts'
import { ChangeState, RecordAnswer, SayNeeds, Withdraw } from './participants.input.ts'
import { answersOf, changesOf, myself, needsOf, thePerson, type Standing } from './participants.queries.ts'
import { recordConsent } from './participants.verbs.ts'
import { Head, NeedsFields } from './particulars.pages.tsx'
import { answerSaid, purposeSaid, stateSaid, waySaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const consentPages = page

type About = { participantId: string }

page.get('/people/{participantId}/consents', { does: 'consult', shows: 'consent_and_notice', about: 'participantId', draft: true }, consents)
page.post('/people/{participantId}/consents', { does: 'collect', shows: 'consent_and_notice', about: 'participantId', draft: true, takes: RecordAnswer, again: consents }, async (work, { participantId, ...answer }) => {
  if (!await mayFor(work, 'write', 'consent_and_notice')) throw refuse('not-found')
  await recordConsent(work, work.about, { ...answer, noticeVersion })
  return goTo(consentsPage(participantId), t('person.consent.recorded'))
})

async function consents(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'consent_and_notice')) throw refuse('not-found')
  const known = await answersOf(work, work.about)
  return show({ title: t('person.consents'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.consents')} />
    <SummaryList answers={purposes.map((purpose) => ({ label: purposeSaid(purpose), value: standingSaid(known.find((one) => one.purpose === purpose)) }))} />
    {await mayFor(work, 'write', 'withdrawal') && <p class="ds-paragraph"><ButtonLink secondary href={withdrawalPage(participantId)}>{t('person.withdrawal')}</ButtonLink></p>}
    {await mayFor(work, 'write', 'consent_and_notice') && <Block title={t('person.consent.new')} size="xs">
      <Form action={consentsPage(participantId)} keys={keysOf(work)}>
        <SavedDraft attempt={attempt} />
        <DetailsFold summary={t('person.notice', { version: noticeVersion })} open><p class="ds-paragraph">{t('person.notice.1')}</p><p class="ds-paragraph"><b>{t('person.way.easy-read')}:</b> {t('person.notice.1.easy')}</p></DetailsFold>
        <Select name="purpose" label={t('person.field.purpose')} attempt={attempt} value="programme" required options={purposes.map((value) => ({ value, label: purposeSaid(value) }))} />
        <Choice name="answer" label={t('person.field.answer')} hint={t('person.answer.hint')} attempt={attempt} required options={answers.map((value) => ({ value, label: answerSaid(value) }))} />
        <Select name="way" label={t('person.field.way')} attempt={attempt} value="spoken" required options={ways.map((value) => ({ value, label: waySaid(value) }))} />
        <TextField name="language" label={t('person.field.language')} attempt={attempt} value="en" width="short" required />
        <DayField name="answeredOn" label={t('person.field.answered-on')} attempt={attempt} value={work.today} max={work.today} required />
        <Submit label={t('person.consent.do')} draft />
      </Form>
    </Block>}
  </Narrow> })
}

export function standingSaid(one: Standing | undefined): string {
  if (!one) return answerSaid('not-asked')
  if (one.withdrawn) return t('person.withdrawn', { when: say.moment(one.withdrawn), words: one.own_words ? `“${one.own_words}”` : '' }).trim()
  return t('person.answered', { answer: answerSaid(one.answer), when: say.day(one.answered_on), way: waySaid(one.way), language: say.language(one.language) })
}

page.get('/people/{participantId}/withdrawal', { does: 'consult', shows: 'withdrawal', about: 'participantId', draft: true }, withdrawalForm)
page.post('/people/{participantId}/withdrawal', { does: 'collect', shows: 'withdrawal', about: 'participantId', draft: true, takes: Withdraw, again: withdrawalForm }, async (work, { participantId, ...said }) => {
  await withdraw(work, work.about, said)
  return goTo(personPage(participantId), said.purpose === 'programme' ? t('person.withdrawal.recorded-programme') : t('person.withdrawal.recorded'))
})

async function withdrawalForm(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'withdrawal')) throw refuse('not-found')
  return show({ title: t('person.withdrawal'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.withdrawal')} />
    <p class="ds-paragraph">{t('person.withdrawal.what')}</p>
    <Form action={withdrawalPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <WithdrawalFields attempt={attempt} />
      <Submit label={t('person.withdrawal.do')} draft cancel={{ href: personPage(participantId), label: t('person.back') }} />
    </Form>
  </Narrow> })
}

function WithdrawalFields({ attempt, isMine }: { attempt: Attempt | undefined, isMine?: boolean }) {
  return <>
    <Choice name="purpose" label={t('person.withdrawal.from')} attempt={attempt} value="programme" required options={purposes.map((value) => ({ value, label: purposeSaid(value) }))} />
    <TextArea name="ownWords" label={isMine ? t('person.own.field.words') : t('person.field.own-words')} readers={isMine ? t('person.own.withdrawal.readers') : t('person.withdrawal.readers')} attempt={attempt} rows={4} most={4000} />
  </>
}

page.get('/people/{participantId}/state', { does: 'consult', shows: 'plan_dates', about: 'participantId' }, stateForm)
page.post('/people/{participantId}/state', { does: 'alter', shows: 'plan_dates', about: 'participantId', takes: ChangeState, again: stateForm }, async (work, { participantId, change, reason }) => {
  await (change === 'pause' ? pausePerson(work, reason) : resumePerson(work, reason))
  return goTo(personPage(participantId), change === 'pause' ? t('person.paused') : t('person.resumed'))
})

async function stateForm(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const change = person.state === 'paused' ? 'resume' : 'pause'
  const mayWrite = (person.state === 'active' || person.state === 'paused') && await mayFor(work, 'write', 'plan_dates')
  const made = await changesOf(work, work.about)
  return show({ title: t('person.state'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.state')} />
    <Empty>{t('person.state.now', { state: stateSaid(person.state), since: say.day(person.state_since) })}</Empty>
    {mayWrite && <Form action={statePage(participantId)} keys={keysOf(work)}>
      <Choice name="change" label={t('person.field.change')} attempt={attempt} value={change} required options={[{ value: change, label: t(`person.change.${change}`), hint: t(`person.change.${change}.hint`) }]} />
      <TextArea name="reason" label={t('person.field.reason')} attempt={attempt} rows={3} most={2000} required />
      <Submit label={t(`person.change.${change}`)} />
    </Form>}
    {made.length > 0 && <Timeline items={made.map(({ state, reason, changed_at }) => ({ when: say.moment(changed_at), dateTime: changed_at, title: stateSaid(state), body: reason }))} />}
  </Narrow> })
}

page.get('/own/withdrawal', { does: 'consult', shows: 'withdrawal', for: ['person'], draft: true }, ownWithdrawal)
page.post('/own/withdrawal', { does: 'collect', shows: 'withdrawal', for: ['person'], draft: true, takes: Withdraw, again: ownWithdrawal }, async (work, said) => {
  await withdraw(work, work.actor.id, said)
  return goTo(ownWithdrawalPage, t('person.own.withdrawn'))
})

async function ownWithdrawal(work: Work, _: object, attempt?: Attempt) {
  const known = await answersOf(work, work.actor.id)
  return show({ title: t('person.own.withdrawal'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('person.own.withdrawal')} sub={t('person.own.withdrawal.sub')} />
    <SummaryList answers={purposes.map((purpose) => ({ label: purposeSaid(purpose), value: standingSaid(known.find((one) => one.purpose === purpose)) }))} />
    <Form action={ownWithdrawalPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <WithdrawalFields attempt={attempt} isMine />
      <Submit label={t('person.withdrawal.do')} draft cancel={{ href: '/own', label: t('person.back') }} />
    </Form>
  </Narrow> })
}

page.get('/own/needs', { does: 'consult', shows: 'access_needs', for: ['person'] }, ownNeeds)
page.post('/own/needs', { does: 'alter', shows: 'access_needs', for: ['person'], takes: SayNeeds, again: ownNeeds }, async (work, input) => {
  await sayNeeds(work, work.actor.id, input)
  return goTo(ownNeedsPage, t('person.changed'))
})

async function ownNeeds(work: Work, _: object, attempt?: Attempt) {
  if (!await myself(work)) throw refuse('not-found')
  return show({ title: t('person.own.needs'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('person.own.needs')} sub={t('person.own.needs.sub')} />
    <Form action={ownNeedsPage} keys={keysOf(work)}><NeedsFields known={await needsOf(work, work.actor.id)} attempt={attempt} /><Submit label={t('person.save')} cancel={{ href: '/own', label: t('person.back') }} /></Form>
  </Narrow> })
}
