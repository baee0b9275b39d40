import type { Child } from 'hono/jsx'
import { inWholeCodes } from './whole-codes.tsx'

/** Something to know: what was just done, what holds here, what needs care. The icon differs, not only the colour. */
export function Notice({ kind = 'done', title, children }: { kind?: 'done' | 'info' | 'care', title?: string, children: Child }) {
  return <div class="ds-alert notice" data-color={colours[kind]} role="status">
    {title && <h2 class="ds-heading" data-size="2xs">{title}</h2>}
    <div>{typeof children === 'string' ? inWholeCodes(children, 'receipt') : children}</div>
  </div>
}

const colours = { done: 'success', info: 'info', care: 'warning' }
