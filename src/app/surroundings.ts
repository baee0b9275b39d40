import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import type { Readiness } from './readiness.ts'

const kinds: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.map': 'application/json' }

/** Style sheets, fonts and scripts. A name changes with its content, so a browser may keep each for ever. */
export function addAssets(app: Hono, folder: string): void {
  app.get('/assets/:name{[A-Za-z0-9._-]+}', (c) => {
    // Undefined where an address repeats the words of this door itself.
    const name = c.req.param('name') as string | undefined
    const file = join(folder, name ?? '')
    if (name === undefined || !existsSync(file) || !statSync(file).isFile()) return c.notFound()
    c.header('Content-Type', kinds[extname(file)] ?? 'application/octet-stream')
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream)
  })
}

/**
 * Whether the process lives, and whether it can work: database, migrations, months of the log, definitions, jobs. What exactly is not in order is told
 * to this machine alone: versions, file names and a database's own words would help whoever looks for a way in.
 */
export function addProbes(app: Hono, readiness: () => Promise<Readiness>): void {
  app.get('/healthz', (c) => c.json({ alive: true }))
  app.get('/readyz', async (c) => {
    const checks = await readiness()
    const isReady = Object.values(checks).every((check) => check.ok)
    return c.json(isFromThisMachine(c) ? { ready: isReady, checks } : { ready: isReady }, isReady ? 200 : 503)
  })
}

/** Asked here, and not by way of a proxy: of one that is not trusted nobody knows for whom it asks. */
function isFromThisMachine(c: Context): boolean {
  const passedOn = (c.get as (name: string) => unknown)('address')
  if (passedOn === undefined && c.req.header('x-forwarded-for') !== undefined) return false
  return isLoopback(typeof passedOn === 'string' ? passedOn : plain(getConnInfo(c).remote.address ?? ''))
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)
}

/**
 * Behind trusted proxies a request came from the last address in their list that is not one of them; what stands before that
 * anybody may have written. From anywhere else the list is not believed at all.
 */
export function addProxy(app: Hono, trusted: readonly string[]): void {
  if (trusted.length === 0) return
  app.use(async (c, next) => {
    const set = c.set as (name: string, value: string) => void
    set('address', cameFrom(plain(getConnInfo(c).remote.address ?? ''), c.req.header('x-forwarded-for'), trusted))
    await next()
  })
}

export function cameFrom(connected: string, forwarded: string | undefined, trusted: readonly string[]): string {
  const way = [...(forwarded ?? '').split(',').map((address) => address.trim()).filter((address) => address !== ''), connected]
  while (way.length > 1 && trusted.includes(plain(way.at(-1)!))) way.pop()
  return plain(way.at(-1)!)
}

/** An IPv4 address as a server that listens on IPv6 sees it: '::ffff:10.0.0.5'. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
