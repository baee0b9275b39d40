import { connectOnce, prefixOf } from '../platform/database/index.ts'
import type { Settings } from '../platform/settings.ts'
import { t } from './serve-words.ts'

type Addresses = NonNullable<Settings['database']>
type Standing = { version: number, version_name: string, user_name: string, passes_guard: boolean }

/** The oldest version whose row-level security and functions are as the policies need them. */
const oldest = 150_000

/** Refuses a server that is too old, cannot be reached, or where somebody signs in whom the guard would not bind. */
export async function checkOutside({ web, owner, evaluator }: Addresses): Promise<void> {
  const prefix = prefixOf(await checkRole('DATABASE_URL', web, '_web'))
  for (const [setting, url, end] of [['DATABASE_OWNER_URL', owner, '_owner'], ['DATABASE_EVALUATOR_URL', evaluator, '_evaluator']] as const) {
    if (url !== undefined && await checkRole(setting, url, end) !== `${prefix}${end}`) throw new Error(t('serve.outside.other-name', { setting, name: `${prefix}${end}` }))
  }
}

async function checkRole(setting: string, url: string, end: string): Promise<string> {
  const { version, version_name, user_name, passes_guard } = await standingOf(setting, url)
  if (version < oldest) throw new Error(t('serve.outside.too-old', { setting, version: version_name }))
  if (passes_guard) throw new Error(t('serve.outside.passes-guard', { setting, name: user_name }))
  if (!user_name.endsWith(end)) throw new Error(t('serve.outside.wrong-name', { setting, name: user_name, end }))
  return user_name
}

async function standingOf(setting: string, url: string): Promise<Standing> {
  const client = await connectOnce({ url }).catch((fault: unknown) => { throw new Error(t('serve.outside.not-reached', { setting, reason: reasonOf(fault) }), { cause: fault }) })
  try {
    const { rows } = await client.query<Standing>(`select current_setting('server_version_num')::int as version, current_setting('server_version') as version_name,
      rolname as user_name, rolsuper or rolbypassrls as passes_guard from pg_roles where rolname = current_user`)
    return rows[0]!
  } finally {
    await client.end()
  }
}

/** Several addresses of one name may each have failed in its own way. */
function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(reasonOf).join(', ')
  return fault instanceof Error ? fault.message : String(fault)
}
