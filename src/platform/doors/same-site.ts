import { timingSafeEqual } from 'node:crypto'

/** Whether a browser says that this request comes from our own pages. A client that says nothing is judged by its token alone. */
export function isFromHere(request: Request, baseUrl: string | undefined): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site && !['same-origin', 'none'].includes(site)) return false
  const origin = request.headers.get('origin')
  if (!origin) return true
  if (baseUrl) return origin === new URL(baseUrl).origin
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}

/** Compares two secrets without saying by its time how much of them is alike. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
