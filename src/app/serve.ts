import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { useAssets } from '../platform/page/index.ts'
import type { Settings } from '../platform/settings.ts'
import { addAssets, addProbes, addProxy } from './surroundings.ts'
import { startHouse, type Log, type Started } from './start.ts'
import { webOf } from './web.ts'
import { prepareDemonstration } from './demonstration.ts'
import { logFault } from './log.ts'
import { t } from './words.ts'

/** Runs the service until it is told to stop. Resolves with the exit code. */
export async function serve(settings: Settings, projectDir: string, log: Log): Promise<number> {
  const started = await startHouse(settings, projectDir, log)
  if (settings.mode === 'demo') await prepareDemonstration(started.house, log)
  const server = await open(appOver(started, settings, projectDir), settings)
  log.info(t('app.serve.ready', { address: addressOf(settings, server) }))
  await untilToldToStop()
  await close(server)
  await started.stop()
  return 0
}

function appOver(started: Started, settings: Settings, projectDir: string): Hono {
  useAssets(JSON.parse(readFileSync(join(projectDir, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  const app = webOf(started.house, {
    baseUrl: settings.baseUrl, secure: settings.tls !== undefined || settings.baseUrl?.startsWith('https:') === true, timeZone: 'UTC', logFault,
    around: (inner) => { addProxy(inner, settings.trustedProxy); addAssets(inner, join(projectDir, 'dist/assets')); addProbes(inner, started) },
  })
  return app
}

function open(app: Hono, settings: Settings): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const tls = settings.tls && { createServer: createSecure, serverOptions: { cert: readFileSync(settings.tls.cert), key: readFileSync(settings.tls.key) } }
    const server = listen({ fetch: app.fetch, port: settings.port, hostname: settings.host, ...(tls ?? { createServer: createPlain }) }, () => resolve(server))
    server.on('error', reject)
  })
}

function addressOf(settings: Settings, server: ServerType): string {
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : settings.port
  const name = settings.host === '127.0.0.1' || settings.host === '0.0.0.0' ? 'localhost' : settings.host
  return settings.baseUrl ?? `${settings.tls ? 'https' : 'http'}://${name}:${port}`
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** No new requests; those under way are answered first, for ten seconds at most. */
async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const impatience = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections() }, 10_000)
  await closed
  clearTimeout(impatience)
}
