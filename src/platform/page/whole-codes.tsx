import type { Child } from 'hono/jsx'

/** A receipt or a number is copied by hand, often once: it is never broken at the end of a line, nor turned round between words of another direction. */
export function inWholeCodes(says: string, className = 'whole'): Child {
  if (!code.test(says)) return says
  return says.split(code).map((part, at) => (at % 2 === 0 ? part : className === 'receipt' ? <code class="receipt">{part}</code> : <bdi class="whole" dir="ltr">{part}</bdi>))
}

const code = /\b([0-9A-Z]{4}(?:-[0-9A-Z]{4}){1,2})\b/
