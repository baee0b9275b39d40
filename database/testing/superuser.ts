import { onceAFile, whenOver } from './once-a-file.ts'
import { connectedAs } from './test-house.ts'

/** One connection of this test file that no policy binds: for setting a scene that has no verb yet, and for looking afterwards. */
export const asSuperuser = onceAFile(async () => {
  const client = await connectedAs('superuser')
  whenOver(() => client.end())
  return client
})

type Value = string | number | boolean | null | readonly string[]

/** Writes one row past every policy; `unlessThere` for rows that several scenes stand on. */
export async function put(table: string, row: Record<string, Value>, { unlessThere = false } = {}): Promise<void> {
  const client = await asSuperuser()
  const columns = Object.keys(row)
  await client.query(`insert into ${client.escapeIdentifier(table)} (${columns.map((name) => client.escapeIdentifier(name)).join(', ')})
    values (${columns.map((_, place) => `$${place + 1}`).join(', ')}) ${unlessThere ? 'on conflict do nothing' : ''}`, Object.values(row))
}

export async function freshId(): Promise<number> {
  const { rows } = await (await asSuperuser()).query<{ id: number }>(`select nextval('ids')::int as id`)
  return rows[0]!.id
}
