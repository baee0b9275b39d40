import type { Child } from 'hono/jsx'

/** Something to know: what was just done, what holds here, what needs care. The icon differs, not only the colour. */
export function Notice({ kind = 'done', title, children }: { kind?: 'done' | 'info' | 'care', title?: string, children: Child }) {
  return <div class="ds-alert notice" data-color={colours[kind]} role="status">
    {title && <h2 class="ds-heading" data-size="2xs">{title}</h2>}
    <div>{typeof children === 'string' ? inWholeCodes(children, 'receipt') : children}</div>
  </div>
}

/** A receipt or a number is copied by hand, often once: it is never broken at the end of a line, nor turned round between words of another direction. */
export function inWholeCodes(says: string, as: 'receipt' | 'whole' = 'whole'): Child {
  if (!code.test(says)) return says
  return says.split(code).map((part, at) => (at % 2 === 0 ? part : as === 'receipt' ? <code class="receipt">{part}</code> : <bdi class="whole" dir="ltr">{part}</bdi>))
}

const code = /\b([0-9A-Z]{4}(?:-[0-9A-Z]{4}){1,2})\b/

const colours = { done: 'success', info: 'info', care: 'warning' }
