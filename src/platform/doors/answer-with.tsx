import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { newPublicId } from '../open-work.ts'
import { Block, Empty, htmlOf, PageHead } from '../page/index.ts'
import { reading, readerOf } from '../words/index.ts'
import type { Actor } from '../work.ts'
import type { Answer, FileAnswer, GoAnswer, PageAnswer } from './door.ts'
import { ownAddress } from './address.ts'
import { isRefusal, problemsOf, statusOf } from './problems.ts'
import { isSharedDevice, maySealTexts } from './shared-device.ts'
import { t } from './words.ts'

export type Ended = { kind: 'colleague' | 'participant', id: number, signInId: number }

/** What the application hands to the doors: who somebody is, and the frame round a page. */
export type Ports = {
  whoIs: (c: Context) => Promise<Actor | undefined>
  /** The hash of the sign-in that this browser holds, where it holds one and comes with no token: whose it is can then be asked as the work is opened. */
  signInOf: (c: Context) => string | undefined
  /** Whose sign-in, ended by time, this browser still holds. */
  whoWas: (c: Context) => Promise<Ended | undefined>
  frame: (actor: Actor, page: PageAnswer, at: { path: string, flash: string | undefined }) => JSX.Element
  languageOf: (c: Context) => string
  logFault: (fault: unknown, id: string) => void
  signInPage: string
  baseUrl: string | undefined
  /** Where no work was opened: an answer from one is drawn in the service's own time zone. */
  timeZone: string
}

/** Turns an answer, a refusal or a fault into what the browser gets. The transaction is closed by now. `written`: words of a form that leads nowhere any more. */
export async function answerWith(c: Context, ports: Ports, actor: Actor, given: unknown, written: string[] = []): Promise<Response> {
  const keepsHere = maySealTexts(actor, { cookie: (name) => getCookie(c, name, 'host') })
  return reading({ ...readerOf(actor.language, ports.timeZone), keepsHere }, async () => {
    if (isRefusal(given)) return drawn(c, ports, actor, refusalPage(given, written))
    if (given instanceof Error) return drawn(c, ports, actor, faultPage(given, ports))
    const answer = given as Answer
    if (answer.kind === 'go') return gone(c, answer)
    return answer.kind === 'file' ? filed(c, answer) : drawn(c, ports, actor, answer)
  })
}

async function drawn(c: Context, ports: Ports, actor: Actor, page: PageAnswer): Promise<Response> {
  const flash = page.flash ?? getCookie(c, 'said', 'host')
  if (flash !== undefined) deleteCookie(c, 'said', cookieOptions)
  const html = await htmlOf(ports.frame(actor, asSeenBy(c, actor, page), { path: c.req.path, flash }))
  return c.html(html, page.status as 200)
}

/** Where participants sit, whatever is shown before anybody has signed in names no programme: a wrong code, an address that is nobody's, a fault, too. */
function asSeenBy(c: Context, actor: Actor, page: PageAnswer): PageAnswer {
  return actor.kind === 'machine' && isSharedDevice({ cookie: (name) => getCookie(c, name, 'host') }) ? { ...page, plain: true } : page
}

function gone(c: Context, { to, says, cookies, leavesNothing }: GoAnswer): Response {
  // Not "cookies": those that stay are named one by one, and one of them says that somebody is signed out.
  if (leavesNothing) c.header('Clear-Site-Data', '"cache", "storage"')
  // A draft that saves itself does so quietly: the next page has nothing to say of it.
  const island = c.req.header('waymark-island')
  if (says !== undefined && island !== 'drafts') setCookie(c, 'said', says, { ...cookieOptions, maxAge: 60 })
  for (const { name, value, seconds } of cookies ?? []) setCookie(c, name, value, { ...cookieOptions, ...(seconds > 0 ? { maxAge: seconds } : { maxAge: 0 }) })
  // A script of ours that sent the form goes there itself: had it followed, the page would have said once, to nobody, what was done.
  if (island) return c.body(null, 204, { 'Waymark-Go': ownAddress(to) })
  return c.redirect(ownAddress(to), 303)
}

function filed(c: Context, { bytes, type, name, inline }: FileAnswer): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `${inline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`)
  return c.body(typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
}

/** `__Host-`: bound to this host, never sent to another, never readable by a script. */
export const cookieOptions = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

function refusalPage(refusal: Parameters<typeof problemsOf>[0], written: string[]): PageAnswer {
  const status = statusOf(refusal)
  const title = status === 404 ? t('refused.not-found.title') : t('refused.title')
  const body = <>
    <PageHead title={title} />
    {written.length > 0 ? <GivenBack written={written} /> : problemsOf(refusal).map(({ sentence }) => <Empty>{sentence}</Empty>)}
    <p><a class="ds-link" href="/">{t('refused.not-found.back')}</a></p>
  </>
  return { kind: 'page', title, body, status }
}

/** The same for whoever may no longer and for whoever tried an address: only their own words stand in it. */
function GivenBack({ written }: { written: string[] }) {
  return <>
    <Empty>{t('refused.not-found.sent')}</Empty>
    <Block title={t('refused.not-found.written')}>
      <p class="ds-paragraph muted">{t('refused.not-found.copy')}</p>
      {written.map((words) => <p class="ds-paragraph prose" dir="auto">{words}</p>)}
    </Block>
  </>
}

function faultPage(fault: Error, ports: Ports): PageAnswer {
  const id = newPublicId()
  ports.logFault(fault, id)
  const body = <><PageHead title={t('fault.title')} /><Empty>{t('fault.sentence', { id })}</Empty></>
  return { kind: 'page', title: t('fault.title'), body, status: 500 }
}
