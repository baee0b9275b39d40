import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { getConnInfo } from '@hono/node-server/conninfo'
import { refuse } from '../refusals.ts'
import type { Form } from './read-form.ts'

/** What a form brought: each field once as text, and as the schema may want it (lists), and files. */
export type Body = { fields: Record<string, string>, form: Form, files: Record<string, File>, address: string, agent: string, cookie: (name: string) => string | undefined }

/** Reads a form of at most `most` bytes. A larger one is refused before it is read. */
export async function readBody(c: Context, most: number): Promise<Body> {
  if (Number(c.req.header('content-length') ?? '0') > most) throw tooBig(most)
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) throw refuse('not-a-form')
  const data = await c.req.parseBody({ all: true }).catch(() => { throw refuse('not-a-form') })
  const body: Body = { fields: {}, form: {}, files: {}, address: addressOf(c), agent: c.req.header('user-agent') ?? '', cookie: (name) => getCookie(c, name, 'host') }
  for (const [name, value] of Object.entries(data)) takeIn(body, name, [value].flat())
  return body
}

function takeIn(body: Body, name: string, values: (string | File)[]): void {
  const texts = values.filter((value) => typeof value === 'string')
  const file = values.find((value) => value instanceof File)
  if (file && file.size > 0) body.files[name] = file
  if (texts.length === 0) return
  body.fields[name] = texts.join('\n')
  body.form[name] = texts.length > 1 ? texts : texts[0]!
}

export function tooBig(most: number): Error {
  return refuse('too-big', { most: most >= 1_000_000 ? `${Math.round(most / 1_000_000)} MB` : `${Math.round(most / 1000)} kB` })
}

/** Where a request came from. Behind a trusted proxy the application replaces this; it is hashed before it is kept. */
export function addressOf(c: Context): string {
  const given: unknown = c.get('address')
  if (typeof given === 'string') return given
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // a request made inside the process, in a test, has no address
  }
}
