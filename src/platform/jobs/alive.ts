import type { Client, Pool } from '../database/index.ts'

/**
 * That the workers of a process live is known by a lock on their name, held on one connection for as long as they do: when the process is killed, the database lets go of it, and whoever begins next
 * gives back the jobs that nobody is at any more. Without it they would wait for four hours, because the queue cannot tell a dead process from a slow one.
 */
export type Alive = {
  /** From now on these names are those of the living. */
  under(names: readonly string[]): Promise<void>
  /** Once the connection is gone the names are free, so whoever works under them has to stop. */
  whenLost(then: () => void): void
  over(): Promise<void>
}

/**
 * Gives back what the dead hold, tries at once what waits after failing, and lets nobody else do so until the names of these workers are locked, too: who has taken a job and not yet locked their name would look dead. What another process is
 * at stays with it.
 */
export async function beginOneAfterTheOther(pool: Pool): Promise<Alive> {
  const client = await pool.connect()
  let isOver = false
  const alive: Alive = {
    async under(names) {
      for (const name of names) await client.query('select pg_advisory_lock($1, hashtext($2))', [livingWorkers, name])
      await client.query('select pg_advisory_unlock($1, 0)', [workersBeginning])
    },
    whenLost: (then) => { client.once('end', () => { if (!isOver) then() }) },
    async over() {
      if (isOver) return
      isOver = true
      // Let go of before the connection is closed, which takes a moment: workers that begin anew shall not find their own names among the living. A lost connection has lost them already.
      await client.query('select pg_advisory_unlock_all()').catch(() => {})
      client.release(true)
    },
  }
  try {
    await client.query('select pg_advisory_lock($1, 0)', [workersBeginning])
    await giveBack(client)
    await tryAtOnce(client)
    return alive
  } catch (fault) {
    await alive.over()
    throw fault
  }
}

/** By the queue's own function for workers that are known to be gone. */
async function giveBack(client: Client): Promise<void> {
  const { rows } = await client.query<{ gone: string[] | null }>(
    'select array_agg(h.locked_by) as gone from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) h where pg_try_advisory_xact_lock($1, hashtext(h.locked_by))', [livingWorkers])
  if (rows[0]?.gone) await client.query('select graphile_worker.force_unlock_workers($1)', [rows[0].gone])
}

/** What failed waits longer each time, up to hours, and most of it failed because the database was away or a process ended. Whoever begins takes away what it failed by, and it is tried at once; how often it may fail in all stays. */
async function tryAtOnce(client: Client): Promise<void> {
  await client.query('select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j where j.attempts between 1 and j.max_attempts - 1 and j.run_at > now() and j.locked_at is null), now())')
}

/** Chosen once; each stands for this kind of lock and for nothing else. */
const [livingWorkers, workersBeginning] = [470_612, 470_613]
