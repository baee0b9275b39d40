import type { Client } from './backup.ts'

/**
 * Nobody writes on the service's tables until this connection ends or lets go; reading goes on. Without it, what is acknowledged
 * while the last piece of the log is copied would be missing. It never stands in anybody's way for long: it gives up its own turn
 * before PostgreSQL would look for a deadlock (one second), and after some turns does without.
 */
export async function holdWriting(client: Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(`
    select string_agg(format('%I.%I', nspname, relname), ', ' order by nspname, relname) as tables
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname <> 'information_schema'`)
  const tables = rows[0]?.tables
  for (let turn = 1; tables && turn <= 20; turn += 1) {
    if (await isHeld(client, tables)) return
  }
}

async function isHeld(client: Client, tables: string): Promise<boolean> {
  await client.query(`begin; set local lock_timeout = '250ms'`)
  try {
    await client.query(`lock table ${tables} in share mode`)
    return true
  } catch (fault) {
    await client.query('rollback')
    if (isBusy(fault)) return false
    throw fault
  }
}

/** Somebody is writing for longer than our turn (55P03), or a table has just been dropped (42P01). */
function isBusy(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === '55P03' || fault.code === '42P01')
}
