import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { existing } from './existing.ts'
import type { Place } from './place.ts'
import { commandOf, isRunning } from './running-process.ts'

/** What the server itself writes into postmaster.pid. */
export type Postmaster = { process: number, port: number, socketDir: string, status: string }

export function postmasterOf(place: Place): Postmaster | undefined {
  const lines = existing(() => readFileSync(pidFile(place), 'utf8'))?.split('\n')
  if (!lines?.[0]) return undefined
  return { process: Number(lines[0]), port: Number(lines[3]), socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() }
}

/** The server that runs on these data now, ours or left behind; its number alone proves nothing, numbers are given out again. */
export function runningPostmaster(place: Place): Postmaster | undefined {
  const noted = postmasterOf(place)
  return noted && isRunning(noted.process) && commandOf(noted.process).includes(place.cluster) ? noted : undefined
}

/**
 * Only when no server runs. PostgreSQL refuses to start while the number in its old files belongs to any process, which after a
 * restart of the machine may be anybody's. It takes its parent's number for stale, and still looks at the shared memory named
 * further down: so the number is replaced by ours and the file is kept.
 */
export function clearLeftovers(place: Place, socketDir: string, port: number): void {
  for (const end of ['', '.lock']) rmSync(path.join(socketDir, `.s.PGSQL.${port}${end}`), { force: true })
  const noted = existing(() => readFileSync(pidFile(place), 'utf8'))
  if (noted !== undefined) writeFileSync(pidFile(place), noted.replace(/^.*/, String(process.pid)))
}

function pidFile(place: Place): string {
  return path.join(place.cluster, 'postmaster.pid')
}
