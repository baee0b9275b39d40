import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { Form, type FormKeys } from './form.tsx'
import { Icon } from './icon.tsx'
import { Island } from './island.tsx'
import { Notice } from './notice.tsx'
import { LanguageForm } from './person-menu.tsx'
import type { NavLink } from './shell.tsx'
import { t } from './words.ts'

/** When nobody touches the page any more: where it goes, after how many minutes; `by`: the form that ends somebody's turn, where one does. */
export type Closing = { to: string, minutes: number, by?: string }

export type KioskShellProps = {
  nav: NavLink[]
  /** A harmless page to go to when somebody comes too near. That page itself has nothing to hide. */
  hideHref?: string
  /** Help in a crisis, in words that say nothing of why somebody is here. */
  urgent?: Child
  /** Without it (before signing in) there is no language form and no way out. */
  own?: { keys: FormKeys, languageAction: string, here?: string | undefined, signOutAction: string }
  flash?: string
  /** Without it the page holds nothing of anybody. */
  closes?: Closing | undefined
  children: Child
}

/**
 * A participant's page on a shared machine. Title and header say neither programme nor name:
 * that somebody takes part is itself the most dangerous fact.
 */
export function KioskShell({ nav, hideHref, urgent, own, flash, closes, children }: KioskShellProps) {
  return <Document title={t('page.kiosk.title')} kiosk {...(closes && { goesOn: { to: closes.to, minutes: closes.minutes * 2 } })}>
    <a class="ds-skip-link" href="#main">{t('page.skip')}</a>
    <header class="top"><div class="wrap top-in">
      <span class="brand">{t('page.kiosk.header')}</span>
      <nav class="main-nav" aria-label={t('page.nav')}>
        {nav.map(link => <a href={link.href} aria-current={link.current ? 'page' : undefined}>{link.label}</a>)}
      </nav>
      {urgent}
      {hideHref && <a class="ds-button hide-page" href={hideHref} accesskey="x" rel="noreferrer"><Icon name="hide" />{t('page.kiosk.hide')}</a>}
    </div></header>
    <main id="main" class="wrap" tabindex={-1}>
      {flash && <Notice>{flash}</Notice>}
      {children}
    </main>
    {closes && <p class="closes" role="alert" data-to={closes.to} data-minutes={closes.minutes} data-by={closes.by} data-says={t('page.kiosk.closes')}></p>}
    <Island name="shared-screen.js" />
    {own && <footer class="wrap kiosk-foot">
      <LanguageForm action={own.languageAction} keys={own.keys} here={own.here} />
      <Form action={own.signOutAction} keys={own.keys}>
        <button class="ds-button" data-variant="secondary" type="submit"><Icon name="leave" />{t('page.me.sign-out')}</button>
      </Form>
    </footer>}
  </Document>
}
