import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { PersonMenu, type Me } from './person-menu.tsx'
import { t } from './words.ts'

/** `seldom`: what nobody needs every day stands behind one word, so that the bar stays one line. */
export type NavLink = { href: string, label: string, current?: boolean, seldom?: boolean }

export type ShellProps = {
  /** What kind of page it is, for the browser's title: "Agreement". Never a person's name: titles stand in task bars and histories. */
  kind: string
  nav: NavLink[]
  home?: string
  find?: { action: string, name: string }
  /** Help in a crisis, one tap from every page: it opens without asking the network for anything. */
  urgent?: Child
  me?: Me
  /** The sentence that tells what has just been done. */
  flash?: string
  /** Whatever must stay in sight, for example a time limit. */
  above?: Child
  /** The form came back with things to mend. */
  hasProblems?: boolean
  children: Child
}

/** The page of a colleague. */
export function Shell(props: ShellProps) {
  return <Document title={titleOf(props)}>
    <a class="ds-skip-link" href="#main">{t('page.skip')}</a>
    <header class="top">
    <div class="wrap top-in">
      <a class="brand" href={props.home ?? '/'}><BrandMark />{t('page.brand')}</a>
      {props.nav.length > 0 && <MainNav links={props.nav} />}
      {props.find && <FindForm {...props.find} />}
      {props.urgent}
      {props.me && <PersonMenu {...props.me} />}
    </div>
    {props.above && <div class="above"><div class="wrap">{props.above}</div></div>}
    </header>
    <main id="main" class="wrap" tabindex={-1}>
      {props.flash && <Notice>{props.flash}</Notice>}
      {props.children}
    </main>
  </Document>
}

function titleOf({ kind, hasProblems }: ShellProps): string {
  const title = t('page.title', { kind })
  return hasProblems ? t('page.title.problems', { title }) : title
}

function MainNav({ links }: { links: NavLink[] }) {
  const [often, seldom] = [links.filter(link => !link.seldom), links.filter(link => link.seldom)]
  return <nav class="main-nav" aria-label={t('page.nav')}>
    {often.map(link => <NavItem {...link} />)}
    {seldom.length > 0 && <details class="nav-more" name="top">
      <summary class={seldom.some(link => link.current) ? 'here' : undefined}>{t('page.nav.more')}<Icon name="open" /></summary>
      <ul>{seldom.map(link => <li><NavItem {...link} /></li>)}</ul>
    </details>}
  </nav>
}

function NavItem({ href, label, current }: NavLink) {
  return <a href={href} aria-current={current ? 'page' : undefined}>{label}</a>
}

function FindForm({ action, name }: { action: string, name: string }) {
  return <form class="find" role="search" action={action} method="get" autocomplete="off">
    <input class="ds-input" type="search" name={name} placeholder={t('page.find')} aria-label={t('page.find')} />
    <button class="ds-button" data-variant="tertiary" type="submit"><Icon name="find" /><span class="ds-sr-only">{t('page.find.do')}</span></button>
  </form>
}

function BrandMark() {
  return <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
    <path d="M12 2 4 21h16L12 2Z" stroke-linejoin="round" /><path d="M9 12h6M8 16h8" />
  </svg>
}
