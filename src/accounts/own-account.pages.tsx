import { z } from 'zod'
import { roleName } from '../access/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { dayAt, type Instant } from '../platform/day.ts'
import { field, goTo, hasUnsent, isSharedDevice, keysOf, pageDoors, show, type Answer, type Asked } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Form, Hidden, Link, Narrow, PageHead, Submit, SummaryList, Table, TextField } from '../platform/page/index.ts'
import { keepsOwnCertificates, ownCertificatesPage } from '../certificates/index.ts'
import { isInstalled, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { accountSignedIn, areCodesRequired, codesPrinted, hatsOf, signInsOf, type CodePrinted } from './accounts.queries.ts'
import { hatsToWear } from './accounts.verbs.ts'
import { keyToKeep, NewKey } from './new-key.tsx'
import { changePassword, chooseLanguage, signOutElsewhere, startCodes, stopCodes, type Change } from './own-account.verbs.ts'
import { passwordLength } from './account.ts'
import { gone, hatsPage, leave, leftBehind, signInPage } from './sign-in.pages.tsx'
import { signInCookie } from './sign-in.ts'
import { unsentPage } from './unsent.pages.tsx'
import { t } from './words.ts'

export const page = pageDoors()

export const accountPage = '/account'
export const tokensPage = '/account/tokens'
/** In which shapes of work somebody may have tokens made. */
export const shapesOfTokens = ['casework', 'administrator', 'oversight', 'counts'] as const
/** Left on a shared screen by "Hide this page": says nothing about anybody. */
export const neutralPage = '/information'
export const hidePage = '/hidden'
const pages = { password: '/account/password', codes: '/account/codes', codesEnd: '/account/codes/endings', endings: '/account/endings' } as const

const Password = z.object({ current: field.line('account.field.current'), password: field.line('account.field.new-password', passwordLength.most) })
const Key = z.object({ code: field.line('account.field.code', 20), current: field.line('account.field.current'), sealed: z.string().max(500) })
const Current = z.object({ current: field.line('account.field.current') })
const Ending = z.object({ here: z.boolean(), wipe: z.boolean().default(false) })
const Language = z.object({ language: z.string().max(35), back: z.string().max(500).optional() })

/** On a device that several share, what one of them chose before signing in is forgotten when they go away without a word. */
const aTurn = 20 * 60

const own = { does: 'alter', shows: 'nothing', as: 'doorkeeper' } as const

page.get('/account', { ...own, does: 'consult' }, async (work, _, __, asked) => {
  const account = await accountOf(work, asked)
  if (!account) return goTo(signInPage)
  const signIns = await signInsOf(work, account.id)
  const hats = account.kind === 'colleague' ? hatsToWear(await hatsOf(work, account.colleague_id ?? 0)) : []
  return show({ title: t('account.title'), body: <Narrow>
    <PageHead title={t('account.title')} />
    <SummaryList answers={[
      { label: t('account.field.username'), value: account.username },
      ...(hats.length > 0 ? [{ label: t('account.working-as'), value: say.list(hats.filter(({ shape }) => shape === account.shape).flatMap(({ roles }) => roles.map(roleName))), ...(hats.length > 1 ? { change: hatsPage } : {}) }] : []),
      { label: t('account.field.password'), value: t('account.password.hidden'), change: pages.password },
      { label: t('account.codes'), value: t(account.code_secret === null ? 'account.codes.off' : 'account.codes.on'), change: pages.codes },
    ]} />
    {shapesOfTokens.some((shape) => shape === account.shape) && <p><ButtonLink href={tokensPage} secondary>{t('account.tokens.title')}</ButtonLink></p>}
    {account.shape === 'casework' && keepsOwnCertificates(hats.flatMap(({ roles }) => roles)) && <p class="ds-paragraph beside"><Link href={ownCertificatesPage}>{t('account.certificates')}</Link></p>}
    {account.kind === 'colleague' && <p class="ds-paragraph beside"><Link href={unsentPage}>{t('account.unsent.link')}</Link></p>}
    <Block title={t('account.sign-ins')}>
      <Table caption={t('account.sign-ins')} captionHidden columns={[{ label: t('account.sign-ins.device') }, { label: t('account.sign-ins.began') }, { label: t('account.sign-ins.seen') }]}
        rows={signIns.map((one) => [<>{one.device || t('account.device.unknown')}{one.id === account.sign_in_id && <><br /><span class="muted">{t('account.sign-ins.this')}</span></>}</>, shortMoment(work, one.began_at), shortMoment(work, one.seen_at)])} />
      <div class="submit">
        <Form action={pages.endings} keys={keysOf(work)}><Hidden name="here" value="true" /><button class="ds-button" type="submit">{t('account.sign-ins.end-all')}</button></Form>
        {signIns.length > 1 && <Form action={pages.endings} keys={keysOf(work)}><button class="ds-button" data-variant="secondary" type="submit">{t('account.sign-ins.end-others')}</button></Form>}
      </div>
    </Block>
    <CodesPrinted codes={await codesPrinted(work, account.id)} isOwn={account.kind === 'participant'} />
  </Narrow> })
})

/** Somebody who may print a code could use it: the holder sees each, and whether it was used. A person is told that it was a colleague, and not which. */
function CodesPrinted({ codes, isOwn }: { codes: CodePrinted[], isOwn: boolean }) {
  if (codes.length === 0) return null
  return <Block title={t('account.code-printed.title')}>
    <ul class="ds-list">{codes.map(({ made_at: at, by, used_at: used }) => <li>{[say.moment(at), ...(isOwn || !by ? [] : [by]), used ? t('account.code-printed.used', { when: say.moment(used) }) : t('account.code-printed.unused')].join(', ')}</li>)}</ul>
    <p class="ds-paragraph muted" data-size="sm">{t('account.code-printed.what')}</p>
  </Block>
}

page.post('/account/endings', { ...own, takes: Ending }, async (work, { here, wipe }, sent) => {
  if (here && hasUnsent(sent) && !wipe) return goTo(`${unsentPage}?from=everywhere`)
  const was = await accountOf(work, sent)
  await signOutElsewhere(work, sent.cookie(signInCookie) ?? '', here)
  return here ? { kind: 'go', to: signInPage, says: t('account.sign-ins.ended-all'), cookies: leftBehind(was?.kind), leavesNothing: true } : goTo(accountPage, t('account.sign-ins.ended-others'))
})

page.get('/account/password', { ...own, does: 'consult' }, (work, _, attempt, asked) => passwordForm(work, asked, attempt))
page.post('/account/password', { ...own, takes: Password, again: (work, _, attempt, asked) => passwordForm(work, asked, attempt) }, async (work, given, sent) =>
  answerTo(await changePassword(work, sent.cookie(signInCookie) ?? '', given, sent.address), t('account.password.changed'), (attempt) => passwordForm(work, sent, attempt)))

page.get('/account/codes', { ...own, does: 'consult' }, (work, _, attempt, asked) => codesForm(work, asked, attempt))
page.post('/account/codes', { ...own, takes: Key, again: (work, _, attempt, asked) => codesForm(work, asked, attempt) }, async (work, given, sent) =>
  answerTo(await startCodes(work, sent.cookie(signInCookie) ?? '', given, sent.address), t('account.codes.started'), (attempt) => codesForm(work, sent, { ...attempt, values: { sealed: given.sealed } })))

page.get('/account/codes/endings', { ...own, does: 'consult' }, (work, _, attempt, asked) => stopForm(work, asked, attempt))
page.post('/account/codes/endings', { ...own, takes: Current, again: (work, _, attempt, asked) => stopForm(work, asked, attempt) }, async (work, { current }, sent) =>
  answerTo(await stopCodes(work, sent.cookie(signInCookie) ?? '', current, sent.address), t('account.codes.stopped'), (attempt) => stopForm(work, sent, attempt)))

page.post('/language', { ...own, takes: Language }, async (work, { language, back }, sent) => {
  const to = back ?? '/'
  if (!isInstalled(language)) return goTo(to)
  await chooseLanguage(work, sent.cookie(signInCookie) ?? '', language)
  return { kind: 'go', to, cookies: [{ name: 'language', value: language, seconds: isSharedDevice(sent) ? aTurn : 365 * 24 * 3600 }] }
})

page.get('/hidden', { ...own }, async (work, _, __, asked) => {
  return { kind: 'go', to: neutralPage, cookies: [...await leave(work, asked.cookie(signInCookie) ?? ''), gone('said')], leavesNothing: true }
})

page.get('/information', { ...own, does: 'consult' }, () => show({ title: t('account.information.title'), plain: true, body: <Narrow>
  <PageHead title={t('account.information.title')} />
  <p class="ds-paragraph">{t('account.information.text')}</p>
</Narrow> }))

/** A sign-in lives for hours: the year says nothing, and a narrow screen has no room for it. */
function shortMoment(work: Work, at: Instant): string {
  return say.beside([say.dayShort(dayAt(at, work.timeZone)), say.time(at)])
}

function accountOf(work: Work, asked: Asked) {
  return accountSignedIn(work, asked.cookie(signInCookie) ?? '')
}

async function answerTo(change: Change, says: string, again: (attempt: Attempt) => Promise<Answer>): Promise<Answer> {
  if (change === 'over') return goTo(signInPage, t('account.step.over'))
  if (change === 'done') return goTo(accountPage, says)
  const problem = change === 'code' ? { field: 'code', sentence: t('account.refused.code') } : { field: 'current', sentence: t('account.refused.current') }
  const answer = await again({ values: {}, problems: [problem] })
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

async function passwordForm(work: Work, asked: Asked, attempt?: Attempt): Promise<Answer> {
  const account = await accountOf(work, asked)
  if (!account) return goTo(signInPage)
  return show({ title: t('account.password.title'), body: <Narrow>
    <Crumbs above={[{ href: accountPage, label: t('account.title') }]} here={t('account.password.title')} />
    <PageHead title={t('account.password.title')} sub={t('account.password.others-end')} />
    <ErrorSummary attempt={attempt} />
    <Form action={pages.password} keys={keysOf(work)}>
      <TextField name="current" label={t('account.field.current')} type="password" attempt={attempt} required autocomplete="current-password" />
      <TextField name="password" label={t('account.field.new-password')} hint={t('account.password.hint')} type="password" attempt={attempt} required autocomplete="new-password" />
      <Submit label={t('account.password.do')} cancel={{ href: accountPage, label: t('account.back') }} />
    </Form>
  </Narrow> })
}

async function codesForm(work: Work, asked: Asked, attempt?: Attempt): Promise<Answer> {
  const account = await accountOf(work, asked)
  if (!account) return goTo(signInPage)
  const has = account.code_secret !== null
  const mayStop = has && !(account.kind === 'colleague' && await areCodesRequired(work))
  return show({ title: t('account.codes.title'), body: <Narrow>
    <Crumbs above={[{ href: accountPage, label: t('account.title') }]} here={t('account.codes.title')} />
    <PageHead title={t('account.codes.title')} sub={t(whyCodes(account.kind, has))} />
    <ErrorSummary attempt={attempt} />
    <Form action={pages.codes} keys={keysOf(work)}>
      <NewKey keyToKeep={keyToKeep(account.id, attempt)} username={account.username} isOwn={account.kind === 'participant'} attempt={attempt} />
      <TextField name="current" label={t('account.field.current')} type="password" attempt={attempt} required autocomplete="current-password" />
      <Submit label={t('account.codes.do')} cancel={{ href: accountPage, label: t('account.back') }} />
    </Form>
    {mayStop && <p class="ds-paragraph beside"><Link href={pages.codesEnd}>{t('account.codes.stop')}</Link></p>}
  </Narrow> })
}

function whyCodes(kind: string, has: boolean) {
  if (has) return 'account.codes.replace'
  return kind === 'colleague' ? 'account.codes.why' : 'account.codes.why-own'
}

async function stopForm(work: Work, asked: Asked, attempt?: Attempt): Promise<Answer> {
  if (!await accountOf(work, asked)) return goTo(signInPage)
  return show({ title: t('account.codes.stop'), body: <Narrow>
    <Crumbs above={[{ href: accountPage, label: t('account.title') }, { href: pages.codes, label: t('account.codes.title') }]} here={t('account.codes.stop')} />
    <PageHead title={t('account.codes.stop')} sub={t('account.codes.stop.why')} />
    <ErrorSummary attempt={attempt} />
    <Form action={pages.codesEnd} keys={keysOf(work)}>
      <TextField name="current" label={t('account.field.current')} type="password" attempt={attempt} required autocomplete="current-password" />
      <Submit label={t('account.codes.stop')} cancel={{ href: accountPage, label: t('account.back') }} />
    </Form>
  </Narrow> })
}
