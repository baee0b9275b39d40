import type { Person } from '../participants/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { keysOf, show } from '../platform/doors/index.ts'
import { Block, Choice, Crumbs, ErrorSummary, Form, Hidden, Narrow, Notice, PageHead, realigned, SavedDraft, Submit, SummaryList } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { sessionPage, type NoteRow } from '../sessions/index.ts'
import { personCodingPage, sessionCodingPage } from './addresses.ts'
import { answerOf, answers, type Domain } from './coding.ts'
import type { Coding } from './coding.queries.ts'
import type { ToAsk } from './coding.verbs.ts'
import { frameOnOffer } from './frame-on-offer.ts'
import { t } from './words.ts'

export type Shown = { work: Work, person: Person, session: ToAsk['session'], notes: NoteRow[], participantId: string, attempt?: Attempt | undefined }

/** One's own codes: the note in sight, below it one question a domain. The other coder's codes are not here, and not in the answer of the database. */
export function blindForm({ frame, domains, isTaken, ...shown }: Shown & ToAsk & { isTaken: boolean }) {
  const { work, session, participantId } = shown
  const here = sessionCodingPage(participantId, session.public_id)
  const attempt = realigned(domains.map(({ id }) => id), shown.attempt, { list: 'codes', key: 'domain' })
  return show({ title: t('coding.session'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head shown={shown} sub={t('coding.blind')} />
    <TheNote shown={shown} />
    {isTaken ? <Notice kind="info">{t('coding.refused.two-already')}</Notice> : <Form action={here} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <p class="ds-paragraph" dir="auto">{frame.says}</p>
      {domains.map((domain, place) => <CodeField domain={domain} place={place} attempt={attempt} />)}
      <Submit label={t('coding.lock')} draft cancel={{ href: personCodingPage(participantId), label: t('coding.back') }} />
    </Form>}
  </Narrow> })
}

/** Locked, and the other coder's turn: one's own codes as they stand. */
export function waitingForOther({ coding, ...shown }: Shown & { coding: Coding }) {
  return show({ title: t('coding.session'), body: <Narrow>
    <Head shown={shown} sub={t('coding.waits')} />
    <SummaryList answers={coding.domains.map((domain, place) => ({ label: titleOf(domain), value: t(`coding.answer.${answerOf(coding.codes[place] ?? null)}`) }))} />
    <TheNote shown={shown} />
  </Narrow> })
}

export function Head({ shown: { person, session, participantId }, sub }: { shown: Shown, sub: string }) {
  return <>
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, { href: personCodingPage(participantId), label: t('coding.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={t('coding.session')} sub={sub} />
  </>
}

/** One domain as a question: what it asks, and what each code means. */
export function CodeField({ domain, place, attempt, value }: { domain: Domain, place: number, attempt?: Attempt | undefined, value?: string }) {
  const options = answers.map((answer) => ({ value: answer, label: t(`coding.answer.${answer}`), ...(answer !== 'not-in-note' && { hint: domain[answer] }) }))
  return <>
    <Hidden name={`codes.${place}.domain`} value={domain.id} />
    <Choice name={`codes.${place}.code`} label={domain.title} hint={domain.asks} required options={options} attempt={attempt} value={value} />
  </>
}

/** What was written of the session and this reader may read: what was done, their own words, the signed notes. */
export function TheNote({ shown: { session, notes, participantId } }: { shown: Shown }) {
  const signed = notes.filter(({ signed_at: signedAt }) => signedAt !== null)
  const parts = [session.done, session.own_words, session.home_practice, session.next_step, ...signed.map(({ note }) => note)].filter((text) => text)
  return <Block title={t('coding.note')} size="xs">
    {parts.length === 0 ? <p class="ds-paragraph muted">{t('coding.note.none')}</p> : parts.map((text) => <p class="ds-paragraph prose" dir="auto">{text}</p>)}
    <p class="ds-paragraph" data-size="sm"><a class="ds-link" href={sessionPage(participantId, session.public_id)}>{t('coding.note.session')}</a></p>
  </Block>
}

/** What a domain is called in the frame on offer; its id where that frame no longer has it. */
export function titleOf(domain: string): string {
  return frameOnOffer()?.domains.find(({ id }) => id === domain)?.title ?? domain
}
