import { demonstrationPassword } from '../../database/seeds/cast.ts'
import { fieldsOf, formsIn, type ShownForm } from './forms.ts'

/** What an address answered, at the end of its redirects. */
export type Answered = { status: number, path: string, type: string, isFile: boolean, html: string }

export type Filled = Record<string, string | File>

/** What a browser without script and without a screen would be: it keeps cookies, follows redirects and sends the forms it is shown. */
export type Visitor = {
  get(path: string): Promise<Answered>
  /** Opens the page that holds the form (its own address unless said), fills it in and sends it. */
  send(action: string, fill?: Filled | ((form: ShownForm) => Filled), from?: string): Promise<Answered>
  cookies: Map<string, string>
}

export function aVisitor(address: string): Visitor {
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${address}${path}`, { ...init, redirect: 'manual', headers: { cookie, origin: address } })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const get = (path: string, hops = 5) => request(path).then((response) => arrive(response, path, hops))
  const arrive = async (response: Response, path: string, hops: number): Promise<Answered> => {
    const to = response.headers.get('location')
    if (to !== null && hops > 0) return get(pathOf(to, address), hops - 1)
    return { status: response.status, path, type: response.headers.get('content-type') ?? '', isFile: response.headers.get('content-disposition')?.startsWith('attachment') ?? false, html: await response.text() }
  }
  return {
    cookies, get: (path) => get(path),
    send: async (action, fill = {}, from = action) => {
      const form = formsIn((await get(from)).html).find((one) => one.action === action && one.method === 'post')
      if (!form) throw new Error(`${from} holds no form to ${action}.`)
      const body = bodyOf({ ...fieldsOf(form), ...(typeof fill === 'function' ? fill(form) : fill) })
      return arrive(await request(action, { method: 'POST', body }), action, 5)
    },
  }
}

/** One of the demonstration, who has given name and password: signed in, or before the next step of it. */
export async function atTheDoor(address: string, first: string): Promise<Visitor> {
  const visitor = aVisitor(address)
  const { path } = await visitor.send('/sign-in', { username: first.toLowerCase(), password: demonstrationPassword(first) })
  if (path === '/sign-in') throw new Error(`${first} could not sign in.`)
  return visitor
}

/** From now on this is the language of their pages; before the sign-in it is the browser's. */
export async function speakTo(visitor: Visitor, language: string): Promise<void> {
  if ((await visitor.get('/account')).path === '/account') await visitor.send('/language', { language }, '/account')
  else visitor.cookies.set('__Host-language', language)
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(name.length + 1)
  if (value === '' || rest.includes('Max-Age=0')) cookies.delete(name)
  else cookies.set(name, value)
}

function pathOf(to: string, address: string): string {
  const { pathname, search } = new URL(to, address)
  return `${pathname}${search}`
}

function bodyOf(fields: Filled): FormData | URLSearchParams {
  const hasFile = Object.values(fields).some((value) => value instanceof File)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) body.append(name, value as string)
  return body
}
