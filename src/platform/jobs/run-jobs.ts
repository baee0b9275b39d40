import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'
import { openPlainPool, type Connection, type Pool } from '../database/index.ts'
import { inWork, newPublicId, type House } from '../open-work.ts'
import { beginOneAfterTheOther, type Alive } from './alive.ts'
import { caretaker, type Job, type LongJob } from './job.ts'
import { silent } from './silent.ts'

export type Running = { stop(): Promise<void> }

/** Who works on the queue: as owner of its schema, over this house. Any number of processes may; each job is done by one of them. */
export type Workshop = { house: House, owner: Connection, logFault: (fault: unknown, id: string) => void }

/**
 * Does what is in the queue, and what the calendar asks for, until stopped; also after the database was away for a while, which ends the queue's
 * own workers. Loaded only now: nobody waits for it at start.
 */
export async function runJobs(jobs: readonly (Job | LongJob)[], workshop: Workshop): Promise<Running> {
  const stopping = new AbortController()
  let workers = await beginWorkers(jobs, workshop)
  const kept = keepWorking()

  async function keepWorking(): Promise<void> {
    while (!stopping.signal.aborted) {
      await workers.ended
      await workers.stop()
      while (!stopping.signal.aborted && !await anew()) await wait(1000, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
    // Those that were just beginning anew when the end came.
    await workers.stop()
  }

  async function anew(): Promise<boolean> {
    try {
      workers = await beginWorkers(jobs, workshop)
      return true
    } catch (fault) {
      workshop.logFault(fault, newPublicId())
      return false
    }
  }

  return { stop: async () => { stopping.abort(); await workers.stop(); await kept } }
}

/** `ended`: settled when they stopped, asked or not. */
type Workers = { ended: Promise<unknown>, stop(): Promise<void> }

async function beginWorkers(jobs: readonly (Job | LongJob)[], workshop: Workshop): Promise<Workers> {
  const { run } = await import('graphile-worker')
  const pool = openPlainPool(workshop.owner, 5)
  const events = new EventEmitter()
  const names: string[] = []
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => { names.push(workerPool.id) })
  let alive: Alive | undefined
  let runner: Runner | undefined
  try {
    alive = await beginOneAfterTheOther(pool)
    runner = await run({
      pgPool: pool, logger: await silent(), noHandleSignals: true, concurrency: 2, pollInterval: 5_000, crontab: crontabOf(jobs), events, preset: { worker: toldOfFailing },
      taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => done(job, payload, workshop)])),
    })
    await alive.under(names)
    // As in letGo: who stopped already says so. Why they ended is told by `ended`.
    alive.whenLost(() => { void runner?.stop().catch(() => {}) })
    for (const job of jobs) if (job.atStart) await runner.addJob(job.name, { ids: [] }, { jobKey: `${job.name} at start` })
    return { ended: runner.promise.catch((fault: unknown) => { workshop.logFault(fault, newPublicId()) }), stop: onceOnly(() => letGo(runner, alive, pool)) }
  } catch (fault) {
    await letGo(runner, alive, pool)
    throw fault
  }
}

/** That a job is over is told to the database in a batch, be it of one: then its failing ends the workers, and not, as a promise that nobody awaits, the whole process. */
const toldOfFailing = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

/** Waits for the jobs under way. Who stopped already says so by a fault, which is none. */
async function letGo(runner: Runner | undefined, alive: Alive | undefined, pool: Pool): Promise<void> {
  await runner?.stop().catch(() => {})
  await runner?.promise.catch(() => {})
  await alive?.over()
  await pool.end()
}

function onceOnly(run: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= run())
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
