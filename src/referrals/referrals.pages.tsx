import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DetailsFold, Empty, ErrorSummary, fieldId, Fieldset, Form, Link, Narrow, Notice, PageHead, Pager, SavedDraft, Select, Submit, SummaryList, Table, TextArea, Timeline } from '../platform/page/index.ts'
import { languageOptions, noticesNow } from '../participants/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { decideReferral } from './decide-referral.ts'
import { answers, asWritten, decisions, type Decision, type ReferralState } from './referral.ts'
import { Decide, namedRoles, ReadSecond } from './referrals.input.ts'
import { decisionsOn, mayReferTo, myUnits, namedBy, peopleLike, readingsOf, referralsIn, referralsLike, type ListedReferral, type PersonLike, type ReferralRow } from './referrals.queries.ts'
import { readSecond, theReferral } from './referrals.verbs.ts'
import { answerSaid, calledBy, dayOr, decisionSaid, groundSaid, programmeOptions, programmeSaid, roleSaid, sourceSaid, stateSaid, statusSaid, toldSaid, waitedSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const referralPages = page

export const referralsPage = '/referrals'
export function referralPage(referralId: string): string { return `${referralsPage}/${referralId}` }
export function decisionPage(referralId: string): string { return `${referralPage(referralId)}/decision` }

const groupsOfStates = { open: ['received', 'waiting'], waiting: ['waiting'], accepted: ['accepted'], over: ['declined', 'another-route'] } satisfies Record<string, ReferralState[]>
const groups = ['open', 'waiting', 'accepted', 'over'] as const
const mostOnAPage = 50

page.get('/referrals', { does: 'consult', shows: 'referral', takes: z.object({ state: field.choice('referral.field.decision', groups).default('open'), after: field.id('referral.field.person').optional() }) },
  async (work, { state, after }) => {
    const found = await referralsIn(work, { states: groupsOfStates[state], after, most: mostOnAPage + 1 })
    const isCoordinator = (await myUnits(work)).length > 0
    const shown = found.slice(0, mostOnAPage)
    return show({ title: t('referral.list.title'), wide: true, body: <>
      <PageHead title={t('referral.list.title')} sub={isCoordinator ? t('referral.list.sub') : t('referral.list.sub-own')} actions={<>
        {(isCoordinator || await mayReferTo(work, 0)) && <ButtonLink href={`${referralsPage}/new`}>{t('referral.new.title')}</ButtonLink>}
        {isCoordinator && <ButtonLink secondary href={`${referralsPage}/import`}>{t('referral.import.title')}</ButtonLink>}
        {isCoordinator && <ButtonLink secondary href="/security-referrals">{t('security.list.title')}</ButtonLink>}
      </>} />
      <nav class="main-nav" aria-label={t('referral.list.filter')}>{groups.map((group) =>
        <a href={`${referralsPage}?state=${group}`} aria-current={group === state ? 'true' : undefined}>{t(`referral.list.${group}`)}</a>)}</nav>
      {shown.length === 0 ? <Empty>{state === 'open' ? t('referral.list.empty') : t('referral.list.empty-state')}</Empty>
        : <Table caption={t('referral.list.title')} captionHidden columns={columnsOf(state)} rows={shown.map((one) => listed(one, work, { state, isTwice: shown.some((other) => other !== one && calledBy(other) === calledBy(one)) }))} />}
      <Pager next={found.length > mostOnAPage ? `${referralsPage}?state=${state}&after=${shown.at(-1)?.public_id ?? ''}` : undefined} />
    </> })
  })

/** What a decision rests on stands first: on a phone the rest is reached by moving the table. */
function columnsOf(state: (typeof groups)[number]) {
  const labels = [t('referral.field.name'), state === 'open' || state === 'waiting' ? t('referral.list.waited') : t('referral.field.referred-on'), t('referral.field.answer'), isOfOneState(state) ? t('referral.field.reason') : t('referral.list.how-far'), t('referral.field.source'), t('referral.field.unit')]
  return labels.map((label) => ({ label }))
}

/** Where all are in the same state, only why is worth a column. */
function isOfOneState(state: (typeof groups)[number]): boolean {
  return groupsOfStates[state].length === 1
}

/** Of two people of one name each is told apart by their number, else by the receipt. */
function listed(one: ListedReferral, work: Work, { state, isTwice }: { state: (typeof groups)[number], isTwice: boolean }): Child[] {
  const when = state === 'open' || state === 'waiting' ? waitedSaid(one.referred_on, work.today) : say.day(one.referred_on)
  const farAndWhy = [isOfOneState(state) ? '' : stateSaid(one.state), one.last_reason].filter(Boolean).join(': ')
  return [<Link href={referralPage(one.public_id)}>{isTwice ? [calledBy(one), one.number ?? one.receipt].join(' · ') : calledBy(one)}</Link>, when, answerSaid(one.answer), farAndWhy, sourceSaid(one), one.unit]
}

page.get('/referrals/{referralId}', { does: 'consult', shows: 'referral' }, oneReferral)

async function oneReferral(work: Work, { referralId }: { referralId: string }, attempt?: Attempt) {
  const referral = await theReferral(work, referralId)
  const [made, readings] = [await decisionsOn(work, referral.id), await readingsOf(work, referral.id)]
  const mayDecide = (await myUnits(work)).some(({ id }) => id === referral.unit_id)
  const mayRead = mayDecide && referral.ground === 'vulnerable' && ![referral.referred_by, referral.recorded_by, ...readings.map(({ reader_id }) => reader_id)].includes(work.actor.id)
  const waits = waitsForAReader(referral, readings)
  return show({ title: t('referral.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }]} here={calledBy(referral)} />
    <PageHead title={calledBy(referral)} sub={[stateSaid(referral.state), referral.unit, waitedSaid(referral.referred_on, work.today)].join(' · ')}
      actions={mayDecide && referral.state !== 'accepted' && <ButtonLink secondary={waits} href={decisionPage(referralId)}>{t('referral.decide.title')}</ButtonLink>} />
    {waits && <Notice kind="info">{t(mayRead ? 'referral.reading.yours' : 'referral.reading.waits')}</Notice>}
    <Facts referral={referral} />
    {referral.as_sent !== null && <DetailsFold summary={t('referral.as-sent')}><SummaryList answers={Object.entries(referral.as_sent as Record<string, string>).map(([label, value]) => ({ label, value }))} /></DetailsFold>}
    {made.length > 0 && <Block title={t('referral.decisions')} size="xs">
      <Timeline items={made.map(({ decision, reason, decided_at, name }) => ({ when: say.moment(decided_at), dateTime: decided_at, title: `${decisionSaid(decision)}, ${name}`, body: <p class="ds-paragraph prose" dir="auto">{reason}</p> }))} />
    </Block>}
    {readings.map(({ name, opinion, read_at }) => <Block title={t('referral.reading.by', { name })} size="xs"><p class="ds-paragraph prose" dir="auto">{opinion}</p><p class="ds-paragraph muted" data-size="sm">{say.moment(read_at)}</p></Block>)}
    {mayRead && <Block title={t('referral.reading.title')} size="xs"><Form action={`${referralPage(referralId)}/readings`} keys={keysOf(work)}>
      <TextArea name="opinion" label={t('referral.field.opinion')} hint={t('referral.reading.hint')} attempt={attempt} rows={4} most={4000} required /><Submit label={t('referral.reading.do')} />
    </Form></Block>}
  </Narrow> })
}

/** Nobody is taken in on a word that one person alone has read; to wait, or to say no, needs no second reader. */
function waitsForAReader(referral: ReferralRow, readings: readonly unknown[]): boolean {
  return referral.ground === 'vulnerable' && isOpen(referral) && readings.length === 0
}

function isOpen({ state }: Pick<ReferralRow, 'state'>): boolean {
  return state === 'received' || state === 'waiting'
}

function Facts({ referral }: { referral: ReferralRow }) {
  const status = referral.legal_status === null ? referral.legal_status_as_sent : statusSaid(referral.legal_status)
  const facts: [string, Child][] = [
    [t('referral.field.why'), referral.why && <span dir="auto">{referral.why}</span>], [t('referral.field.answer'), answerSaid(referral.answer)], [t('referral.field.told'), referral.told === 'not-said' ? '' : toldSaid(referral.told)], [t('referral.field.source'), [sourceSaid(referral), referral.referrer].filter(Boolean).join(', ')],
    [t('referral.field.referred-on'), say.day(referral.referred_on)], [t('referral.field.number'), referral.number ?? ''], [t('referral.field.born-on'), dayOr(referral.born_on)],
    [t('referral.place'), referral.place], [t('referral.field.legal-status'), status], [t('referral.field.release-on'), dayOr(referral.release_on)], [t('referral.field.programme'), programmeSaid(referral)],
    [t('referral.field.languages'), say.list(referral.languages.map(say.language))], [t('referral.field.needs'), [referral.needs_interpreter ? t('referral.needs-interpreter') : '', referral.needs].filter(Boolean).join(', ')],
    [t('referral.field.ground'), referral.ground === 'not-said' ? '' : groundSaid(referral.ground)], [t('referral.field.conduct'), [dayOr(referral.conduct_on), referral.conduct].filter(Boolean).join(': ')],
    [t('referral.field.other-explanation'), referral.other_explanation && <span dir="auto">{referral.other_explanation}</span>], [t('referral.expires-on'), dayOr(referral.expires_on)], [t('referral.erase-on'), erasedSaid(referral)], [t('referral.receipt'), <code>{referral.receipt}</code>],
  ]
  return <SummaryList answers={facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
}

/** A day on which something goes, never without why. */
function erasedSaid({ erase_on: day, ...referral }: ReferralRow): string {
  if (day === null) return ''
  return t(isOpen(referral) ? 'referral.erase.unless-accepted' : 'referral.erase.after-no', { day: say.day(day) })
}

page.post('/referrals/{referralId}/readings', { does: 'collect', shows: 'referral', takes: ReadSecond, again: oneReferral }, async (work, { referralId, opinion }) => {
  await readSecond(work, referralId, opinion)
  return goTo(referralPage(referralId), t('referral.reading.done'))
})

page.get('/referrals/{referralId}/decision', { does: 'consult', shows: 'referral', draft: true }, decisionForm)
page.post('/referrals/{referralId}/decision', { does: 'alter', shows: 'referral', draft: true, takes: Decide, again: decisionForm }, async (work, { referralId, ...decision }, sent) => {
  const { participant } = await decideReferral(work, referralId, { ...decision, revision: sent.revision })
  return participant ? goTo(`/people/${participant.publicId}`, t('referral.accepted')) : goTo(referralPage(referralId), t('referral.decided'))
})

async function decisionForm(work: Work, { referralId }: { referralId: string }, attempt?: Attempt) {
  const referral = await theReferral(work, referralId)
  const mayDecide = (await myUnits(work)).some(({ id }) => id === referral.unit_id)
  if (!mayDecide || (referral.state === 'accepted' && attempt === undefined)) return goTo(referralPage(referralId))
  const mayAnswer = isOpen(referral)
  const offered = await namedBy(work, namedRoles)
  const alike = mayAnswer && referral.participant_id === null ? await peopleLike(work, referral) : []
  const last = (await decisionsOn(work, referral.id)).at(-1)
  // Where no language of theirs is known, English is offered first, as everywhere: a text of the service in another language is no sign that they were told in it.
  const languages = languageOptions([...referral.languages, 'en', ...(await noticesNow(work)).filter(({ kind }) => kind === 'programme').map(({ language }) => language)])
  const choices: Decision[] = mayAnswer ? ['accepted', 'waiting', 'declined', 'another-route'] : ['reopened']
  return show({ title: t('referral.decide.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }, { href: referralPage(referralId), label: calledBy(referral) }]} here={t('referral.decide.title')} />
    <PageHead title={t('referral.decide.title')} sub={`${calledBy(referral)} · ${answerSaid(referral.answer)} · ${waitedSaid(referral.referred_on, work.today)}`} />
    {waitsForAReader(referral, await readingsOf(work, referral.id)) && <Notice kind="info">{t('referral.reading.before')}</Notice>}
    {alike.length > 0 && <Notice kind="info"><Link href={`#${fieldId('person')}`}>{t('referral.person.alike', { count: alike.length })}</Link></Notice>}
    {last && <Empty>{t('referral.decided-before', { decision: decisionSaid(last.decision), name: last.name, when: say.moment(last.decided_at), reason: last.reason })}</Empty>}
    <Form action={decisionPage(referralId)} keys={keysOf(work, referral.revision)}>
      <SavedDraft attempt={attempt} />
      <DetailsFold summary={t('referral.title')} open><Facts referral={referral} /></DetailsFold>
      <Choice name="decision" label={t('referral.field.decision')} attempt={attempt} value={mayAnswer ? '' : 'reopened'} required
        options={decisions.filter((one) => choices.includes(one)).map((value) => ({ value, label: decisionSaid(value), hint: t(`referral.decision.${value}.hint`) }))} />
      <TextArea name="reason" label={t('referral.field.reason')} hint={t('referral.reason.hint')} readers={t('referral.reason.readers')} attempt={attempt} rows={4} most={4000} required />
      {mayAnswer && <ProgrammeField referral={referral} attempt={attempt} />}
      {mayAnswer && <Fieldset legend={t('referral.if-accepted')} hint={t('referral.if-accepted.hint')}>
        <WhoItIs people={alike} attempt={attempt} />
        <OtherReferrals others={await referralsLike(work, referral)} />
        {namedRoles.map((role) => <Select name={`team.${role}`} label={roleSaid(role)} attempt={attempt} options={offered.filter((one) => one.role === role).map(({ public_id, name }) => ({ value: public_id, label: name }))} />)}
        <Choice name="answer" label={t('referral.field.answer')} hint={t('referral.answer.hint')} attempt={attempt} value={referral.answer} options={answers.map((value) => ({ value, label: answerSaid(value) }))} />
        <Select name="way" label={t('referral.field.way')} attempt={attempt} value="as-imported" required options={(['as-imported', 'spoken', 'easy-read', 'written'] as const).map((value) => ({ value, label: t(`referral.way.${value}`) }))} />
        <Select name="language" label={t('referral.field.language')} attempt={attempt} value={languages[0]?.value ?? 'en'} required options={languages} />
      </Fieldset>}
      <Submit label={t('referral.decide.do')} draft cancel={{ href: referralPage(referralId), label: t('referral.title') }} />
    </Form>
  </Narrow> })
}

/** The programme that was asked for, to be put right; one without a definition can stay as it was written. */
function ProgrammeField({ referral, attempt }: { referral: ReferralRow, attempt: Attempt | undefined }) {
  const isWithout = referral.programme === null && referral.programme_as_sent !== ''
  const asItCame = isWithout ? [{ value: asWritten, label: t('referral.programme.keep', { name: referral.programme_as_sent }) }] : []
  const hint = isWithout && !referral.programme_kept ? t('referral.programme.choose', { name: referral.programme_as_sent }) : t('referral.programme.hint')
  return <Select name="programme" label={t('referral.field.programme')} hint={hint} attempt={attempt} value={referral.programme ?? (referral.programme_kept ? asWritten : '')} options={[...programmeOptions(), ...asItCame]} />
}

/** Shown to the coordinator alone, here alone. Nothing is chosen for them. */
function WhoItIs({ people, attempt }: { people: PersonLike[], attempt: Attempt | undefined }) {
  if (people.length === 0) return null
  const known = people.map((one) => ({
    value: one.public_id ?? 'elsewhere', label: [one.name, one.number, one.born_year === null ? '' : t('referral.person.born', { year: String(one.born_year) })].filter(Boolean).join(', '),
    hint: one.public_id === null ? t('referral.person.elsewhere', { unit: one.unit ?? '', names: say.list(one.coordinators) }) : one.unit ?? '' }))
  return <Choice name="person" label={t('referral.field.person')} hint={t('referral.person.hint')} attempt={attempt} options={[...known, { value: 'new', label: t('referral.person.new') }]} />
}

function OtherReferrals({ others }: { others: Awaited<ReturnType<typeof referralsLike>> }) {
  if (others.length === 0) return null
  return <p class="ds-paragraph" data-size="sm">{t('referral.others')} {others.map((one) => <><Link href={referralPage(one.public_id)}>{calledBy(one)}, {stateSaid(one.state)}</Link> </>)}</p>
}
