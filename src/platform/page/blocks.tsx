import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import { t } from './words.ts'

/** A part of a page under its own heading. */
export function Block({ title, size = 'sm', id, children }: { title: Child, size?: 'xs' | 'sm', id?: string, children: Child }) {
  return <section class={size === 'xs' ? 'block tight' : 'block'} id={id}>
    <h2 class="ds-heading" data-size={size}>{title}</h2>
    {children}
  </section>
}

/** The main thing, and beside it what helps. On a narrow screen one follows the other. `after`: what is looked up now and then; it fills the room under the main thing, and comes last on a narrow screen. */
export function Columns({ aside, after, children }: { aside: Child, after?: Child, children: Child }) {
  return <div class="cols"><div>{children}</div><aside>{aside}</aside>{after && <div class="heaps">{after}</div>}</div>
}

/** Small blocks side by side, as many as there is room for. */
export function Heaps({ children }: { children: Child }) {
  return <div class="heaps">{children}</div>
}

/** One readable column, for forms and texts. */
export function Narrow({ children }: { children: Child }) {
  return <div class="narrow">{children}</div>
}

export type MeterRow = { label: string, value: number, max: number, says: string }

/** How much of how much. The words carry it; the bar only shows it. */
export function Meters({ rows }: { rows: MeterRow[] }) {
  return <ul class="meters">{rows.map(({ label, value, max, says }) =>
    <li><span>{label}</span><meter value={value} max={max} aria-hidden="true" /><em>{says}</em></li>)}
  </ul>
}

/** Who reads this page, on the page itself. */
export function WhoReads({ href, children }: { href?: string, children: Child }) {
  return <section class="block tight who-reads">
    <h2 class="ds-heading" data-size="xs"><Icon name="readers" />{t('page.whoreads')}</h2>
    <div class="ds-paragraph" data-size="sm">{children}{href && <> <a class="ds-link" href={href}>{t('page.whoreads.more')}</a></>}</div>
  </section>
}

/** Asks the question that has to be asked before paper exists. Printing itself is the browser's. */
export function PrintHint({ href }: { href?: string }) {
  return <div class="print-hint">
    <Icon name="print" />
    <p class="ds-paragraph" data-size="sm"><b>{t('page.print.safe')}</b><br />{href
      ? <a class="ds-link" href={href}>{t('page.print.do')}</a>
      : t('page.print.hint')}</p>
  </div>
}

/** More for those who want it. */
export function DetailsFold({ summary, open, children }: { summary: string, open?: boolean, children: Child }) {
  return <details class="ds-details" data-color="neutral" open={open}><summary>{summary}</summary><div>{children}</div></details>
}
