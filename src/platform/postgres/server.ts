import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { existing } from './existing.ts'
import type { Place } from './place.ts'
import { clearLeftovers, postmasterOf, runningPostmaster } from './postmaster.ts'
import { plainEnvironment, type Runner } from './programs.ts'
import { commandOf, isRunning } from './running-process.ts'
import { t } from './words.ts'

export type Command = { place: Place, runner: Runner, args: string[], socketDir: string, port: number }

/** A PostgreSQL process. `onEnd` is told when it ends, if this process is still there to hear it. */
export type Server = { process: number, hasEnded(): boolean, onEnd(tell: () => void): void }

/** Starts PostgreSQL and waits until it takes connections, however long it has to recover. */
export async function launch(command: Command): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const said = sizeOf(command.place.log)
    const server = spawnServer(command)
    if (await isReady(command.place, server)) return server
    const words = readFileSync(command.place.log).subarray(said).toString('utf8').trim()
    // The workers of a server that was killed notice within moments and end; until then its memory is in use.
    if (!words.includes('pre-existing shared memory block') || attempt > 100) throw new Error(failure(command.place, words))
    await wait(50)
  }
}

/** A server left by an application that was killed: as it is, if it was started as we would start it. */
export async function adopt(command: Command): Promise<Server | undefined> {
  const found = runningPostmaster(command.place)
  if (!found || commandOf(found.process).slice(1).join('\0') !== command.args.join('\0')) return undefined
  const server = { process: found.process, hasEnded: () => !isRunning(found.process), onEnd: (tell: () => void) => watchFor(found.process, tell) }
  return found.status !== 'stopping' && await isReady(command.place, server) ? server : undefined
}

/** Ends whatever still runs on these data; true if something did. */
export async function stopLeftBehind(place: Place): Promise<boolean> {
  const found = runningPostmaster(place)
  if (!found) return false
  await end({ process: found.process, hasEnded: () => !isRunning(found.process) })
  return true
}

/** A fast stop: open transactions are rolled back, everything is written. One that hangs is cut off and recovers at the next start. */
export async function end(server: Pick<Server, 'process' | 'hasEnded'>): Promise<void> {
  signal(server.process, 'SIGINT')
  for (let waited = 0; !server.hasEnded(); waited += 5) {
    if (waited === 60_000) signal(server.process, 'SIGQUIT')
    await wait(5)
  }
}

function spawnServer(command: Command): Server {
  clearLeftovers(command.place, command.socketDir, command.port)
  setLongLogAside(command.place.log)
  const log = openSync(command.place.log, 'a', 0o600)
  const [file, args] = command.runner.command('postgres', command.args)
  // In a session of its own: a signal to our group must not stop the database before the last request is answered.
  const child = spawn(file, args, { ...command.runner.ids, cwd: '/', env: plainEnvironment, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  let failed = false
  child.once('error', () => { failed = true })
  return {
    process: child.pid ?? 0,
    hasEnded: () => failed || child.exitCode !== null || child.signalCode !== null,
    onEnd: (tell) => { child.once('exit', tell) },
  }
}

async function isReady(place: Place, server: Pick<Server, 'process' | 'hasEnded'>): Promise<boolean> {
  while (!server.hasEnded()) {
    const noted = postmasterOf(place)
    if (noted?.process === server.process && noted.status === 'ready') return true
    await wait(3)
  }
  return false
}

/** It is nobody's child now: whether it lives can only be looked up. */
function watchFor(process: number, tell: () => void): void {
  const timer = setInterval(() => {
    if (isRunning(process)) return
    clearInterval(timer)
    tell()
  }, 200)
  timer.unref()
}

function signal(to: number, name: NodeJS.Signals): void {
  existing(() => process.kill(to, name))
}

function failure(place: Place, words: string): string {
  const lines = words.split('\n')
  const causes = lines.filter((line) => /FATAL|PANIC/.test(line))
  const last = (causes.length > 0 ? causes : lines).slice(-3).join(' ').trim()
  return t('postgres.did-not-start', { folder: place.dataDir, words: last === '' ? '–' : last, log: place.log })
}

/** One old log is kept; the log of a healthy server is a few lines a start. */
function setLongLogAside(log: string): void {
  if (sizeOf(log) > 5_000_000) renameSync(log, `${log}.1`)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
