import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { act, become, connectedAs, ownConnection, testHouse } from '../../../database/testing/index.ts'
import { connectOnce } from '../database/index.ts'
import type { Work } from '../work.ts'
import { caretaker, enqueue, forgetExpired, runJobs, type Job } from './index.ts'

const quiet = () => {}

test('it does each job once, whichever of two processes takes it, as the caretaker and with ids alone', async () => {
  const done: { ids: number[], by: string }[] = []
  const job = aJob('test-note', async (work, ids) => { done.push({ ids, by: work.actor.name }) })
  await become('Mia', async (work) => { for (let id = 1; id <= 40; id += 1) await enqueue(work, job, [id]) })
  const running = [await run([job]), await run([job])]
  await until(async () => await waiting() === 0)
  for (const one of running) await one.stop()
  expect(done.map(({ ids: [id] }) => id).sort((a, b) => a! - b!)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  expect(new Set(done.map(({ by }) => by))).toEqual(new Set(['caretaker']))
})

test('it does at the start what is to be done then, and nothing else that only the calendar asks for', async () => {
  const done: string[] = []
  const jobs = [{ ...aJob('test-at-start', async () => { done.push('at start') }), atStart: true }, aJob('test-later', async () => { done.push('later') })]
  const running = await run(jobs)
  await until(async () => done.length > 0 && await waiting() === 0)
  await running.stop()
  expect(done).toEqual(['at start'])
})

test('it gives back at the start what a killed process was at, and does it; what a living one is at stays with it, and is done once', async () => {
  const [done, open] = [[] as string[], gate()]
  const job = aJob('test-slow', async () => {
    await open.passed
    done.push('slow')
  })
  const owner = await connectOnce(await ownConnection('owner'))
  await become('Mia', (work) => enqueue(work, job, [1]))
  const living = await run([job])
  await until(async () => (await heldBy(owner, 'test-slow')).length > 0)
  const killed = aJob('test-killed', async () => { done.push('killed') })
  await become('Mia', (work) => enqueue(work, killed, [2]))
  await owner.query(`update graphile_worker._private_jobs j set locked_by = 'pool-killed', locked_at = now(), attempts = 1 from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'test-killed'`)
  const next = await run([job, killed])
  await until(async () => done.includes('killed'))
  const holders = await heldBy(owner, 'test-slow')
  open.pass()
  await until(async () => await waiting() === 0)
  for (const one of [living, next]) await one.stop()
  await owner.end()
  expect([holders.length, done]).toEqual([1, ['killed', 'slow']])
})

test('it begins anew when the connection that says it lives is lost, and leaves nothing held', async () => {
  const superuser = await connectedAs('superuser')
  const job = aJob('test-goes-on', async () => {})
  const running = await run([job])
  const living = async () => (await superuser.query<{ pid: number }>(`select pid from pg_locks where locktype = 'advisory' and classid = 470612 and database = (select oid from pg_database where datname = current_database())`)).rows.map(({ pid }) => pid)
  const [before] = await living()
  await superuser.query('select pg_terminate_backend($1)', [before])
  await until(async () => (await living()).some((pid) => pid !== before))
  await become('Mia', (work) => enqueue(work, job, [3]))
  await until(async () => await waiting() === 0)
  await running.stop()
  expect(await living()).toEqual([])
  await superuser.end()
})

test('it tries at the start what had failed and would wait for hours, and not what somebody wants done later', async () => {
  const done: string[] = []
  const [failed, later] = [aJob('test-failed', async () => { done.push('failed') }), aJob('test-wanted-later', async () => { done.push('later') })]
  for (const job of [failed, later]) await become('Mia', (work) => enqueue(work, job, [4]))
  const owner = await connectOnce(await ownConnection('owner'))
  await owner.query(`update graphile_worker._private_jobs j set run_at = now() + interval '6 hours', attempts = case t.identifier when 'test-failed' then 9 else 0 end from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier in ('test-failed', 'test-wanted-later')`)
  const running = await run([failed, later])
  await until(async () => done.length > 0)
  await running.stop()
  await owner.query(`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`)
  await owner.end()
  expect(done).toEqual(['failed'])
})

test('it forgets a job whose work was rolled back', async () => {
  const job = aJob('test-undone', async () => {})
  await expect(become('Mia', async (work) => {
    await enqueue(work, job, [1])
    throw new Error('it went wrong')
  })).rejects.toThrow('it went wrong')
  expect(await waiting()).toBe(0)
})

test('it keeps a number of the log for what failed, and not its words', async () => {
  const told: string[] = []
  const job = aJob('test-fails', async () => { throw new Error('Jonas Lind is in room 4') })
  await become('Mia', (work) => enqueue(work, job, [1]))
  const running = await run([job], (_, id) => told.push(id))
  await until(async () => told.length > 0)
  await running.stop()
  const owner = await connectOnce(await ownConnection('owner'))
  const { rows } = await owner.query<{ last_error: string }>('select last_error from graphile_worker._private_jobs where last_error is not null')
  await owner.query(`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`)
  await owner.end()
  expect(rows.map(({ last_error: text }) => text.split('\n')[0])).toEqual([expect.stringContaining(`fault ${told[0]}`)])
  expect(rows[0]?.last_error).not.toContain('Jonas')
})

test('it lets nobody but the owner look into the queue, and nobody name a job with a payload of their own', async () => {
  await expect(become('Mia', (work) => sql`select * from graphile_worker._private_jobs`.execute(work.db))).rejects.toThrow('permission denied')
  await expect(become('Mia', (work) => sql`select graphile_worker.add_job('test-note', '{"name": "Jonas"}')`.execute(work.db))).rejects.toThrow('permission denied')
  const web = await connectedAs('web')
  await expect(web.query(`select enqueue('test-note', '{1}')`)).rejects.toThrow('permission denied')
  await web.end()
})

test('it clears away the drafts that expired, and no others', async () => {
  const { clock } = await testHouse()
  await become('Mia', (work) => aDraft(work, 'old', '2026-11-23T09:30:00Z'))
  await become('Mia', (work) => aDraft(work, 'new', '2026-12-23T09:00:00Z'))
  const before = clock.now
  clock.now = '2026-11-23T10:00:00.000Z' as typeof before
  await act(caretaker(), (work) => forgetExpired.run(work, []), { does: 'erase' })
  clock.now = before
  const left = await become('Mia', (work) => work.db.selectFrom('drafts').select('form').execute())
  expect(left).toEqual([{ form: 'new' }])
})

function aJob(name: string, work: Job['run']): Job {
  return { name, does: 'alter', shows: 'nothing', run: work }
}

async function run(jobs: Job[], logFault: (fault: unknown, id: string) => void = quiet) {
  const { house } = await testHouse()
  return runJobs(jobs, { house, owner: await ownConnection('owner'), logFault })
}

/** Opened from outside. */
function gate(): { passed: Promise<void>, pass: () => void } {
  let pass = () => {}
  const passed = new Promise<void>((resolve) => { pass = resolve })
  return { passed, pass }
}

async function heldBy(owner: Awaited<ReturnType<typeof connectOnce>>, task: string): Promise<string[]> {
  const { rows } = await owner.query<{ locked_by: string }>('select locked_by from graphile_worker.jobs where task_identifier = $1 and locked_by is not null', [task])
  return rows.map(({ locked_by: name }) => name)
}

async function waiting(): Promise<number> {
  const owner = await connectOnce(await ownConnection('owner'))
  const { rows } = await owner.query<{ count: number }>('select count(*) from graphile_worker._private_jobs')
  await owner.end()
  return rows[0]?.count ?? 0
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await new Promise((resolve) => { setTimeout(resolve, 20) })
}

async function aDraft(work: Work, form: string, expiresAt: string): Promise<void> {
  await sql`insert into drafts (id, owner_kind, owner_id, form, fields, saved_at, expires_at)
    values (${await work.newId()}, ${work.actor.kind}, ${work.actor.id}, ${form}, '{}', ${work.now}, ${expiresAt}::timestamptz)`.execute(work.db)
}
