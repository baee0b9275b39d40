import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessDocument, readAccessFile, type AccessFacts } from '../access/index.ts'
import type { Client } from '../platform/database/index.ts'
import { deploymentOf, roomsInOrder } from './deployment.ts'

type Asking = Pick<Client, 'query'>

/** Makes docs/access.md anew from the policies of a running database; the owner of it may ask. */
export async function writeAccessDoc(owner: Asking, projectDir: string, file = join(projectDir, 'docs/access.md')): Promise<void> {
  writeFileSync(file, await accessDoc(owner, projectDir))
}

/** What the policies of a running database allow, in words. */
export async function accessDoc(owner: Asking, projectDir: string): Promise<string> {
  return accessDocument(await factsOf(owner, projectDir))
}

async function factsOf(owner: Asking, projectDir: string): Promise<AccessFacts> {
  const roomOf = roomsByTable(projectDir)
  const { rows: policies } = await owner.query<AccessFacts['policies'][number]>(`select tablename as "table", cmd as verb, ${shapesIn('roles')} as shapes,
    coalesce(qual, '') as "using", coalesce(with_check, '') as "check", permissive = 'RESTRICTIVE' as limits from pg_policies where schemaname = 'public' order by tablename, policyname`)
  const { rows: functions } = await owner.query<AccessFacts['functions'][number]>(`select p.prosrc as body, ${shapesIn(`(select coalesce(array_agg(r.rolname), '{}')
    from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee)`)} as shapes from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by p.proname`)
  const { rows: tables } = await owner.query<{ name: string, says: string }>(`select c.relname as name, obj_description(c.oid, 'pg_class') as says from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`)
  const { rows: rights } = await owner.query<AccessFacts['rights'][number]>('select record, role, verb, scope, shape from rights')
  const { roles, records } = readAccessFile(join(projectDir, 'src/access/access.yaml'))
  const inOrder = Object.keys(records)
  rights.sort((a, b) => inOrder.indexOf(a.record) - inOrder.indexOf(b.record) || roles.indexOf(a.role) - roles.indexOf(b.role) || a.scope.localeCompare(b.scope))
  return { policies, functions, rights, roles, rooms: roomsInOrder, tables: tables.map((table) => ({ ...table, room: roomOf.get(table.name) ?? '' })) }
}

/** waymark_casework → casework: the same words whatever the database is called. */
function shapesIn(roles: string): string {
  return `array(select regexp_replace(name, '^.*_', '') from unnest(${roles}) name order by name collate "C")`
}

/** The room whose policy file speaks about a table. */
function roomsByTable(projectDir: string): Map<string, string> {
  return new Map(deploymentOf(projectDir).policies.flatMap(({ name, sql }) =>
    [...sql.matchAll(/create policy \w+ on (\w+)/g)].map(([, table]): [string, string] => [table ?? '', name.replace('.policy.sql', '')])))
}
