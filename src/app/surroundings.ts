import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import type { Started } from './start.ts'

const kinds: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.map': 'application/json' }

/** Style sheets, fonts and scripts. A name changes with its content, so a browser may keep each for ever. */
export function addAssets(app: Hono, folder: string): void {
  app.get('/assets/:name{[A-Za-z0-9._-]+}', (c) => {
    const file = join(folder, c.req.param('name'))
    if (!existsSync(file) || !statSync(file).isFile()) return c.notFound()
    c.header('Content-Type', kinds[extname(file)] ?? 'application/octet-stream')
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream)
  })
}

/** Whether the process lives, and whether it can work: database, migrations, months of the log, definitions. */
export function addProbes(app: Hono, started: Started): void {
  app.get('/healthz', (c) => c.json({ alive: true }))
  app.get('/readyz', async (c) => {
    const checks = await started.readiness()
    const isReady = Object.values(checks).every((check) => check.ok)
    return c.json({ ready: isReady, checks }, isReady ? 200 : 503)
  })
}

/** Behind a trusted proxy the address of a request is the last one that the proxy names; from anybody else such a header is ignored. */
export function addProxy(app: Hono, trusted: string | undefined): void {
  if (!trusted) return
  const proxies = trusted.split(',').map((address) => address.trim())
  app.use(async (c, next) => {
    const from = getConnInfo(c).remote.address ?? ''
    const named = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    const set = c.set as (name: string, value: string) => void
    if (named && proxies.includes(from)) set('address', named)
    await next()
  })
}
