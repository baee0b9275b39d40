import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { connectOnce, type Connection } from './connect.ts'
import { withRoleNames } from './role-names.ts'

/** How the three roles that sign in reach the database of one service. */
export type ServiceDatabase = { owner: Connection, web: Connection, evaluator: Connection, prefix: string }

export type EmbeddedAccess = { socketDir: string, port: number, superuser: string, password: string }

/**
 * Makes the database of a service and its roles on the embedded server, where they are missing, as `database/roles.sql` says.
 * Passwords are made once, into `secretsDir` (mode 0600). One quick statement when everything stands.
 */
export async function prepareDatabase(access: EmbeddedAccess, name: string, files: { secretsDir: string, rolesSql: string }): Promise<ServiceDatabase> {
  const passwords = passwordsIn(files.secretsDir)
  const as = (role: 'owner' | 'web' | 'evaluator'): Connection => ({ socketDir: access.socketDir, port: access.port, user: `${name}_${role}`, password: passwords[role], database: name })
  const connections = { owner: as('owner'), web: as('web'), evaluator: as('evaluator'), prefix: name }
  if (!passwords.fresh && existsSync(join(files.secretsDir, `${name}.made`))) return connections
  const superuser = await connectOnce({ ...access, user: access.superuser, database: 'postgres' })
  try {
    await makeRoles(superuser, name, { ...files, passwords })
  } finally {
    await superuser.end()
  }
  writeFileSync(join(files.secretsDir, `${name}.made`), '', { mode: 0o600 })
  return connections
}

/** Drops the database of a service, so that the next question makes it anew. For what was never opened to anybody. */
export async function forgetDatabase(access: EmbeddedAccess, name: string, { secretsDir }: { secretsDir: string }): Promise<void> {
  const superuser = await connectOnce({ ...access, user: access.superuser, database: 'postgres' })
  try {
    await superuser.query(`drop database if exists ${superuser.escapeIdentifier(name)} with (force)`)
  } finally {
    await superuser.end()
  }
  rmSync(join(secretsDir, `${name}.made`), { force: true })
}

type Passwords = { owner: string, web: string, evaluator: string, fresh: boolean }

async function makeRoles(superuser: pg.Client, name: string, { rolesSql, passwords }: { rolesSql: string, passwords: Passwords }): Promise<void> {
  const { rows } = await superuser.query<{ made: boolean }>('select exists (select from pg_roles where rolname = $1) as made', [`${name}_owner`])
  if (!rows[0]?.made) await superuser.query(withRoleNames(rolesSql, name))
  for (const role of ['owner', 'web', 'evaluator'] as const) {
    await superuser.query(`alter role ${superuser.escapeIdentifier(`${name}_${role}`)} password ${superuser.escapeLiteral(passwords[role])}`)
  }
  const { rows: found } = await superuser.query<{ made: boolean }>('select exists (select from pg_database where datname = $1) as made', [name])
  if (!found[0]?.made) await superuser.query(`create database ${superuser.escapeIdentifier(name)} owner ${superuser.escapeIdentifier(`${name}_owner`)}`)
}

function passwordsIn(secretsDir: string): Passwords {
  const file = join(secretsDir, 'database.json')
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, 'utf8')) as Passwords, fresh: false }
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 })
  const made = { owner: newPassword(), web: newPassword(), evaluator: newPassword() }
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return { ...made, fresh: true }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}
