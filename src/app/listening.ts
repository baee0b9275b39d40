import { readFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { createSecureContext } from 'node:tls'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Settings } from '../platform/settings.ts'
import { t } from './serve-words.ts'

export type Listening = { server: ServerType, address: string }

/** Opens the port; what stands in the way is said in a sentence. */
export function listenOn(app: Hono, settings: Settings): Promise<Listening> {
  const { port, host: hostname } = settings
  const how = settings.tls ? { createServer: createSecure, serverOptions: certificateOf(settings.tls) } : { createServer: createPlain }
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname, ...how }, () => resolve({ server, address: addressOf(settings, server) }))
    server.on('error', (fault: NodeJS.ErrnoException) => reject(inTheWay(fault, settings)))
  })
}

/** No new requests; those under way are answered first, for ten seconds at most. */
export async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const impatience = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections() }, 10_000)
  await closed
  clearTimeout(impatience)
}

function certificateOf({ cert, key }: { cert: string, key: string }): { cert: Buffer, key: Buffer } {
  const given = { cert: readFileSync(cert), key: readFileSync(key) }
  try {
    createSecureContext(given)
    return given
  } catch (fault) {
    throw new Error(t('serve.bad-certificate', { reason: fault instanceof Error ? fault.message : String(fault) }), { cause: fault })
  }
}

function inTheWay(fault: NodeJS.ErrnoException, { port, host }: Settings): Error {
  if (fault.code === 'EADDRINUSE') return new Error(t('serve.port-taken', { port: String(port), host }), { cause: fault })
  if (fault.code === 'EACCES') return new Error(t('serve.port-not-allowed', { port: String(port) }), { cause: fault })
  return fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND' ? new Error(t('serve.no-such-host', { host }), { cause: fault }) : fault
}

function addressOf(settings: Settings, server: ServerType): string {
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : settings.port
  const name = settings.host === '127.0.0.1' || settings.host === '0.0.0.0' ? 'localhost' : settings.host
  return settings.baseUrl ?? `${settings.tls ? 'https' : 'http'}://${name}:${port}`
}
