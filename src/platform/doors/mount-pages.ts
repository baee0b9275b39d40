import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { z } from 'zod'
import type { Attempt } from '../attempt.ts'
import { formTokenOf, inWork, newPublicId, type House, type Opening } from '../open-work.ts'
import { inReadingOf, mayRead } from '../read-work.ts'
import { hiddenNames } from '../page/index.ts'
import { noteRefusedLook } from './refused-look.ts'
import { refuse, refuseFields } from '../refusals.ts'
import { reading, readerOf } from '../words/index.ts'
import type { Actor, Operation, Work } from '../work.ts'
import { answerBefore, fingerprint, forgetKey, rememberAnswer } from './answered-before.ts'
import type { Answer, Asked, PageDoor, Sent } from './door.ts'
import { canBeNamed, namesIn } from './address.ts'
import { dropDraft, findDraft, keepDraft, keepDraftFor } from './drafts.ts'
import { readForm, type Form } from './read-form.ts'
import { isRefusal, problemsIn, problemsOf, statusOf } from './problems.ts'
import { queryOf, readBody, type Body } from './read-body.ts'
import { answerWith, cookieOptions, type Ports } from './answer-with.tsx'
import { objectsNamed } from './objects-named.ts'
import { evenIfTwoAtOnce, oneAfterTheOther } from './two-at-once.ts'
import { isFromHere, isSame } from './same-site.ts'
import { hasUnsent, isSharedDevice, nothingUnsent } from './shared-device.ts'
import { t } from './words.ts'

/** The machine actor that works the doors before anybody has signed in; its forms belong to the sign-in that a browser holds, if it holds one. */
export function doorkeeper(language: string, signInId?: number): Actor {
  return { kind: 'machine', id: 0, shape: 'machine', name: 'doorkeeper', roles: [], language, ...(signInId === undefined ? {} : { signInId }) }
}

/** Hangs the web doors of all rooms into the frame of the application. */
export function mountPages(app: Hono, house: House, ports: Ports, doors: readonly PageDoor[]): void {
  for (const door of doors) {
    const path = door.path.replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(door.method, path, (c) => passDoor(c, { house, ports, door, frameFor: undefined }))
  }
}

/** `frameFor`: who is signed in also where the doorkeeper works, so that the page round it stays theirs. */
type Passing = { house: House, ports: Ports, door: PageDoor, frameFor: Actor | undefined, /** What came with a form about a person, or with one that has drafts. */ typed?: Record<string, string> }

async function passDoor(c: Context, passing: Passing): Promise<Response> {
  const { ports, door } = passing
  const signIn = entersAtOnce(c, door) ? ports.signInOf(c) : undefined
  if (signIn !== undefined) return showAtOnce(c, passing, signIn)
  const signedIn = await ports.whoIs(c)
  const actor = door.as ? doorkeeper(signedIn?.language ?? ports.languageOf(c), signedIn?.signInId) : signedIn
  if (!actor) return signInFirst(c, passing)
  passing.frameFor = signedIn
  try {
    if (!door.as && !mayPass(door, actor)) throw refuse('not-found')
    namesIn(c)
    return await (door.method === 'get' ? showPage(c, passing, actor) : sendForm(c, passing, actor))
  } catch (fault) {
    await noteRefusedLook(passing.house, c, openingOf(c, door, actor), fault)
    return answerWith(c, ports, signedIn ?? actor, fault, writtenIn(passing, fault))
  }
}

/** Who only looks: their sign-in is asked as the work is opened. */
function entersAtOnce(c: Context, door: PageDoor): boolean {
  return door.method === 'get' && !door.as && canBeNamed(c) && mayRead(nameOf(door))
}

function mayPass(door: PageDoor, actor: Actor): boolean {
  return (door.for ?? ['casework']).includes(actor.shape)
}

/** Who it is, the page, and its line in the log, in as few trips to the database as can be. */
async function showAtOnce(c: Context, passing: Passing, signIn: string): Promise<Response> {
  const { house, ports, door } = passing
  const who: { actor?: Actor } = {}
  const openingFor = (actor: Actor) => {
    who.actor = actor
    if (!mayPass(door, actor)) throw refuse('not-found')
    return openingOf(c, door, actor)
  }
  try {
    const done = await inReadingOf(house, { signIn, about: door.about && c.req.param(door.about) }, openingFor, (work) => said(work, () => shown(c, door, work)))
    return await (done ? answerWith(c, { ...ports, timeZone: done.result.timeZone }, who.actor!, done.result.answer) : signInFirst(c, passing))
  } catch (fault) {
    if (!who.actor) throw fault
    await noteRefusedLook(house, c, openingOf(c, door, who.actor), fault)
    return answerWith(c, ports, who.actor, fault)
  }
}

async function showPage(c: Context, { house, ports, door, frameFor }: Passing, actor: Actor): Promise<Response> {
  const { answer, timeZone } = await worked(house, openingOf(c, door, actor), (work) => shown(c, door, work))
  return answerWith(c, { ...ports, timeZone }, frameFor ?? actor, answer)
}

