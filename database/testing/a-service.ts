import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationPassword } from '../seeds/cast.ts'

/** For the tests of processes: Waymark as somebody starts it, on data and a port of its own. */
export type Service = {
  child: ChildProcess
  port: number
  /** Everything it said so far. */
  said(): string
  /** The code with which it ended, however it ended. */
  ended: Promise<number | null>
}

const project = join(import.meta.dirname, '../..')

export function aDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'waymark-serve-'))
}

/** `by`: as npm starts it, or the program itself. In a group of its own, so that a signal to the group reaches nobody else. */
export function startService(given: { env?: NodeJS.ProcessEnv, port: number, by?: 'npm' | 'node', args?: string[] }): Service {
  const [file, args] = given.by === 'npm' ? ['npm', ['start']] : [process.execPath, ['tools/waymark.cjs', ...given.args ?? ['serve']]]
  const child = spawn(file, args, { cwd: project, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...plain(), PORT: String(given.port), ...given.env } })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out?.on('data', (piece: Buffer) => { said += piece.toString() })
  return { child, port: given.port, said: () => said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

/** Runs one command to its end. */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null, said: string }> {
  const run = startService({ args, env, port: 0 })
  const code = await run.ended
  return { code, said: run.said() }
}

export async function untilReady(service: Service): Promise<Service> {
  while ((await ask(service.port, '/readyz')).status !== 200) {
    if (service.child.exitCode !== null || service.child.signalCode !== null) throw new Error(`It ended: ${service.said()}`)
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  return service
}

export type Asked = { status: number, text: string, cookies: string[] }

/** One request; a status of 0 when nobody answers. A body makes it a form that is sent. */
export function ask(port: number, path: string, { form, cookie = '' }: { form?: Record<string, string>, cookie?: string } = {}): Promise<Asked> {
  const method = form ? 'POST' : 'GET'
  const headers = { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${port}`, host: `localhost:${port}` } : {}) }
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let text = ''
      answer.on('data', (piece: Buffer) => { text += piece.toString() })
      answer.on('error', () => resolve(nobody))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, cookies: answer.headers['set-cookie'] ?? [] }))
    })
    asked.on('error', () => resolve(nobody))
    asked.end(form ? new URLSearchParams(form).toString() : undefined)
  })
}

/** Somebody of the cast signs in, as with a browser; the cookie that they were given, or nothing when nobody answered. */
export async function signInOver(port: number, first: string): Promise<string | undefined> {
  const page = await ask(port, '/sign-in')
  const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
  const form = { ...Object.fromEntries(hidden) as Record<string, string>, username: first.toLowerCase(), password: demonstrationPassword(first) }
  const answer = page.status === 200 ? await ask(port, '/sign-in', { form }) : undefined
  return answer?.status === 303 ? answer.cookies.find((cookie) => cookie.startsWith('__Host-sign-in='))?.split(';')[0] : undefined
}

/** A sign-in that somebody was told of, and when. */
export type Acknowledged = { cookie: string, at: string }

/** Two people who never stop signing in. Each sign-in is a write of its own; whoever got its cookie has been told that it stands. */
export function keepSigningIn(port: () => number) {
  const acknowledged: Acknowledged[] = []
  let going = true
  const done = Promise.all([signing(), signing()])

  async function signing(): Promise<void> {
    while (going) {
      const cookie = await signInOver(port(), 'Mia')
      if (cookie) acknowledged.push({ cookie, at: new Date().toISOString() })
      else await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  }

  return {
    acknowledged,
    async until(count: number): Promise<void> {
      while (acknowledged.length < count) await new Promise((resolve) => { setTimeout(resolve, 5) })
    },
    async stop(): Promise<void> {
      going = false
      await done
    },
  }
}

/** Which of these sign-ins stand no more. */
export async function lostOf(port: number, acknowledged: Acknowledged[]): Promise<Acknowledged[]> {
  const lost: Acknowledged[] = []
  for (const one of acknowledged) if ((await ask(port, '/', one)).status !== 200) lost.push(one)
  return lost
}

export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  server.close()
  return typeof at === 'object' && at ? at.port : 0
}

const nobody: Asked = { status: 0, text: '', cookies: [] }

/** Nothing that happens to be set where the tests run. */
function plain(): NodeJS.ProcessEnv {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]]))
}
