import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { giveTo, plainEnvironment, type Runner } from './programs.ts'
import { superuser, type Place } from './place.ts'
import { t } from './words.ts'

/** Made beside and renamed when complete: one that was interrupted leaves nothing that looks like a database. */
export function createCluster(place: Place, runner: Runner, password: string): void {
  const draft = `${place.cluster}.new`
  const passwordFile = `${place.cluster}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    for (const item of [draft, passwordFile]) giveTo(runner, item)
    runInitdb(place, runner, ['-D', draft, `--pwfile=${passwordFile}`])
    renameSync(draft, place.cluster)
  } finally {
    rmSync(passwordFile)
  }
}

function runInitdb(place: Place, runner: Runner, where: string[]): void {
  const [file, args] = runner.command('initdb', [...where, '-U', superuser, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--sync-method=syncfs', '--no-instructions'])
  const ran = spawnSync(file, args, { ...runner.ids, cwd: '/', env: plainEnvironment, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(t('postgres.not-created', { folder: place.dataDir, words: (ran.error?.message ?? ran.stderr).trim() }))
}
