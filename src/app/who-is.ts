import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { askWhoIs, askWhoseToken } from '../platform/ask-at-the-door.ts'
import type { Ended } from '../platform/doors/index.ts'
import type { House } from '../platform/open-work.ts'
import type { Actor } from '../platform/work.ts'
import { signInCookie, tokenHash } from '../accounts/index.ts'

/** Who a request comes from: the holder of a sign-in, or of a token. After this nobody asks which it was. */
export async function whoIs(house: House, c: Context): Promise<Actor | undefined> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer) return c.req.path.startsWith('/api/') ? askWhoseToken(house, tokenHash(bearer)) : undefined
  const found = await held(house, c)
  return found?.isLive ? found : undefined
}

/** The hash of the sign-in that a browser holds. A request with a token is judged by its token alone. */
export function signInOf(c: Context): string | undefined {
  const token = c.req.header('authorization') === undefined ? getCookie(c, signInCookie, 'host') : undefined
  return token === undefined ? undefined : tokenHash(token)
}

/** Whose sign-in, ended by time alone, this browser still holds: what they wrote can be kept for them. */
export async function whoWas(house: House, c: Context): Promise<Ended | undefined> {
  const found = await held(house, c)
  return found && found.kind !== 'machine' ? { kind: found.kind, id: found.id, signInId: found.signInId } : undefined
}

async function held(house: House, c: Context) {
  const token = getCookie(c, signInCookie, 'host')
  return token ? askWhoIs(house, tokenHash(token)) : undefined
}
