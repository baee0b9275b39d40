import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { withRoleNames } from './role-names.ts'

/** What the database of this version of the program must hold. */
export type Deployment = {
  migrations: { name: string, sql: string }[]
  /** Policy files in the order in which they may ask each other's questions. */
  policies: { name: string, sql: string }[]
  /** The text of access.yaml, and its rows of `rights`, read only when they are wanted; shape is added by the database. */
  access: { text: string, rights: () => Right[] }
  /** Of everything above: the same text gives the same hash, and nothing needs doing. */
  hash: string
}

type Right = { record: string, role: string, verb: string, scope: string }

export function readDeployment(migrationsDir: string, policyFiles: string[], access: Deployment['access']): Deployment {
  const migrations = readdirSync(migrationsDir).filter((name) => name.endsWith('.sql')).sort()
    .map((name) => ({ name, sql: readFileSync(join(migrationsDir, name), 'utf8') }))
  const policies = policyFiles.map((file) => ({ name: basename(file), sql: readFileSync(file, 'utf8') }))
  const hash = createHash('sha256').update(JSON.stringify([migrations, policies, access.text])).digest('hex')
  return { migrations, policies, access, hash }
}

/** Whether the database already holds exactly this deployment, asked as web; for the ordinary start. */
export async function isDeployed(web: pg.Pool, deployment: Deployment): Promise<boolean> {
  const { rows } = await web.query<{ found: string | null }>(`select to_regprocedure('public.deployment_hash()')::text as found`)
  if (!rows[0]?.found) return false
  const last = await web.query<{ hash: string | null }>('select deployment_hash() as hash')
  return last.rows[0]?.hash === deployment.hash
}

/**
 * Brings the database to this deployment, in one transaction: migrations not yet applied, then rights and all policies anew.
 * When a step fails the database is as it was, and the error says which file and what to do. Returns the names applied.
 */
export async function deploy(owner: pg.ClientBase, deployment: Deployment, prefix: string, at: string): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(`select pg_advisory_xact_lock(hashtext('waymark deployment'))`)
    await owner.query(ledger)
    const applied = await applyMigrations(owner, deployment, prefix, at)
    await applyPolicies(owner, deployment, prefix)
    await owner.query('insert into deployments (hash, at) values ($1, $2)', [deployment.hash, at])
    await owner.query('commit')
    return applied
  } catch (fault) {
    await owner.query('rollback')
    throw fault
  }
}

const ledger = `
  create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null);
  create table if not exists deployments (id bigint generated always as identity primary key, hash text not null, at timestamptz not null);
  comment on table migrations is 'Which steps of database/migrations this database has taken.';
  comment on table deployments is 'Which whole state (migrations, policies, rights) the database was last brought to.';
  alter table migrations enable row level security; alter table migrations force row level security;
  alter table deployments enable row level security; alter table deployments force row level security;
  do $$ begin
    if not exists (select from pg_policies where tablename = 'migrations') then
      execute format('create policy migrations_owner on migrations to %I using (true) with check (true)', current_user);
      execute format('create policy deployments_owner on deployments to %I using (true) with check (true)', current_user);
    end if;
  end $$;`

async function applyMigrations(owner: pg.ClientBase, deployment: Deployment, prefix: string, at: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string, hash: string }>('select name, hash from migrations')
  const taken = new Map(rows.map((row) => [row.name, row.hash]))
  const applied: string[] = []
  for (const { name, sql } of deployment.migrations) {
    const hash = createHash('sha256').update(sql).digest('hex')
    const before = taken.get(name)
    if (before === hash) continue
    if (before) throw new Error(`Migration ${name} was changed after this database took it. Put the file back as it was and write a new migration instead.`)
    await step(owner, name, withRoleNames(sql, prefix))
    await owner.query('insert into migrations (name, hash, at) values ($1, $2, $3)', [name, hash, at])
    applied.push(name)
  }
  return applied
}

/** Policies and grants are the full current truth: the old ones go first, those on functions too. */
async function applyPolicies(owner: pg.ClientBase, deployment: Deployment, prefix: string): Promise<void> {
  await step(owner, 'removal of the old policies', withRoleNames(forgetPolicies, prefix))
  for (const { name, sql } of deployment.policies) await step(owner, name, withRoleNames(sql, prefix))
  await owner.query('delete from rights')
  const rights = deployment.access.rights()
  await owner.query(`insert into rights (record, role, verb, scope, shape)
    select t.record, t.role, t.verb, t.scope, shape_of(t.role) from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(record, role, verb, scope)`,
  [rights.map((r) => r.record), rights.map((r) => r.role), rights.map((r) => r.verb), rights.map((r) => r.scope)])
  await step(owner, 'gathering of figures for the planner', 'analyze rights')
}

const forgetPolicies = `do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' and tablename not in ('migrations', 'deployments') loop
    execute format('drop policy %I on public.%I', p.policyname, p.tablename);
  end loop;
  for p in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'S') loop
    execute format('revoke all on public.%I from :casework, :person, :referrer, :counts, :oversight, :administrator, :machine, :web, :evaluator', p.relname);
  end loop;
  revoke execute on all functions in schema public from :casework, :person, :referrer, :counts, :oversight, :administrator, :machine, :web, :evaluator;
end $$`

async function step(owner: pg.ClientBase, name: string, sql: string): Promise<void> {
  try {
    await owner.query(sql)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    throw new Error(`${name} failed: ${reason}. The database is as it was before; mend the file or the data it names and migrate again.`, { cause: fault })
  }
}
