import { afterAll, beforeAll, expect, test } from 'vitest'
import { aParticipant, instant, testHouse, testMoment, unitId, visit, type Visitor } from '../../../database/testing/index.ts'
import { asSuperuser, put } from '../../../database/testing/superuser.ts'

let [kai, mia]: Visitor[] = []
let person: { id: number, publicId: string }
beforeAll(async () => {
  person = await aParticipant({ number: 'WAIT-1', team: ['Mia'] })
  ;[kai, mia] = [await visit('Kai'), await visit('Mia')]
})
afterAll(async () => { (await testHouse()).clock.now = testMoment })

const head = 'participant_no,start,end,outcome,by,minutes,note\n'
const line = (on: string, by: string) => `WAIT-1,2026-0${on} 10:00,2026-0${on} 11:00,held,${by},60,He spoke of his brother.\n`
const stored = async () => (await (await asSuperuser()).query<{ name: string }>(`select c.name from sessions s join colleagues c on c.id = s.author_id where s.participant_id = ${person.id} order by s.starts_at`)).rows.map(({ name }) => name)

/** Uploads, takes the columns as they are suggested, and says where the trial is. */
async function trialOf(text: string): Promise<string> {
  const columns = (await kai!.send('/sessions/import', { file: new File([text], 'old.csv', { type: 'text/csv' }) })).location!
  const form = (await kai!.get(columns)).text
  const fields: Record<string, string> = {}
  for (const [select, name] of form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)) fields[name!] = /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="(values[^"]+)" value="([^"]*)"/g)) fields[name!] = value!
  return (await kai!.send(columns, fields)).location!
}

async function confirm(trial: string): Promise<string> {
  const seal = /name="seal" value="(\w+)"/.exec((await kai!.get(trial)).text)?.[1] ?? ''
  await kai!.send(trial, { seal })
  return (await kai!.get(trial)).text
}

test('it keeps the rows of somebody nobody knows, unread, with a task for whoever imports; once the colleague is here one click goes on, and nothing doubles', async () => {
  const trial = await trialOf(`${head}${line('5-01', 'Mia Juhl')}${line('5-02', 'Nina Vale')}${line('5-03', 'Nina Vale')}`)
  const again = trial.replace('/trial', '/again')
  const receipt = await confirm(trial)
  expect(receipt).toContain('2 rows wait for a colleague')
  expect(receipt).not.toContain('brother')
  expect(await stored()).toEqual(['Mia Juhl'])
  const myDay = (await kai!.get('/')).text
  expect(myDay).toContain('Go on with 2 rows of a file that wait for a colleague')
  expect(myDay).toContain(`href="${trial}"`)
  expect((await mia!.get('/')).text).not.toContain('wait for a colleague')
  expect([(await mia!.get(trial)).status, (await mia!.send(again, {}, '/')).status]).toEqual([404, 404])

  // Nobody has come yet: it is asked who is meant, and the task stays.
  expect((await kai!.send(again, {}, trial)).location).toBe(trial.replace('/trial', ''))
  expect((await kai!.get('/')).text).toContain('Go on with 2 rows')

  const unit = await unitId('Fjordvik prison')
  await put('colleagues', { id: 991_001, public_id: 'ninavale00000000', name: 'Nina Vale', title: 'Mentor', unit_id: unit })
  await put('appointments', { id: 991_002, public_id: 'ninavaleappoints', colleague_id: 991_001, role: 'mentor', unit_id: unit, from_at: '2026-11-01T09:00:00Z' })
  const hidden = Object.fromEntries([...(await kai!.get('/sessions/import')).text.matchAll(/name="(_token|_once)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  expect((await kai!.post(again, hidden)).location).toBe(trial)
  expect((await kai!.get(trial)).text).toContain('Write 2 sessions')
  expect(await confirm(trial)).not.toContain('wait for a colleague')
  expect(await stored()).toEqual(['Mia Juhl', 'Nina Vale', 'Nina Vale'])
  expect((await kai!.get('/')).text).not.toContain('wait for a colleague')
  expect((await kai!.post(again, { ...hidden, _once: 'once more' })).location).toBe(trial)
  expect(await stored()).toHaveLength(3)
  const pieces = await (await asSuperuser()).query('select 1 from import_pieces p join import_files f on f.id = p.file_id where f.public_id = $1', [trial.split('/')[3]])
  expect(pieces.rows).toEqual([])
})

test('it lets the rows go when the coordinator says so, or after a month, and keeps what was written', async () => {
  const trial = await trialOf(`${head}${line('6-01', 'Mia Juhl')}${line('6-02', 'Somebody Else')}`)
  await confirm(trial)
  const before = await stored()
  expect((await mia!.send(trial.replace('/trial', '/given-up'), {}, '/')).status).toBe(404)
  expect((await kai!.send(trial.replace('/trial', '/given-up'), {}, trial)).status).toBe(303)
  expect((await kai!.get(trial)).status).toBe(404)
  const other = await trialOf(`${head}${line('7-01', 'Somebody Else')}${line('7-02', 'Mia Juhl')}`)
  await confirm(other)
  const { clock } = await testHouse()
  clock.now = instant('2026-12-22T09:00:00Z')
  expect((await (await visit('Kai')).get(other)).text).toContain('1 row waits for a colleague')
  clock.now = instant('2026-12-23T10:00:00Z')
  expect((await (await visit('Kai')).get(other)).status).toBe(404)
  clock.now = testMoment
  expect(await stored()).toEqual([...before, 'Mia Juhl'])
})

test('it refuses by page a file over 32 MB, also one of 200 MB, with a sentence that says how to go on, and nothing of it is written', async () => {
  const counts = async () => (await (await asSuperuser()).query<Record<string, string>>('select (select count(*) from import_files) as files, (select count(*) from import_pieces) as pieces, (select count(*) from sessions) as sessions')).rows[0]
  const before = await counts()
  const page = (await kai!.get('/sessions/import')).text
  expect(page).toContain('32 MB')
  const hidden = Object.fromEntries([...page.matchAll(/name="(_token|_once)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const bytes = Buffer.alloc(33_000_000, line('5-01', 'Mia Juhl'))
  for (const told of [bytes.length, 200_000_000]) {
    const sent = await kai!.post('/sessions/import', { ...hidden, file: new File([head, bytes], 'history.csv', { type: 'text/csv' }) }, { 'content-length': String(told) })
    expect([sent.status, sent.text.includes('larger than 32 MB'), sent.text.includes('Divide it into parts')], String(told)).toEqual([413, true, true])
  }
  expect(await counts()).toEqual(before)
}, 60_000)
