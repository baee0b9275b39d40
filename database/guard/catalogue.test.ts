import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectedAs } from '../testing/index.ts'

// The queue's tables belong to the owner alone and are not under row-level security; nothing of ours stands there.
const notOurs = ['graphile_worker', 'extensions', 'information_schema']

// Tables that only the owner reads, or that are read through another one.
const withoutReaders = new Map([['^access_log_', 'parts of the access log are read and written through access_log alone']])

const shapes = ['casework', 'person', 'referrer', 'counts', 'oversight', 'administrator', 'machine']

type Client = Awaited<ReturnType<typeof connectedAs>>
let superuser: Client

beforeAll(async () => { superuser = await connectedAs('superuser') })
afterAll(() => superuser.end())

async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await superuser.query<Row>(sql, values)).rows
}

type Relation = { name: string, kind: string, enabled: boolean, forced: boolean, said: string | null, policies: number }

function relations(): Promise<Relation[]> {
  return ask(`select n.nspname || '.' || c.relname as name, c.relkind::text as kind, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      obj_description(c.oid, 'pg_class') as said, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> all ($1) order by 1`, [notOurs])
}

function isWithoutReaders({ name }: Relation): boolean {
  return [...withoutReaders.keys()].some((pattern) => new RegExp(pattern).test(name.replace('public.', '')))
}

describe('every table', () => {
  test('it has row-level security, forced on its owner too', async () => {
    const tables = (await relations()).filter(({ kind }) => kind === 'r' || kind === 'p')
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name)).toEqual([])
  })

  test('it is told in prose what it holds', async () => {
    expect((await relations()).filter(({ said }) => !said?.trim()).map(({ name }) => name)).toEqual([])
  })

  test('it has a policy, or a reason for having none', async () => {
    const tables = (await relations()).filter(({ kind }) => kind === 'r' || kind === 'p')
    expect(tables.filter((table) => table.policies === 0 && !isWithoutReaders(table)).map(({ name }) => name)).toEqual([])
  })

  test('it is no view that reads with the rights of its owner', async () => {
    const open = await ask<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> all ($1) and (c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`, [notOurs])
    expect(open).toEqual([])
  })

  test('it is closed also when it is a month of the log made later', async () => {
    await superuser.query('set role waymark_test_owner')
    await superuser.query(`select make_log_months('2031-05-10', 2)`)
    await superuser.query('reset role')
    const later = (await relations()).filter(({ name }) => /access_log_2031_0[567]$/.test(name))
    expect(later.map(({ enabled, forced, said }) => ({ enabled, forced, said: Boolean(said) }))).toEqual(Array(3).fill({ enabled: true, forced: true, said: true }))
  })
})

describe('every role of ours', () => {
  test('it is no superuser, passes no policy and makes no role or database', async () => {
    const roles = await ask<{ name: string, mighty: boolean }>(`select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
      from pg_roles where rolname like 'waymark_test_%'`)
    expect(roles.length).toBe(shapes.length + 3)
    expect(roles.filter(({ mighty }) => mighty)).toEqual([])
  })

  test('it is entered by web alone and inherits from no other', async () => {
    const members = await ask<{ role: string, member: string, inherits: boolean }>(`select r.rolname as role, m.rolname as member, m.rolinherit as inherits
      from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where r.rolname like 'waymark_test_%' or m.rolname like 'waymark_test_%' order by 1`)
    expect(members).toEqual(shapes.map((shape) => ({ role: `waymark_test_${shape}`, member: 'waymark_test_web', inherits: false })).sort((a, b) => a.role.localeCompare(b.role)))
  })

  test('it has nothing as web itself, and the public has nothing at all', async () => {
    const granted = await ask<{ name: string, grantee: string }>(`select c.relname as name, coalesce(r.rolname, 'public') as grantee
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where n.nspname !~ '^pg_' and n.nspname <> all ($1) and (a.grantee = 0 or r.rolname = 'waymark_test_web')
      union all select c.relname || '.' || t.attname, coalesce(r.rolname, 'public') from pg_attribute t join pg_class c on c.oid = t.attrelid
      join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee
      where n.nspname !~ '^pg_' and n.nspname <> all ($1) and (a.grantee = 0 or r.rolname = 'waymark_test_web')`, [notOurs])
    expect(granted).toEqual([])
  })

  test('it makes no table of its own, and none but the owner owns one', async () => {
    const making = await ask<{ name: string }>(`select r.rolname as name from pg_roles r, pg_namespace n
      where r.rolname like 'waymark_test_%' and r.rolname <> 'waymark_test_owner' and n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')`)
    const owned = await ask<{ name: string }>(`select distinct r.rolname as name from pg_class c join pg_roles r on r.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'S')`)
    expect({ making, owned }).toEqual({ making: [], owned: [{ name: 'waymark_test_owner' }] })
  })
})

