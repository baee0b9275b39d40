import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionOf } from './place.ts'

/** Waits until the service has counted what it counts at its start, which at 200,000 people takes both processors for half a minute: nobody else asks the database anything, three seconds long. Gives how many seconds that took. */
export async function atRest(dataDir: string): Promise<number> {
  const client = new pg.Client(connectionOf(dataDir, 'superuser'))
  await client.connect()
  const began = performance.now()
  try {
    for (let quiet = 0; quiet < 6;) {
      if (performance.now() - began > 600_000) throw new Error('The service has been counting for ten minutes.')
      await wait(500)
      const { rows: [busy] } = await client.query<{ asking: number }>(`select count(*)::int as asking from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()`)
      quiet = busy?.asking === 0 ? quiet + 1 : 0
    }
    return (performance.now() - began) / 1000 - 3
  } finally {
    await client.end()
  }
}