async function shown(c: Context, door: PageDoor, work: Work): Promise<Answer> {
  const draft = door.draft ? await findDraft(work, c.req.path) : undefined
  const query = door.takes ? parsed(door.takes, queryOf(c)) : {}
  return door.show!(work, { ...c.req.param(), ...query }, draft, askedBy(c))
}

async function sendForm(c: Context, passing: Passing, actor: Actor): Promise<Response> {
  const { house, ports, door, frameFor } = passing
  if (door.upload) await mustBeShown(c, passing, actor)
  const body = await readBody(c, door.upload ?? 1_000_000)
  if (door.about || door.draft) passing.typed = body.fields
  const isOwn = isFromHere(c.req.raw, ports.baseUrl) && isOwnForm(passing, actor, body)
  // A page of our own that another sign-in opened, told as if there were none: for it there is none any more.
  if (!isOwn && c.req.header('waymark-island')) return c.body(null, 401)
  if (!isOwn) throw refuse('other-site')
  try {
    const { answer, timeZone } = await evenIfTwoAtOnce(() => {
      const opening = openingOf(c, door, actor)
      return worked(house, opening, (work) => once(c, work, passing, { body, only: (does) => { opening.does = does } }))
    })
    return await answerWith(c, { ...ports, timeZone }, frameFor ?? actor, answer)
  } catch (fault) {
    if (!isRefusal(fault) || !door.again || fault.code === 'not-found') throw fault
    return sendAgain(c, passing, actor, { values: visible(body.fields), refusal: fault })
  }
}

/** Whoever lost the right to a form while they wrote in it (their work with the person ended) has their own words back: texts of several words, or in letters that are written without spaces. What they chose, and days, are left out. */
function writtenIn({ typed }: Passing, fault: unknown): string[] {
  if (!typed || !isRefusal(fault) || fault.code !== 'not-found') return []
  return Object.values(visible(typed)).filter((value) => /\S\s+\S|\p{Lo}{3}/u.test(value))
}

/** A file of hundreds of megabytes is taken in from whoever is shown the form for it, and from nobody else: who may not send one is told before it is read. */
async function mustBeShown(c: Context, { house, door }: Passing, actor: Actor): Promise<void> {
  await worked(house, { ...openingOf(c, door, actor), does: 'consult' }, (work) => door.again!(work, c.req.param(), undefined, askedBy(c)))
}

/** The form carries the token of whoever asked for it; a door of the doorkeeper's stands in pages of people signed in, too. */
function isOwnForm({ house, door, frameFor }: Passing, actor: Actor, body: Body): boolean {
  const given = body.fields[hiddenNames.token] ?? ''
  const isOf = (holder: Actor) => isSame(given, formTokenOf(house, holder))
  if (isOf(actor)) return true
  if (!door.as) return false
  if (frameFor && isOf(frameFor)) return true
  // Signing in twice by a double click is begun by nobody and ended by somebody. What is done to one's own account never is:
  // a stranger's token, which everybody can have, does not do; where nobody is signed in any more there is nothing of theirs to touch.
  return door.does === 'collect' ? isOf(doorkeeper(actor.language)) : frameFor === undefined
}

/** The form once more, as it was typed, with what has to be mended; a work of its own, for the first left nothing behind. */
async function sendAgain(c: Context, { house, ports, door, frameFor }: Passing, actor: Actor, sent: { values: Record<string, string>, refusal: Parameters<typeof problemsOf>[0] }): Promise<Response> {
  const opening = { ...openingOf(c, door, actor), does: 'consult' as const }
  const { answer, timeZone } = await worked(house, opening, async (work) => {
    const attempt: Attempt = { values: sent.values, problems: problemsOf(sent.refusal) }
    return door.again!(work, c.req.param(), attempt, askedBy(c))
  })
  const status = statusOf(sent.refusal)
  return answerWith(c, { ...ports, timeZone }, frameFor ?? actor, answer.kind === 'page' ? { ...answer, status } : answer)
}

/** `only`: less was done than the door does as a rule, and the log says so. */
type Sending = { body: Body, only: (does: Operation) => void }

/** A double click and a form sent again get the first answer; anything typed anew is sent anew. */
async function once(c: Context, work: Work, { door, ports }: Passing, { body, only }: Sending): Promise<Answer> {
  const form = c.req.path
  if (door.draft && body.fields[hiddenNames.draft]) {
    // Nothing is told to anybody yet.
    if (door.does === 'disclose') only('collect')
    return saveDraft(c, work, door, body)
  }
  const print = fingerprint([form, visible(body.fields)])
  const key = `${body.fields[hiddenNames.once]?.slice(0, 64) ?? newPublicId()}.${print}`
  const before = door.as ? undefined : await answerBefore(work, { key, door: door.path, print })
  if (before?.answer) {
    only('consult')
    return before.answer as Answer
  }
  await oneAfterTheOther(work)
  const input = door.takes ? parsed(door.takes, body.form) : {}
  const answer = await door.send!(work, { ...input, ...c.req.param() }, sentWith(body, ports.baseUrl ?? new URL(c.req.url).origin))
  if (door.draft) await dropDraft(work, form)
  // A page that answers a form (a code shown once) is kept nowhere: sent again, the form is worked again.
  if (!door.as) await (answer.kind === 'go' ? rememberAnswer(work, key, answer) : forgetKey(work, key))
  return answer
}

