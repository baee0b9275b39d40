import type { Child } from 'hono/jsx'
import { inWholeCodes } from './notice.tsx'
import { t } from './words.ts'

/** Where one is: the pages above, then this one. */
export function Crumbs({ above, here }: { above: { href: string, label: string }[], here: string }) {
  return <nav class="crumbs" aria-label={t('page.crumbs')}><ol>
    {above.map(page => <li><a class="ds-link" href={page.href}>{inWholeCodes(page.label)}</a></li>)}
    <li aria-current="page">{inWholeCodes(here)}</li>
  </ol></nav>
}

/** The one heading of a page, a line about it, and what can be done here. */
export function PageHead({ title, sub, actions }: { title: string, sub?: Child, actions?: Child }) {
  return <div class="page-head">
    <div class="page-head-text">
      <h1 class="ds-heading" data-size="lg">{inWholeCodes(title)}</h1>
      {sub && <p class="ds-paragraph sub">{sub}</p>}
    </div>
    {actions && <div class="actions">{actions}</div>}
  </div>
}

/** A link that looks like a button, for going somewhere to do something. Only forms change things. */
export function ButtonLink({ href, secondary, children }: { href: string, secondary?: boolean, children: Child }) {
  return <a class="ds-button" data-variant={secondary ? 'secondary' : undefined} href={href}>{children}</a>
}

/** `does`: it leads to doing something, and is not printed: on paper its words would be read as said of what stands beside them. */
export function Link({ href, does, children }: { href: string, does?: boolean, children: Child }) {
  return <a class={does ? 'ds-link on-screen' : 'ds-link'} href={href}>{children}</a>
}
