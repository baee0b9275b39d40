import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How large the invented service is. A service ten times as large has ten times the colleagues. */
export type Size = { people: number, staff: number, seed: number }

export type Reaching = { host: string, port: number, user: string, password: string, database: string, options: string }

/** How to reach the embedded database of a service that runs on this folder. */
export function connectionOf(dataDir: string, as: 'superuser' | 'web'): Reaching {
  const secrets = join(dataDir, 'secrets')
  const of = as === 'web'
    ? { user: 'waymark_web', password: (JSON.parse(readFileSync(join(secrets, 'database.json'), 'utf8')) as { web: string }).web }
    : { user: 'postgres', password: readFileSync(join(secrets, 'database-superuser'), 'utf8').trim() }
  return { ...of, host: join(dataDir, 'run'), port: 5432, database: 'waymark', options: '-c TimeZone=UTC -c search_path=public -c plan_cache_mode=force_generic_plan' }
}
