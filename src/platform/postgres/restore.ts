import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { copyHashed } from './copy-file.ts'
import { isMissing } from './existing.ts'
import { startEmbedded, type Access, type Log } from './launch.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { holdData, holderOf } from './owner-lock.ts'
import { placeOf, type Place } from './place.ts'
import { runnerFor, versionOf } from './programs.ts'
import { t } from './words.ts'

export type WantedRestore = { from: string, dataDir: string, log: Log }

/** Brings a backup into an empty DATA_DIR, starts it once so that it recovers, and stops it. Afterwards all is there, or nothing. */
export async function restore({ from, dataDir, log }: WantedRestore): Promise<{ upTo: string, said: string }> {
  const place = placeOf(dataDir)
  refuseUnlessEmpty(place)
  const manifest = readManifest(from)
  refuseOtherVersion(manifest)
  try {
    await copyBack(from, place, manifest)
    await recover(place, manifest, log)
  } catch (fault) {
    // Somebody who started on the folder meanwhile keeps it.
    if (holderOf(place) === undefined) for (const name of within(place)) rmSync(path.join(place.dataDir, name), { recursive: true })
    throw fault
  }
  return { upTo: manifest.upTo, said: t('restore.done', { folder: place.dataDir, moment: manifest.upTo }) }
}

function refuseUnlessEmpty(place: Place): void {
  const folder = place.dataDir
  const holder = holderOf(place)
  if (holder !== undefined) throw new Error(t('restore.running', { folder, process: String(holder) }))
  if (within(place).length > 0) throw new Error(t('restore.folder-not-empty', { folder }))
}

function refuseOtherVersion(manifest: Manifest): void {
  const wanted = versionOf(runnerFor())
  if (manifest.postgres !== wanted) throw new Error(t('restore.other-version', { found: manifest.postgres, wanted }))
}

/** A file system of its own comes with a folder for what it finds again. */
function within(place: Place): string[] {
  return readdirSync(place.dataDir).filter((name) => name !== 'lost+found')
}

/** Under another name until it is complete: a restore that is interrupted leaves nothing that starts. */
async function copyBack(from: string, place: Place, manifest: Manifest): Promise<void> {
  const draft = path.join(place.dataDir, 'restoring')
  const letGo = holdData(place)
  try {
    for (const folder of ['', ...manifest.folders]) mkdirSync(path.join(draft, folder), { mode: 0o700 })
    for (const file of manifest.files) await copyChecked(from, draft, file)
    for (const name of readdirSync(draft)) renameSync(path.join(draft, name), path.join(place.dataDir, name))
    rmSync(draft, { recursive: true })
  } finally {
    letGo()
  }
}

async function copyChecked(from: string, draft: string, file: Manifest['files'][number]): Promise<void> {
  const source = path.join(from, file.path)
  const copied = await copyHashed(source, path.join(draft, file.path)).catch(missingIsDamaged)
  if (copied?.sha256 !== file.sha256) throw new Error(t('restore.damaged', { file: source }))
}

function missingIsDamaged(fault: unknown): undefined {
  if (!isMissing(fault)) throw fault
}

async function recover(place: Place, manifest: Manifest, log: Log): Promise<void> {
  const server = await startEmbedded({ dataDir: place.dataDir, log })
  try {
    if (!await reaches(server, manifest.logEnd)) throw new Error(t('restore.incomplete'))
  } finally {
    await server.stop()
  }
}

/** Recovery ends with a checkpoint, whose place says how far the log was followed. */
async function reaches(access: Access, logEnd: string): Promise<boolean> {
  const client = new pg.Client({ host: access.socketDir, port: access.port, user: access.superuser, password: access.password, database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query<{ reached: boolean }>('select redo_lsn >= $1::pg_lsn as reached from pg_control_checkpoint()', [logEnd])
    return rows[0]?.reached === true
  } finally {
    await client.end()
  }
}
