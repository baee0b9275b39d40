import { createHash, randomBytes } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { t } from './words.ts'

/** Where everything of one DATA_DIR is. */
export type Place = { dataDir: string, cluster: string, log: string, lock: string, secrets: string }

export function placeOf(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = realpathSync(dataDir)
  const within = (name: string) => path.join(folder, name)
  return { dataDir: folder, cluster: within('postgres'), log: within('postgres.log'), lock: within('waymark.lock'), secrets: within('secrets') }
}

export function hasCluster(place: Place): boolean {
  return existsSync(path.join(place.cluster, 'PG_VERSION'))
}

export const superuser = 'postgres'

/** Made once, before the database; afterwards only read. */
export function superuserPassword(place: Place): string {
  const file = superuserPasswordFile(place)
  if (!existsSync(file)) {
    if (hasCluster(place)) throw new Error(t('postgres.secret-missing', { file }))
    mkdirSync(place.secrets, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

/** A socket's path may have 107 bytes at most: a folder beside the data where that fits, else a short one of our own. */
export function socketFolder(place: Place, port: number): string {
  const beside = path.join(place.dataDir, 'run')
  const fits = Buffer.byteLength(path.join(beside, `.s.PGSQL.${port}.lock`)) <= 107
  const folder = fits ? beside : path.join(tmpdir(), `waymark-${createHash('sha256').update(place.dataDir).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseForeign(folder)
  return folder
}

/** The one beside the data stays; in the folder for everybody nothing is left behind. */
export function forgetSocketFolder(place: Place, folder: string): void {
  if (path.dirname(folder) !== place.dataDir) rmSync(folder, { recursive: true, force: true })
}

function superuserPasswordFile(place: Place): string {
  return path.join(place.secrets, 'database-superuser')
}

/** In a folder for everybody somebody else may have been there first. Root trusts only root and the user it gave the folder to. */
function refuseForeign(folder: string): void {
  const found = lstatSync(folder)
  const own = found.uid === process.getuid?.() || (process.getuid?.() === 0 && found.uid === 65534)
  if (!found.isDirectory() || !own || (found.mode & 0o077) !== 0) throw new Error(t('postgres.socket-folder-taken', { folder }))
}
