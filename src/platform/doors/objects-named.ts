import type { Context } from 'hono'

/** The things that an address names beside the person it is about, by their public ids: the log says which one was opened. */
export function objectsNamed(c: Context, about: string | undefined): string[] {
  return Object.entries(c.req.param()).filter(([name]) => name !== about).map(([, value]) => value)
}
