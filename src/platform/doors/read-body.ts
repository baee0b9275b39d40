import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { getConnInfo } from '@hono/node-server/conninfo'
import { refuse } from '../refusals.ts'
import type { Form } from './read-form.ts'
import { networkOf } from './network.ts'
import { writable } from './writable.ts'

/** What a form brought: each field once as text, and as the schema may want it (lists), and files. */
export type Body = { fields: Record<string, string>, form: Form, files: Record<string, File>, address: string, agent: string, cookie: (name: string) => string | undefined }

/** Reads a form of at most `most` bytes. A larger one is refused before it is read. */
export async function readBody(c: Context, most: number): Promise<Body> {
  if (Number(c.req.header('content-length') ?? '0') > most) throw tooBig(most)
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) throw refuse('not-a-form')
  const sent = upTo(most, c.req.raw)
  const data = await new Response(sent.stream, { headers: { 'content-type': type } }).formData().catch(() => { throw sent.isTooBig() ? tooBig(most) : refuse('not-a-form') })
  const body: Body = { fields: {}, form: {}, files: {}, address: addressOf(c), agent: c.req.header('user-agent') ?? '', cookie: (name) => getCookie(c, name, 'host') }
  for (const [name, value] of data.entries()) takeIn(body, writable(name), value)
  return body
}

/** One at a time and none looked up again: however many fields somebody invents, each costs the same. */
function takeIn({ fields, form, files }: Body, name: string, value: string | File): void {
  if (value instanceof File) {
    if (value.size > 0) files[name] ??= new File([value], writable(value.name), { type: value.type })
    return
  }
  const text = writable(value)
  const before = Object.hasOwn(form, name) ? form[name] : undefined
  fields[name] = before === undefined ? text : `${fields[name]}\n${text}`
  if (Array.isArray(before)) before.push(text)
  else form[name] = before === undefined ? text : [before, text]
}

/** The part of an address after the question mark; a name that is there several times is a list, as in a form. */
export function queryOf(c: Context): Form {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => {
    const [first = '', ...more] = values.map(writable)
    return [name, more.length > 0 ? [first, ...more] : first]
  }))
}

/** What comes in, piece by piece, ended as soon as it is larger than allowed. A long file is so not held whole once more before it is taken apart. */
function upTo(most: number, request: Request): { stream: ReadableStream<Uint8Array> | null, isTooBig: () => boolean } {
  let size = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, onward) {
      size += piece.length
      if (size > most) onward.error(tooBig(most))
      else onward.enqueue(piece)
    },
  })
  return { stream: request.body?.pipeThrough(counted) ?? null, isTooBig: () => size > most }
}

/**
 * What was sent, as text, or a refusal as soon as it is larger than allowed, whether or not it said its length. What said it cannot be longer (the server holds the sender to it) and is
 * read in one go, which costs half as much.
 */
export async function readText(c: Context, most: number): Promise<string> {
  const told = c.req.header('content-length')
  if (Number(told ?? '0') > most) throw tooBig(most)
  return told === undefined ? inPieces(c.req.raw, most) : c.req.raw.text()
}

async function inPieces({ body }: Request, most: number): Promise<string> {
  const [decoder, pieces] = [new TextDecoder(), [] as string[]]
  let size = 0
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > most) throw tooBig(most)
    pieces.push(decoder.decode(piece, { stream: true }))
  }
  return [...pieces, decoder.decode()].join('')
}

export function tooBig(most: number): Error {
  return refuse(most > 1_000_000 ? 'file-too-big' : 'too-big', { most: most >= 1_000_000 ? `${Math.round(most / 1_000_000)} MB` : `${Math.round(most / 1000)} kB` })
}

/** Where a request came from, as it is counted. Behind a trusted proxy the application replaces this; it is hashed before it is kept. */
export function addressOf(c: Context): string {
  const given: unknown = c.get('address')
  if (typeof given === 'string') return networkOf(given)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'unknown' // a request made inside the process, in a test, has no address
  }
}
