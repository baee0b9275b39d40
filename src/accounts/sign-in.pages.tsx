import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, hasUnsent, isSharedDevice, keysOf, markSharedDevice, nothingUnsent, pageDoors, show, type Answer, type Asked, type CookieChange, type Sent } from '../platform/doors/index.ts'
import { Empty, ErrorSummary, Form, Hidden, LanguageForm, Link, Narrow, Notice, PageHead, Submit, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { roleName } from '../access/index.ts'
import { deviceOf } from './account.ts'
import { accountSignedIn, hatsOf, stepBegun, type CodePrinted } from './accounts.queries.ts'
import { changeHat, chooseHat, enrol, giveCode, hatsToWear, signIn, signOut, type Outcome } from './accounts.verbs.ts'
import { codePage } from './printed-codes.pages.tsx'
import { keyToKeep, NewKey } from './new-key.tsx'
import { inOwnLanguage, longestHours, signInCookie, signInPage, stepCookie, stepMinutes } from './sign-in.ts'
import { unsentPage } from './unsent.pages.tsx'
import { t } from './words.ts'

export const page = pageDoors()

export { signInPage }
export const signOutPage = '/sign-out'
export const hatsPage = '/hats'
export const languagePage = '/language'
const stepPages = { code: '/sign-in/code', enrolment: '/sign-in/key', hat: '/sign-in/hat' } as const

/** `chosen`: whoever stands here chose the language of this page themselves, and keeps it after signing in. */
const chosen = z.string().max(10).optional()
const SignIn = z.object({ username: field.line('account.field.username'), password: field.line('account.field.password'), next: z.string().max(500).optional(), chosen })
const Arriving = z.object({ next: z.string().max(500).optional(), kept: z.string().max(10).optional(), chosen })
const Code = z.object({ code: field.line('account.field.code', 20) })
const KeyAndCode = z.object({ code: field.line('account.field.code', 20), sealed: z.string().max(500) })
const Leaving = z.object({ wipe: z.boolean().default(false) })
const Shape = z.object({ shape: field.line('account.field.hat', 40) })

const atTheDoor = { does: 'collect', shows: 'nothing', as: 'doorkeeper' } as const

page.get('/sign-in', { ...atTheDoor, does: 'consult', takes: Arriving }, (work, { next, kept, chosen: own }, attempt, asked) => signInForm(work, { next, kept, chosen: own, asked }, attempt))

page.post('/sign-in', { ...atTheDoor, takes: SignIn, again: (work, _, attempt, asked) => signInForm(work, { asked }, attempt) }, async (work, { username, password, next, chosen: own }, sent) => {
  const outcome = await signIn(work, { username, password, ...(own ? { language: work.actor.language } : {}) }, fromOf(sent))
  return answerTo(outcome, next, (says) => signInForm(work, { next, chosen: own, asked: sent }, { values: { username, next: next ?? '', chosen: own ?? '' }, problems: [{ field: 'username', sentence: says }] }))
})

page.get('/sign-in/code', { ...atTheDoor, does: 'consult' }, (work, _, attempt, asked) => codeForm(work, asked, attempt))
page.post('/sign-in/code', { ...atTheDoor, takes: Code, again: (work, _, attempt, asked) => codeForm(work, asked, attempt) }, async (work, { code }, sent) => {
  const outcome = await giveCode(work, sent.cookie(stepCookie) ?? '', code, fromOf(sent))
  return answerTo(outcome, undefined, (says) => codeForm(work, sent, { values: {}, problems: [{ field: 'code', sentence: says }] }))
})

page.get('/sign-in/key', { ...atTheDoor, does: 'consult' }, (work, _, attempt, asked) => enrolForm(work, asked, attempt))
page.post('/sign-in/key', { ...atTheDoor, takes: KeyAndCode, again: (work, _, attempt, asked) => enrolForm(work, asked, attempt) }, async (work, { code, sealed }, sent) => {
  const outcome = await enrol(work, sent.cookie(stepCookie) ?? '', { code, sealed }, fromOf(sent))
  return answerTo(outcome, undefined, (says) => enrolForm(work, sent, { values: { sealed }, problems: [{ field: 'code', sentence: says }] }))
})

page.get('/sign-in/hat', { ...atTheDoor, does: 'consult' }, async (work, _, __, asked) => {
  const begun = await stepBegun(work, asked.cookie(stepCookie) ?? '', 'hat')
  if (!begun) return over()
  const hats = hatsToWear(await hatsOf(work, begun.colleague_id ?? 0))
  return show({ title: t('account.hats.title'), body: <Narrow><PageHead title={t('account.hats.title')} sub={t('account.hats.why')} /><HatForms action={stepPages.hat} work={work} hats={hats} /></Narrow> })
})
page.post('/sign-in/hat', { ...atTheDoor, takes: Shape }, async (work, { shape }, sent) => answerTo(await chooseHat(work, sent.cookie(stepCookie) ?? '', shape), undefined))

page.get('/hats', { ...atTheDoor, does: 'consult' }, async (work, _, __, asked) => {
  const now = await accountSignedIn(work, asked.cookie(signInCookie) ?? '')
  if (!now || now.kind !== 'colleague') return over()
  const others = hatsToWear(await hatsOf(work, now.colleague_id ?? 0)).filter(({ shape }) => shape !== now.shape)
  return show({ title: t('account.hats.title'), body: <Narrow>
    <PageHead title={t('account.hats.title')} sub={t('account.hats.why')} />
    {others.length === 0 ? <Empty>{t('account.hats.only-one')}</Empty> : <HatForms action={hatsPage} work={work} hats={others} />}
  </Narrow> })
})
/** Another hat is another sign-in, which could not open what this one sealed on the device. */
page.post('/hats', { ...atTheDoor, does: 'alter', takes: Shape }, async (work, { shape }, sent) => hasUnsent(sent) ? goTo(unsentPage) : answerTo(await changeHat(work, sent.cookie(signInCookie) ?? '', shape), undefined))

page.post('/sign-out', { ...atTheDoor, does: 'alter', takes: Leaving }, async (work, { wipe }, sent) => {
  if (hasUnsent(sent) && !wipe) return goTo(unsentPage)
  return { kind: 'go', to: signInPage, says: t('account.signed-out'), cookies: await leave(work, sent.cookie(signInCookie) ?? ''), leavesNothing: true }
})

/** Ends this sign-in. */
export async function leave(work: Work, token: string): Promise<CookieChange[]> {
  const was = await accountSignedIn(work, token)
  await signOut(work, token)
  return leftBehind(was?.kind)
}

/** What stays in a browser when somebody has gone; of a participant's also the language goes, which the next at a kiosk would see. */
export function leftBehind(kind: string | undefined): CookieChange[] {
  return [gone(signInCookie), gone(stepCookie), nothingUnsent, ...(kind === 'participant' ? [gone('language'), markSharedDevice] : [])]
}

export const gone = (name: string) => ({ name, value: '', seconds: 0 })

/** What the browser gets for each outcome: cookies and where to go, or the form again with the sentence. */
async function answerTo(outcome: Outcome, next: string | undefined, again?: (says: string) => Promise<Answer> | Answer): Promise<Answer> {
  if (outcome.is === 'over') return over()
  if (outcome.is === 'in') return { kind: 'go', to: next || '/', ...(outcome.printed && { says: printedSaid(outcome.printed) }), cookies: [{ name: signInCookie, value: outcome.token, seconds: longestHours * 3600 }, gone(stepCookie), ...(outcome.shares ? [markSharedDevice] : [])] }
  if (outcome.is === 'step') return { kind: 'go', to: stepPages[outcome.awaits], cookies: [{ name: stepCookie, value: outcome.token, seconds: stepMinutes * 60 }, ...(outcome.shares ? [markSharedDevice] : [])] }
  const says = t(`account.refused.${outcome.why}`)
  const answer = again ? await again(says) : goTo(signInPage, says)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

/** Whoever holds the account learns that somebody else could have opened it; all such codes of a month stand on "My account". */
function printedSaid({ made_at: at, by }: CodePrinted): string {
  return by ? t('account.code-printed.told', { when: say.moment(at), name: by }) : t('account.code-printed.told-own', { when: say.moment(at) })
}

/** The step took too long, or was finished already: whoever is signed in is led on, everybody else begins anew. */
function over(): Answer {
  return goTo('/', t('account.step.over'))
}

function fromOf(sent: Sent): { address: string, device: string } {
  return { address: sent.address, device: deviceOf(sent.agent) }
}

type Arrived = { next?: string | undefined, kept?: string | undefined, chosen?: string | undefined, asked: Asked }

/** On a device at which participants sit, a browser is not to offer to the next who signed in before. */
function signInForm(work: Work, { next, kept, chosen: own, asked }: Arrived, attempt?: Attempt) {
  const isShared = isSharedDevice(asked)
  return show({ title: t('account.sign-in.title'), body: <Narrow>
    <PageHead title={t('account.sign-in.title')} />
    {kept && <Notice>{t('account.sign-in.kept')}</Notice>}
    <ErrorSummary attempt={attempt} />
    <Form action={signInPage} keys={keysOf(work)}>
      <Hidden name="next" value={attempt?.values['next'] ?? next ?? ''} />
      <Hidden name="chosen" value={attempt?.values['chosen'] ?? own ?? ''} />
      <TextField name="username" label={t('account.field.username')} attempt={attempt} required autocomplete={isShared ? 'off' : 'username'} />
      <TextField name="password" label={t('account.field.password')} type="password" attempt={attempt} required autocomplete={isShared ? 'off' : 'current-password'} />
      <Submit label={t('account.sign-in.do')} />
    </Form>
    <p class="ds-paragraph beside">{t('account.sign-in.printed')} <Link href={codePage}>{t('account.sign-in.use-printed')}</Link></p>
    <LanguageForm action={languagePage} keys={keysOf(work)} here={inOwnLanguage} />
  </Narrow> })
}

function codeForm(work: Work, asked: Asked, attempt?: Attempt) {
  return show({ title: t('account.code.title'), body: <Narrow>
    <PageHead title={t('account.code.title')} sub={t(isSharedDevice(asked) ? 'account.code.why-here' : 'account.code.why')} />
    <ErrorSummary attempt={attempt} />
    <Form action={stepPages.code} keys={keysOf(work)}>
      <TextField name="code" label={t('account.field.code')} hint={t('account.code.hint')} attempt={attempt} required width="short" autocomplete="one-time-code" />
      <Submit label={t('account.sign-in.do')} cancel={{ href: signInPage, label: t('account.step.begin-again') }} />
    </Form>
    <p class="ds-paragraph beside">{t('account.code.lost')}</p>
  </Narrow> })
}

async function enrolForm(work: Work, asked: Asked, attempt?: Attempt): Promise<Answer> {
  const begun = await stepBegun(work, asked.cookie(stepCookie) ?? '', 'enrolment')
  if (!begun) return over()
  const key = keyToKeep(begun.id, attempt)
  return show({ title: t('account.codes.title'), body: <Narrow>
    <PageHead title={t('account.codes.title')} sub={t('account.codes.required')} />
    <ErrorSummary attempt={attempt} />
    <Form action={stepPages.enrolment} keys={keysOf(work)}>
      <NewKey keyToKeep={key} username={begun.username} attempt={attempt} />
      <Submit label={t('account.codes.do')} cancel={{ href: signInPage, label: t('account.step.begin-again') }} />
    </Form>
  </Narrow> })
}

type Hat = { shape: string, roles: string[] }

/** One button for each hat: what one works as, and what one then sees. */
function HatForms({ action, work, hats }: { action: string, work: Work, hats: Hat[] }) {
  return <ul class="hats">{hats.map(({ shape, roles }) => <li>
    <Form action={action} keys={keysOf(work)}>
      <Hidden name="shape" value={shape} />
      <p class="ds-paragraph"><b class="capital">{say.list(roles.map(roleName))}</b><br />{t(`account.hat.${hatOf(shape)}`)}</p>
      <button class="ds-button" data-variant="secondary" type="submit">{t('account.hats.work-as', { roles: say.list(roles.map(roleName)) })}</button>
    </Form>
  </li>)}</ul>
}

function hatOf(shape: string): 'casework' | 'referrer' | 'counts' | 'oversight' | 'administrator' {
  return shape === 'referrer' || shape === 'counts' || shape === 'oversight' || shape === 'administrator' ? shape : 'casework'
}
