import type { Hono } from 'hono'
import { webOf } from '../../src/app/web.ts'
import { demonstrationPassword, type First } from '../seeds/cast.ts'
import { onceAFile } from './once-a-file.ts'
import { testHouse } from './test-house.ts'

export type Page = { status: number, text: string, headers: Headers, location: string | null }

/** What a browser without script would do: it keeps cookies and sends the hidden fields of the form it was shown. */
export type Visitor = {
  get(path: string): Promise<Page>
  /** Opens the page that holds the form (its own address unless said), then sends it. Repeated names as a list. */
  send(path: string, fields?: Record<string, string | string[] | File>, from?: string): Promise<Page>
  /** Sends exactly this, without opening anything first: for forged and replayed forms. */
  post(path: string, fields: Record<string, string | string[] | File>, headers?: Record<string, string>): Promise<Page>
  /** A call of the JSON interface; a body makes it a POST. */
  api(path: string, body?: unknown, headers?: Record<string, string>): Promise<Page & { json: unknown }>
  cookies: Map<string, string>
}

const origin = 'http://localhost'

/** Somebody who has not signed in; at another process of the application, where one is given. */
export async function aVisitor(over?: Hono): Promise<Visitor> {
  const app = over ?? await theWeb()
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('host', 'localhost')
    const response = await app.request(`${origin}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return { status: response.status, text: await response.text(), headers: response.headers, location: response.headers.get('location') }
  }
  const post: Visitor['post'] = (path, fields, headers = {}) => request(path, { method: 'POST', body: bodyOf(fields), headers: { origin, ...headers } })
  return {
    cookies, post,
    get: (path) => request(path),
    send: async (path, fields = {}, from = path) => post(path, { ...hiddenIn((await request(from)).text, path), ...fields }),
    api: async (path, body, headers = {}) => {
      const init = body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin, ...headers } }
      const page = await request(`/api${path}`, init)
      return { ...page, json: page.text === '' ? undefined : JSON.parse(page.text) as unknown }
    },
  }
}

/** A colleague of the cast, signed in through the door like everybody. */
export async function visit(first: First): Promise<Visitor> {
  const visitor = await aVisitor()
  await signInAs(visitor, first.toLowerCase(), demonstrationPassword(first))
  return visitor
}

export async function signInAs(visitor: Visitor, username: string, password: string): Promise<void> {
  const page = await visitor.send('/sign-in', { username, password })
  if (page.status !== 303) throw new Error(`${username} could not sign in: ${page.status}`)
}

const theWeb: () => Promise<Hono> = onceAFile(async () => {
  const { house } = await testHouse()
  return webOf(house, { baseUrl: undefined, secure: false, timeZone: 'Europe/Copenhagen', logFault: (fault) => { throw fault } })
})

function bodyOf(fields: Record<string, string | string[] | File>): FormData | URLSearchParams {
  const hasFile = Object.values(fields).some((value) => value instanceof File)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
  }
  return body
}

/** The hidden fields of the form that goes to this address; of the first form when none says so. */
function hiddenIn(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map((found) => found[0])
  const form = forms.find((text) => text.includes(`action="${action}"`)) ?? forms[0] ?? ''
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")]))
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  const isGone = attributes.some((attribute) => /max-age=0/i.test(attribute))
  if (isGone) cookies.delete(name.trim())
  else cookies.set(name.trim(), value.join('='))
}
