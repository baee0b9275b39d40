import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { copyHashed } from './copy-file.ts'
import { existing, isMissing } from './existing.ts'
import type { Manifest } from './manifest.ts'

/** A copy that is growing: where it goes, and what is in it so far. */
export type Copy = { to: string } & Pick<Manifest, 'folders' | 'files'>

/** PostgreSQL's files in the order its own tools take them: the control file last. */
export async function copyCluster(cluster: string, copy: Copy): Promise<void> {
  await copyFolder(cluster, 'postgres', copy)
  await copyFile(path.join(cluster, controlFile), `postgres/${controlFile}`, copy)
}

/** A folder with all in it, under a name in the copy. */
export async function copyFolder(from: string, name: string, copy: Copy): Promise<void> {
  mkdirSync(path.join(copy.to, name), { mode: 0o700 })
  copy.folders.push(name)
  for (const entry of existing(() => readdirSync(from, { withFileTypes: true })) ?? []) {
    const [file, inner] = [path.join(from, entry.name), `${name}/${entry.name}`]
    if (emptied.test(inner) || left.test(inner)) continue
    if (entry.isDirectory()) await copyFolder(file, inner, copy)
    else if (entry.isFile()) await copyFile(file, inner, copy)
  }
}

/** A file that the server removes meanwhile is one that the log does without. */
async function copyFile(from: string, name: string, copy: Copy): Promise<void> {
  try {
    copy.files.push({ path: name, ...await copyHashed(from, path.join(copy.to, name)) })
  } catch (fault) {
    if (!isMissing(fault)) throw fault
  }
}

const controlFile = 'global/pg_control'

/** Of these the server makes its own at every start; the log is copied apart, when the rest is done. */
const emptied = /^postgres\/(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
const left = /^postgres\/(postmaster\.(pid|opts)|global\/pg_control|backup_label.*)$|\/(pg_internal\.init.*|pgsql_tmp.*|t\d+_\d+.*)$/
