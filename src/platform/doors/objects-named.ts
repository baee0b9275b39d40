import type { Context } from 'hono'

/** The things that an address names beside the person it is about, by their public ids: the log says which one was opened. A part that opens something by itself is in no log. */
export function objectsNamed(c: Context, { about, secret }: { about?: string | undefined, secret?: string | undefined }): string[] {
  return Object.entries(c.req.param()).filter(([name]) => name !== about && name !== secret).map(([, value]) => value)
}
