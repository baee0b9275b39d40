import { openPlainPool, type Connection } from '../database/index.ts'
import { inWork, newPublicId, type House } from '../open-work.ts'
import { caretaker, type Job, type LongJob } from './job.ts'
import { silent } from './silent.ts'

export type Running = { stop(): Promise<void> }

/** Who works on the queue: as owner of its schema, over this house. Any number of processes may; each job is done by one of them. */
export type Workshop = { house: House, owner: Connection, logFault: (fault: unknown, id: string) => void }

/** Does what is in the queue, and what the calendar asks for, until stopped. Loaded only now: nobody waits for it at start. */
export async function runJobs(jobs: readonly (Job | LongJob)[], workshop: Workshop): Promise<Running> {
  const { run } = await import('graphile-worker')
  const pool = openPlainPool(workshop.owner, 4)
  const runner = await run({
    pgPool: pool, logger: await silent(), noHandleSignals: true, concurrency: 2, pollInterval: 5_000, crontab: crontabOf(jobs),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => done(job, payload, workshop)])),
  })
  for (const job of jobs) if (job.atStart) await runner.addJob(job.name, { ids: [] }, { jobKey: `${job.name} at start` })
  return { stop: async () => { await runner.stop(); await pool.end() } }
}

/** Makes the queue's own tables, or brings them to this version. */
export async function prepareQueue(owner: Connection): Promise<void> {
  const { runMigrations } = await import('graphile-worker')
  const pool = openPlainPool(owner, 1)
  try {
    await runMigrations({ pgPool: pool, logger: await silent() })
  } finally {
    await pool.end()
  }
}

/** The queue keeps the words of what failed: they are a number of our log, for the database's own may hold names. */
async function done(job: Job | LongJob, payload: unknown, { house, logFault }: Workshop): Promise<void> {
  try {
    if ('over' in job) await job.over(house, idsIn(payload))
    else await inWork(house, { actor: caretaker(), does: job.does, shows: job.shows, purpose: 'job', door: `job ${job.name}` }, (work) => job.run(work, idsIn(payload)))
  } catch (fault) {
    const id = newPublicId()
    logFault(fault, id)
    throw new Error(`fault ${id}`)
  }
}

function idsIn(payload: unknown): number[] {
  const ids = typeof payload === 'object' && payload !== null && 'ids' in payload ? payload.ids : []
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : []
}

/** Every job at a minute of its own. A day that was slept through is made up for once. */
function crontabOf(jobs: readonly (Job | LongJob)[]): string {
  const regular = jobs.filter((job) => job.every !== undefined)
  return regular.map(({ name, every }, at) => (every === 'hour' ? `${at % 60} * * * * ${name}` : `${at % 60} 2 * * * ${name} ?fill=1d`)).join('\n')
}