/** Kept only where the form itself would be shown: what is nobody's, or somebody else's, takes no draft and leaves no line in the log. */
async function saveDraft(c: Context, work: Work, door: PageDoor, body: Body): Promise<Answer> {
  const values = visible(body.fields)
  await door.again?.(work, c.req.param(), { values, problems: [] }, askedBy(c))
  await keepDraft(work, c.req.path, values)
  return { kind: 'go', to: new URL(c.req.url).pathname, says: t('said.draft-saved') }
}

function askedBy(c: Context): Asked {
  return { cookie: (name) => getCookie(c, name, 'host') }
}

function sentWith(body: Body, site: string): Sent {
  const revision = Number(body.fields[hiddenNames.revision])
  return {
    revision: Number.isInteger(revision) ? revision : undefined,
    files: body.files,
    address: body.address,
    agent: body.agent,
    site: site.replace(/\/$/, ''),
    cookie: (name) => body.cookie(name),
  }
}

function parsed(schema: NonNullable<PageDoor['takes']>, form: Form): Record<string, unknown> {
  const result = (schema as z.ZodType).safeParse(readForm(schema, form), { reportInput: true })
  if (!result.success) throw refuseFields(problemsIn(schema, result.error.issues))
  return result.data as Record<string, unknown>
}

/** Everything but the platform's own hidden fields. */
function visible(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('_')))
}

function openingOf(c: Context, door: PageDoor, actor: Actor): Opening {
  return {
    actor, does: door.does, shows: door.shows, purpose: door.purpose ?? actor.shape, door: nameOf(door),
    about: door.about ? c.req.param(door.about) ?? '' : undefined, objects: objectsNamed(c, door),
  }
}

/** As the log names it. */
function nameOf(door: PageDoor): string {
  return `${door.method.toUpperCase()} ${door.path}`
}

function worked(house: House, opening: Opening, run: (work: Work) => Promise<Answer> | Answer): Promise<Worked> {
  return inWork(house, opening, (work) => said(work, () => run(work)))
}

type Worked = { answer: Answer, timeZone: string }

/** Sentences are said in the reader's language and the service's time zone while the verb runs, and again while the page is drawn. */
function said(work: Work, run: () => Promise<Answer> | Answer): Promise<Worked> {
  return Promise.resolve(reading(readerOf(work.actor.language, work.timeZone), async () => ({ answer: await run(), timeZone: work.timeZone })))
}

/** Nobody is signed in. What was being sent is kept for the one whose sign-in ended, who finds it again afterwards. */
async function signInFirst(c: Context, { house, ports, door }: Passing): Promise<Response> {
  namesIn(c)
  const kept = door.method === 'post' && door.draft ? await keepForOwner(c, house, ports) : false
  // Whoever sits down next, and goes back as far as the browser leads, is told nothing of where the one before has been. Who has just sent something is still there.
  const isTold = kept || !isSharedDevice(askedBy(c))
  const to = isTold ? `${ports.signInPage}?next=${encodeURIComponent(c.req.path)}${kept ? '&kept=yes' : ''}` : ports.signInPage
  wipeUnsent(c)
  // A script of ours would follow to a page that nobody reads: it is told, and tells whoever writes.
  if (c.req.header('waymark-island')) return c.body(null, 401, { 'Waymark-Go': to, ...(kept ? { 'Waymark-Kept': 'yes' } : {}) })
  return c.redirect(to, 303)
}

/** What an ended sign-in sealed on this device opens for nobody any more. */
function wipeUnsent(c: Context): void {
  if (!hasUnsent(askedBy(c))) return
  c.header('Clear-Site-Data', '"storage"')
  setCookie(c, nothingUnsent.name, '', { ...cookieOptions, maxAge: 0 })
}

async function keepForOwner(c: Context, house: House, ports: Ports): Promise<boolean> {
  const owner = await ports.whoWas(c)
  if (!owner) return false
  const body = await readBody(c, 1_000_000)
  if (!isFromHere(c.req.raw, ports.baseUrl) || !isSame(body.fields[hiddenNames.token] ?? '', formTokenOf(house, owner))) return false
  const opening: Opening = { actor: doorkeeper('en'), does: 'collect', shows: 'nothing', purpose: 'draft kept', door: `POST ${c.req.routePath}` }
  await inWork(house, opening, (work) => keepDraftFor(work, owner, c.req.path, visible(body.fields)))
  return true
}
