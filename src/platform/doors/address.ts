import type { Context } from 'hono'
import { refuse } from '../refusals.ts'

/** A name in an address is short and can be printed; what is longer, or holds a NUL, names nobody and goes no further than here. */
const longest = 200

/** The parts of an address that name something. Refused as not there, before any work is opened, when they cannot be the name of anything. */
export function namesIn(c: Context): Record<string, string> {
  if (!canBeNamed(c)) throw refuse('not-found')
  return c.req.param() as Record<string, string>
}

export function canBeNamed(c: Context): boolean {
  return Object.values(c.req.param() as Record<string, string>).every((name) => name.length <= longest && !/\p{Cc}/u.test(name))
}

/** An address of our own, as a browser will read it: tabs and line breaks dropped, strokes turned. Whatever would lead elsewhere leads to the start page. */
export function ownAddress(to: string | undefined): string {
  const here = 'http://here.invalid'
  if (!to?.startsWith('/') || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search, hash } = new URL(to, here)
  // A path may itself begin with two strokes, which a browser takes for another host.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
