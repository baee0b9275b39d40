import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { formTokenOf, newPublicId, type House } from '../platform/open-work.ts'
import { KioskShell, Shell, type FormKeys, type NavLink } from '../platform/page/index.ts'
import type { PageAnswer } from '../platform/doors/index.ts'
import type { Actor } from '../platform/work.ts'
import { roleName } from '../access/index.ts'
import { crisisBanner, crisisCard, standingOf, writersOfCrises, type CardReader } from '../safety/index.ts'
import { accountPage, hidePage, idleMinutes, languagePage, neutralPage, signOutPage } from '../accounts/index.ts'
import { say } from '../platform/words/index.ts'
import { navigation } from './navigation.ts'
import { t } from './words.ts'

type At = { path: string, flash: string | undefined }

/** The frame round every page: a colleague's, or a participant's on a shared kiosk. */
export function frameOf(house: House) {
  return (actor: Actor, page: PageAnswer, at: At): JSX.Element => {
    const keys: FormKeys = { token: formTokenOf(house, actor), once: newPublicId() }
    const standing = standingOf(house)
    const urgent = crisisCard(standing, cardReader(actor))
    if (page.plain) return <KioskShell nav={[]} {...(at.path === neutralPage ? {} : { hideHref: hidePage })} {...(at.flash ? { flash: at.flash } : {})} urgent={crisisCard(standing, 'everybody')} closes={page.closes}>{page.body}</KioskShell>
    if (actor.shape === 'person') return kiosk(page, at, { keys, urgent, above: undefined })
    return colleague(actor, page, at, { keys, urgent, above: crisisBanner(standing, actor) })
  }
}

type Around = { keys: FormKeys, urgent: Child, above: Child | undefined }

/** Whoever is not signed in, and the person, sees the card that everybody may see. */
function cardReader({ kind, shape, roles }: Actor): CardReader {
  if (kind !== 'colleague') return 'everybody'
  if (shape === 'casework' && roles.some((role) => writersOfCrises.includes(role))) return 'casework'
  return shape === 'administrator' ? 'administrator' : 'colleague'
}

function kiosk(page: PageAnswer, at: At, { keys, urgent }: Around): JSX.Element {
  return <KioskShell urgent={urgent} nav={linksFor('person', [], at.path)} hideHref={hidePage} closes={{ to: hidePage, minutes: idleMinutes.kiosk }} own={{ keys, languageAction: languagePage, here: backFrom(page, at), signOutAction: signOutPage }} {...(at.flash ? { flash: at.flash } : {})}>
    {page.body}
  </KioskShell>
}

function colleague(actor: Actor, page: PageAnswer, at: At, { keys, urgent, above }: Around): JSX.Element {
  const isSignedIn = actor.kind === 'colleague'
  const me = isSignedIn ? { name: actor.name, role: rolesOf(actor), links: ownLinks(), keys, languageAction: languagePage, here: backFrom(page, at), signOutAction: signOutPage } : undefined
  return <Shell kind={page.title} nav={isSignedIn ? linksFor(actor.shape, actor.roles, at.path) : []} hasProblems={page.status === 422} urgent={urgent} above={above}
    {...(me ? { me } : {})} {...(at.flash ? { flash: at.flash } : {})}>
    {page.body}
  </Shell>
}

function linksFor(shape: string, roles: readonly string[], path: string): NavLink[] {
  const places = navigation(shape, roles)
  const here = places.filter((place) => isAt(place, path)).reduce((best, { href }) => (href.length > best.length ? href : best), '')
  return places.map((place) => ({ ...place, current: place.href === here }))
}

/** Of "Service" and "Service / lead time" one is at the longer; the other is only above it. */
function isAt({ href }: { href: string }, path: string): boolean {
  return href === path || (href !== '/' && path.startsWith(`${href}/`))
}

function ownLinks(): { href: string, label: string }[] {
  return [{ href: accountPage, label: t('app.own.account') }]
}

function rolesOf(actor: Actor): string {
  return say.list(actor.roles.map(roleName))
}

/** A page that is not there is no place to come back to, and says nothing of what was asked for. */
function backFrom(page: PageAnswer, at: At): string {
  return page.status === 200 ? at.path : '/'
}
