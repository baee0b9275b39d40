import { beforeAll, expect, test } from 'vitest'
import { aParticipant, ownConnection, testHouse, visit, type Visitor } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { importKinds } from './import-kinds.ts'
import { runJobs } from '../../platform/jobs/index.ts'
import { importJob } from '../../platform/import/import-job.ts'

// A file long enough that it is not written while somebody waits for the page.
const many = 1100
let kai: Visitor
beforeAll(async () => {
  kai = await visit('Kai')
  await aParticipant({ number: 'JOB-1', team: ['Mia'] })
})

test('it writes a long file by a job, says how far it is, begins once by two clicks, and goes on after the machine went down', async () => {
  const trial = await trialOf(file())
  await Promise.all([kai.send(trial.path, { seal: trial.seal }), kai.send(trial.path, { seal: trial.seal }, trial.path)])
  expect((await kai.get(trial.path)).text).toMatch(/goes on by itself[\s\S]*0 of 1,100 rows/)
  expect((await kai.get(trial.path.replace('/trial', ''))).location).toBe(trial.path)
  expect((await (await visit('Mia')).get(trial.path)).status).toBe(404)

  // Another process wrote two steps and went down: what it marked stands, and the next one goes on there.
  await (await asSuperuser()).query(`update import_files set row_done = 501, rows = 500, written = 500 where confirming_at is not null and confirmed_at is null`)
  expect((await kai.get(trial.path)).text).toContain('45 per cent')
  await worked()
  expect(await stored()).toBe(many - 500)
  const receipt = (await kai.get(trial.path)).text
  expect(receipt).toContain('Receipt')
  expect(receipt).toMatch(/Sessions written[\s\S]*1,100/)

  const again = await trialOf(file())
  expect(again.text).toContain('Write 500 sessions')
}, 60_000)

test('it writes nothing when whoever confirmed may no longer import', async () => {
  const trial = await trialOf(file('2021'))
  await kai.send(trial.path, { seal: trial.seal })
  const superuser = await asSuperuser()
  const before = await stored()
  await superuser.query(`update appointments set until_at = from_at where role = 'coordinator' and until_at is null`)
  await importJob(importKinds).over((await testHouse()).house, [])
  await superuser.query(`update appointments set until_at = null where role = 'coordinator' and until_at = from_at`)
  expect(await stored()).toBe(before)
  expect((await kai.get(trial.path)).text).toContain('0 of 1,100 rows')
}, 60_000)

test('it says at the choice of the column that one is missing without which no row can be read, and keeps what else was chosen', async () => {
  const columns = (await kai.send('/referrals/import', { file: new File(['Number;Name;When\nC-1;Bo Lund;2026-10-01\n'], 'short.csv') })).location!
  const answer = await kai.send(columns, { 'fields.number': 'Number', 'fields.name': 'Name', 'fields.referredOn': '' })
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/href="#[^"]*referredOn"[^>]*>No column is chosen for “Referred on”/)
  expect(answer.text).toMatch(/name="fields\.name"[\s\S]*?<option value="Name" selected/)
})

function file(year = '2020'): File {
  const rows = Array.from({ length: many }, (_, n) => {
    const [day, hour] = [new Date(Date.UTC(Number(year), 0, 1) + Math.floor(n / 10) * 86_400_000).toISOString().slice(0, 10), String(n % 10 + 8).padStart(2, '0')]
    return `JOB-1,${day} ${hour}:00,${day} ${hour}:45,held,Mia Juhl,45,\n`
  })
  return new File([`participant_no,start,end,outcome,by,minutes,note\n${rows.join('')}`], 'long.csv', { type: 'text/csv' })
}

async function trialOf(sent: File): Promise<{ path: string, seal: string, text: string }> {
  const columns = (await kai.send('/sessions/import', { file: sent })).location!
  const form = (await kai.get(columns)).text
  const fields: Record<string, string> = {}
  for (const [select, name] of form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)) fields[name!] = /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="(values[^"]+)" value="([^"]*)"/g)) fields[name!] = value!
  const path = (await kai.send(columns, fields)).location!
  const { text } = await kai.get(path)
  return { path, seal: /name="seal" value="(\w+)"/.exec(text)?.[1] ?? '', text }
}

/** The queue is worked until every file is written to its end. */
async function worked(): Promise<void> {
  const { house } = await testHouse()
  const faults: unknown[] = []
  const running = await runJobs([importJob(importKinds)], { house, owner: await ownConnection('owner'), logFault: (fault) => faults.push(fault) })
  const superuser = await asSuperuser()
  const waiting = async () => Number((await superuser.query<{ count: string }>('select count(*) from import_files where confirming_at is not null and confirmed_at is null')).rows[0]!.count)
  while (await waiting() > 0 && faults.length === 0) await new Promise((resolve) => { setTimeout(resolve, 20) })
  await running.stop()
  expect(faults).toEqual([])
}

async function stored(): Promise<number> {
  const { rows } = await (await asSuperuser()).query<{ count: string }>(`select count(*) from sessions s join register_entries e on e.participant_id = s.participant_id where e.number = 'JOB-1'`)
  return Number(rows[0]!.count)
}
