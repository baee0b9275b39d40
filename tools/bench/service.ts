import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hashOf } from './fill.ts'
import type { Size } from './place.ts'

export type Running = { child: ChildProcess, port: number, /** Milliseconds from the start of the process to its first ready answer. */ startedIn: number, stop(): Promise<void> }

const project = join(import.meta.dirname, '../..')

/** The folder of a service of this size; the same one for the same size, seed and way of filling. */
export function folderFor(size: Size): string {
  const folder = join(tmpdir(), 'waymark-bench', `${size.people}-${hashOf(size)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Makes the service with its first administrator, where none stands. */
export async function found(dataDir: string, port: number): Promise<void> {
  if (existsSync(join(dataDir, 'postgres'))) return
  const passwordFile = join(dataDir, 'first-password')
  writeFileSync(passwordFile, 'an-administrator-for-the-benchmark\n', { mode: 0o600 })
  const child = spawn(process.execPath, ['tools/waymark.cjs', 'init', '--name', 'First Administrator', '--username', 'first', '--service', 'Sydland', '--time-zone', 'Europe/Oslo', '--password-file', passwordFile],
    { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], env: environment(dataDir, port) })
  const [code] = await once(child, 'exit') as [number]
  if (code !== 0) throw new Error('The service could not be founded.')
}

/** The application as `npm start` runs it. `profile`: a folder for a profile of its processor time. */
export async function startWaymark(dataDir: string, port: number, profile?: string): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), '--max-semi-space-size=16', '--max-old-space-size=1024', 'tools/waymark.cjs', 'serve'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], env: environment(dataDir, port) })
  while (child.exitCode === null && await statusOf(port, '/readyz') !== 200) await wait(5)
  if (child.exitCode !== null) throw new Error(`The application ended with ${child.exitCode}.`)
  return { child, port, startedIn: Math.round(performance.now() - began), stop: () => stopped(child) }
}

/** The bare limit beside it, on the same database. */
export async function startLimit(dataDir: string, port: number, actors: unknown): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'limit-server.ts'), dataDir, String(port), JSON.stringify(actors)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout!, 'data')
  return { child, port, startedIn: Math.round(performance.now() - began), stop: () => stopped(child) }
}

/** The most memory that a process has held so far, in megabytes; nothing where the system does not tell. */
export function peakMemory({ child }: Running): number | undefined {
  const status = `/proc/${child.pid}/status`
  const found = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return found === undefined ? undefined : Math.round(Number(found) / 1024)
}

function environment(dataDir: string, port: number): NodeJS.ProcessEnv {
  return { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DATA_DIR: dataDir, BASE_URL: `http://localhost:${port}`, WAYMARK_MODE: 'production', WAYMARK_SECRET: 'a secret that only the benchmark uses' }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function statusOf(port: number, path: string): Promise<number> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path }, (answer) => { answer.resume(); resolve(answer.statusCode ?? 0) }).on('error', () => resolve(0))
  })
}
