import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { copyCluster, copyFolder, type Copy } from './copy-cluster.ts'
import { copyHashed, syncFolder } from './copy-file.ts'
import { holdWriting } from './hold-writing.ts'
import { manifestFormat, writeManifest } from './manifest.ts'
import { placeOf } from './place.ts'
import { t } from './words.ts'

// It is there; the package of types does not say so.
declare module 'pg' {
  interface Client { unref(): void }
}

export type Client = Pick<pg.Client, 'query' | 'end' | 'unref'>

/** `connect`: to the service's database, as superuser of the embedded server whose DATA_DIR this is; `to`: a new or an empty folder. */
export type WantedBackup = { connect: () => Promise<Client>, dataDir: string, to: string }

/** `upTo`: every change acknowledged before this moment is in it, and none was between it and the end of the command. `said`: the same for people. */
export type Backup = { upTo: string, files: number, bytes: number, said: string }

/**
 * A copy of the running database, by PostgreSQL's own functions, while writing goes on. Its log is kept for us by a temporary
 * slot on this connection, which also disappears if we are killed; so no archive is needed, and none could fill the disk.
 */
export async function backup({ connect, dataDir, to }: WantedBackup): Promise<Backup> {
  takeFolder(to)
  const place = placeOf(dataDir)
  const copy: Copy = { to: path.resolve(to), folders: [], files: [] }
  const client = await connect()
  try {
    const first = await begin(client)
    await copyCluster(place.cluster, copy)
    await finishBase(client, copy)
    await copyFolder(place.secrets, 'secrets', copy)
    const made = await copyLog(client, { first, log: path.join(place.cluster, 'pg_wal'), copy })
    letGoSoon(client)
    return made
  } catch (fault) {
    await client.end()
    throw fault
  }
}

/** For a database on an outside server, which is backed up with the server's own tools. */
export function outsideBackupAdvice(): string {
  return t('backup.outside-advice')
}

function takeFolder(to: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(t('backup.folder-not-empty', { folder: to }))
  mkdirSync(to, { recursive: true, mode: 0o700 })
}

/** The name of the first file of the log that the copy needs. */
async function begin(client: Client): Promise<string> {
  await client.query(`select pg_create_physical_replication_slot('waymark_backup_' || pg_backend_pid(), true, true)`)
  const { rows: [row] } = await client.query<{ first: string }>(`select pg_walfile_name(pg_backup_start('waymark', true)) as first`)
  return answered(row).first
}

/** The label tells the server, when it starts on the copy, from where in the log it must recover. */
async function finishBase(client: Client, copy: Copy): Promise<void> {
  const { rows: [row] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  const label = Buffer.from(answered(row).labelfile)
  writeFileSync(path.join(copy.to, 'postgres', 'backup_label'), label, { mode: 0o600 })
  copy.files.push({ path: 'postgres/backup_label', size: label.length, sha256: createHash('sha256').update(label).digest('hex') })
}

/** What is long is copied first, while writing goes on. For the last piece of the log writing is held, some hundredths of a second. */
async function copyLog(client: Client, { first, log, copy }: { first: string, log: string, copy: Copy }): Promise<Backup> {
  const postgres = readFileSync(path.join(copy.to, 'postgres', 'PG_VERSION'), 'utf8').trim()
  const { current } = await whereTheLogIs(client)
  await copySegments(log, (name) => name >= first && name < current, copy)
  execFileSync('sync', ['-f', copy.to])
  await holdWriting(client)
  const end = await whereTheLogIs(client)
  const last = await copySegments(log, (name) => name >= current && name <= end.current, copy)
  for (const file of last) await syncFolder(file)
  await writeManifest(copy.to, { format: manifestFormat, postgres, upTo: end.moment, logEnd: end.flushed, folders: copy.folders, files: copy.files })
  return made(copy, end.moment)
}

/** Writing goes on when this command ends, so that nothing is acknowledged between the copy and the end; at the latest in a moment. */
function letGoSoon(client: Client): void {
  setTimeout(() => void client.end(), 250).unref()
  client.unref()
}

/** The moment is asked before the place: what was acknowledged before the one lies before the other. */
async function whereTheLogIs(client: Client): Promise<{ moment: string, flushed: string, current: string }> {
  const { rows: [row] } = await client.query<{ moment: string, flushed: string, current: string }>(`
    with asked as materialized (select clock_timestamp() as moment, pg_current_wal_flush_lsn() as flushed)
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment, flushed::text, pg_walfile_name(flushed) as current
    from asked`)
  return answered(row)
}

async function copySegments(log: string, wanted: (name: string) => boolean, copy: Copy): Promise<string[]> {
  const names = readdirSync(log).filter((name) => /^[0-9A-F]{24}$/.test(name) && wanted(name)).sort()
  const targets = []
  for (const name of names) {
    const target = path.join(copy.to, 'postgres', 'pg_wal', name)
    copy.files.push({ path: `postgres/pg_wal/${name}`, ...await copyHashed(path.join(log, name), target) })
    targets.push(target)
  }
  return targets
}

function made(copy: Copy, upTo: string): Backup {
  const bytes = copy.files.reduce((sum, file) => sum + file.size, 0)
  const files = copy.files.length
  return { upTo, files, bytes, said: t('backup.made', { folder: copy.to, moment: upTo, files, megabytes: Math.ceil(bytes / 1e6) }) }
}

function answered<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('PostgreSQL answered without a row.')
  return row
}