describe('every change', () => {
  type Granted = { name: string, column: string, grantee: string }

  test('it is of columns that a verb changes, and never of whole rows', async () => {
    const whole = await ask<{ name: string, grantee: string }>(`select c.relname as name, r.rolname as grantee from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
      where n.nspname = 'public' and a.privilege_type = 'UPDATE' and r.rolname <> 'waymark_test_owner' order by 1, 2`)
    expect(whole).toEqual([])
  })

  test('it never is of whose something is, who made it, by which name it is known, or since when it stands', async () => {
    const granted = await ask<Granted>(`select c.relname as name, t.attname as column, string_agg(replace(r.rolname, 'waymark_test_', ''), ', ' order by r.rolname) as grantee
      from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
      where n.nspname = 'public' and a.privilege_type = 'UPDATE' and r.rolname <> 'waymark_test_owner'
        and t.attname in ('id', 'public_id', 'participant_id', 'plan_id', 'session_id', 'colleague_id', 'author_id', 'owner_id', 'worker_id', 'reader_id', 'made_by', 'made_at', 'recorded_by', 'written_by', 'from_at', 'from_on', 'opened_by', 'opened_at', 'unit_id')
      group by 1, 2 order by 1, 2`)
    // A referral names nobody in the register until it is accepted; from when a goal is worked on is said with its words; what a referral told of a status is said anew by who confirms it.
    expect(granted).toEqual([{ name: 'goals', column: 'from_on', grantee: 'casework' }, { name: 'legal_statuses', column: 'from_on', grantee: 'casework' }, { name: 'legal_statuses', column: 'recorded_by', grantee: 'casework' }, { name: 'referrals', column: 'participant_id', grantee: 'casework' }])
  })
})

describe('every function', () => {
  test('it has a fixed search path when it runs with the rights of its owner', async () => {
    const loose = await ask<{ name: string }>(`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^pg_' and n.nspname <> all ($1) and p.prosecdef and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$')`, [notOurs])
    expect(loose).toEqual([])
  })

  test('it is nobody\'s to call until a policy file says whose', async () => {
    const open = await ask<{ name: string }>(`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^pg_' and n.nspname <> all ($1) and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`, [notOurs])
    expect(open.map(({ name }) => name)).toEqual([])
  })

  test('it answers web only at the door (whose sign-in, whose token), to the probes (which deployment, how many months) and for the card that every page carries', async () => {
    const open = await ask<{ name: string }>(`select p.proname::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and has_function_privilege('waymark_test_web', p.oid, 'execute') order by 1`)
    expect(open.map(({ name }) => name)).toEqual(['crisis_standing', 'deployment_hash', 'enter_work', 'log_months_ahead', 'who_is', 'who_is_token'])
  })
})

// Refusing, stopping, "not now" and staying away are answers; nothing here may hang a consequence on them, add up who was good, or say how compliant somebody is.
const punishing = /sanction|penalt|punish|breach|complian|disciplin|blame|reward|consequence|deduct|strike_count|demerit|motivat\w*_level|(?<!_)risk|score(?!d_by)|severity/i

describe('no place for a punishment', () => {
  test('it has no column that could hold one', async () => {
    const columns = await ask<{ name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' order by 1`)
    expect(columns.length).toBeGreaterThan(500)
    expect(columns.map(({ name }) => name).filter((name) => punishing.test(name))).toEqual([])
  })

  test('it asks for none in any form or call, by name or in its words', async () => {
    const files = (await readdir('src', { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    const sources = await Promise.all(files.map((file) => readFile(`src/${file}`, 'utf8')))
    const fields = sources.flatMap((source) => [...source.matchAll(/(\w+): field\.\w+\('([^']+)'/g)].map(([, name, label]) => ({ name: name!, label: label! })))
    expect(fields.length).toBeGreaterThan(200)
    const words = Object.assign({}, ...await Promise.all((await readdir('src', { recursive: true })).filter((file) => file.endsWith('.words.en.json')).map(async (file) => JSON.parse(await readFile(`src/${file}`, 'utf8')) as Record<string, string>))) as Record<string, string>
    expect(fields.filter(({ label }) => words[label] !== undefined).length).toBeGreaterThan(200)
    expect(fields.filter(({ name, label }) => punishing.test(name) || punishing.test(words[label] ?? ''))).toEqual([])
  })

  test('it knows one when it sees one', () => {
    expect(['sanction_given', 'non_compliance', 'risk_level', 'absences.penalty', 'breachReported'].filter((name) => !punishing.test(name))).toEqual([])
    expect(['cause_note', 'withdrawn_at', 'strike_id', 'answered_on'].filter((name) => punishing.test(name))).toEqual([])
  })
})
