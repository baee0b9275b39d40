import { mayFor } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, DayField, DetailsFold, Empty, ErrorSummary, Form, Hidden, InARow, Link, Narrow, PageHead, SavedDraft, Select, Submit, SummaryList, Table, TextArea, Timeline } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { consentsPage, erasurePage, offenceAnswerPage, ownNeedsPage, ownWithdrawalPage, personPage, statePage, withdrawalPage } from './addresses.ts'
import { pausePerson, resumePerson, sayNeeds, withdraw } from './change-person.ts'
import { noticeFor, noticesNow } from './notices.verbs.ts'
import { NoticeTexts } from './notices.pages.tsx'
import { answers, purposes, ways, type Purpose } from './participant.ts'
import { ChangeState, ChooseNotice, RecordAnswer, SayNeeds, Withdraw } from './participants.input.ts'
import { answersOf, changesOf, consentsOf, myself, needsOf, thePerson, type Standing } from './participants.queries.ts'
import { recordConsent } from './participants.verbs.ts'
import { Head, NeedsFields } from './particulars.pages.tsx'
import { answerSaid, languageOptions, purposeSaid, stateSaid, waySaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const consentPages = page

type About = { participantId: string }

page.get('/people/{participantId}/consents', { does: 'consult', shows: 'consent_and_notice', about: 'participantId', draft: true, takes: ChooseNotice }, consents)
page.post('/people/{participantId}/consents', { does: 'collect', shows: 'consent_and_notice', about: 'participantId', draft: true, takes: RecordAnswer, again: consents }, async (work, { participantId, ...answer }) => {
  if (!await mayFor(work, 'write', 'consent_and_notice')) throw refuse('not-found')
  const notice = await noticeFor(work, answer.purpose, [answer.language])
  await recordConsent(work, work.about, { ...answer, noticeVersion: String(notice.version), noticeLanguage: notice.language })
  return goTo(`${consentsPage(participantId)}?purpose=${nextToAsk(await answersOf(work, work.about))}`, t('person.consent.recorded'))
})

type Choosing = About & { purpose?: Purpose | undefined, language?: string | undefined }

async function consents(work: Work, { participantId, ...asked }: Choosing, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'consent_and_notice')) throw refuse('not-found')
  const known = await answersOf(work, work.about)
  const maySayStop = await mayFor(work, 'write', 'withdrawal')
  return show({ title: t('person.consents'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('person.consents')} />
    <SummaryList answers={purposes.map((purpose) => ({ label: purposeSaid(purpose), value: standingSaid(known.find((one) => one.purpose === purpose)) }))} />
    {maySayStop && <p class="actions"><ButtonLink secondary href={withdrawalPage(participantId)}>{t('person.withdrawal')}</ButtonLink> <Link href={erasurePage(participantId)}>{t('erasure.title')}</Link></p>}
    {await mayFor(work, 'read', 'legal_status') && <p class="ds-paragraph" data-size="sm"><Link href={offenceAnswerPage(participantId)}>{t('person.offence.answer')}</Link></p>}
    {await mayFor(work, 'write', 'consent_and_notice') && await asking({ work, participantId, asked, attempt })}
    <Made all={await consentsOf(work, work.about)} />
  </Narrow> })
}

/** First what is told, in the person's language as far as there is a text in it; then the answer. */
async function asking({ work, participantId, asked, attempt }: { work: Work, participantId: string, asked: Omit<Choosing, 'participantId'>, attempt: Attempt | undefined }) {
  const theirs = (await needsOf(work, work.about))?.languages ?? []
  const purpose = attempt?.values['purpose'] || asked.purpose || 'programme'
  const wanted = [attempt?.values['language'], asked.language].filter(Boolean) as string[]
  const notice = await noticeFor(work, purpose, [...wanted, ...theirs])
  // Whoever reads none of the texts is told aloud, in a language of their own.
  const language = wanted[0] ?? (theirs.includes(notice.language) ? notice.language : theirs[0] ?? notice.language)
  const there = (await noticesNow(work)).filter(({ kind }) => kind === purpose).map((one) => one.language)
  const languages = languageOptions([...there, ...theirs, language])
  const choices = purposes.map((value) => ({ value, label: purposeSaid(value) }))
  return <Block title={t('person.consent.new')} size="xs">
    <form class="form" method="get" action={consentsPage(participantId)}>
      <InARow><Select name="purpose" place="text" label={t('person.field.purpose')} value={purpose} required options={choices} /><Select name="language" place="text" label={t('person.field.language')} value={language} required options={languages} /></InARow>
      <div class="submit"><button class="ds-button" data-variant="secondary" type="submit">{t('person.notice.show')}</button></div>
    </form>
    <p class="ds-paragraph muted" data-size="sm">{t('person.notice.there', { languages: say.list([...new Set(there)].map(say.language).sort((one, other) => one.localeCompare(other))) })}</p>
    <DetailsFold summary={t('person.notice', { version: notice.version, language: say.language(notice.language) })} open><NoticeTexts notice={notice} /></DetailsFold>
    {notice.language !== language && <p class="ds-paragraph">{t('person.notice.other', { language: say.language(language) })}</p>}
    <Form action={consentsPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Hidden name="purpose" value={purpose} />
      <Hidden name="language" value={language} />
      <p class="ds-paragraph"><b>{t('person.consent.to', { purpose: purposeSaid(purpose), language: say.language(language) })}</b></p>
      <Choice name="answer" label={t('person.field.answer')} hint={t('person.answer.hint')} attempt={attempt} required options={answers.map((value) => ({ value, label: answerSaid(value) }))} />
      <Select name="way" label={t('person.field.way')} attempt={attempt} value="spoken" required options={ways.map((value) => ({ value, label: waySaid(value) }))} />
      <DayField name="answeredOn" label={t('person.field.answered-on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('person.consent.do')} draft />
    </Form>
  </Block>
}

/** After an answer, what nobody has asked yet: whoever asks goes from one to the next. Whoever comes anew is asked about taking part first. */
function nextToAsk(known: readonly Standing[]): Purpose {
  return purposes.find((purpose) => !known.some((one) => one.purpose === purpose && one.answer !== 'not-asked')) ?? 'programme'
}

/** Every answer there was: what, when, told in which text and language, by whom. */
function Made({ all }: { all: Awaited<ReturnType<typeof consentsOf>> }) {
  if (all.length === 0) return null
  return <Table caption={t('person.consent.all')} columns={[t('person.field.answered-on'), t('person.field.purpose'), t('person.field.answer'), t('person.consent.told'), t('person.recorded')].map((label) => ({ label }))}
    rows={all.map((one) => [say.day(one.answered_on), purposeSaid(one.purpose), answerSaid(one.answer), t('person.consent.told-by', { way: waySaid(one.way), language: say.language(one.language), version: one.notice_version, text: say.language(one.notice_language) }), one.recorder ?? ''])} />
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
    <p class="ds-paragraph beside"><Link href={erasurePage(participantId)}>{t('erasure.ask')}</Link></p>
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
    <p class="ds-paragraph beside"><Link href="/own/erasure">{t('erasure.own.title')}</Link></p>
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
