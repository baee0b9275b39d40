import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, instant, taken, testHouse, testMoment, tried as triedAs, visit } from '../../database/testing/index.ts'
import { anErasure } from '../../database/testing/an-erasure.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { recordConsent, withdraw } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Mapping } from '../platform/import/importer.ts'
import { beginWriting, keptFile, takeStep } from '../platform/import/kept-file.ts'
import { sayFault } from '../platform/import/fault.ts'
import { sessionFiles } from './import-sessions.ts'

const head = 'participant_no,start,end,kind,outcome,by,minutes,note\n'
const csv = (...lines: string[]) => Buffer.from(head + lines.map((line) => `${line}\n`).join(''))
const tried = (file: Buffer, mapping?: Mapping) => triedAs(sessionFiles, file, mapping ? { mapping } : {})
const take = (trial: Awaited<ReturnType<typeof tried>>) => taken(sessionFiles, trial)
const rows = async (text: string) => (await (await asSuperuser()).query<Record<string, unknown>>(text)).rows

let jonas: { id: number, publicId: string }
beforeAll(async () => { jonas = await aParticipant({ number: 'IM-1', team: ['Amira', 'Mia'] }) })

test('it writes what was confirmed, once, and the causes as the coordinator confirmed them', async () => {
  const file = csv('IM-1,2026-01-10 13:00,2026-01-10 14:00,1:1,held,M. Juhl,60,Worked on goals.', 'im 1,2026-01-12 09:00,2026-01-12 10:00,group,cancelled - no escort,A. Haddad,60,n/a', 'IM-1,2026-01-13 09:00,2026-01-13 10:00,1:1,?,mia,60,')
  const trial = await tried(file)
  expect(trial.result.totals).toMatchObject({ rows: 3, bad: 1, willWrite: 2 })
  expect(await rows(`select 1 from sessions where participant_id = ${jonas.id}`)).toEqual([])
  expect(await take(trial)).toEqual({ written: 2, leftOut: 1, thereBefore: 0 })
  expect(await rows(`select state, cause, cause_note, minutes, way from sessions where participant_id = ${jonas.id} order by starts_at`)).toEqual([
    { state: 'held', cause: null, cause_note: '', minutes: 60, way: 'alone' }, { state: 'missed', cause: 'no-escort', cause_note: 'cancelled - no escort', minutes: 60, way: 'group' }])
  const again = await tried(file)
  expect(again.result.totals).toMatchObject({ there: 2, willWrite: 0 })
  expect(again.suggestion.because['by']).toBe('remembered')
  expect(await take(again)).toEqual({ written: 0, leftOut: 1, thereBefore: 2 })
})

test('it puts a note where its writer would have put it, unsigned, and shows the coordinator its length alone', async () => {
  const stranger = await aParticipant({ number: 'IM-2', team: [] })
  const file = csv('IM-1,2026-02-10 13:00,2026-02-10 14:00,1:1,held,Amira Haddad,60,About the brother.', 'IM-1,2026-02-11 13:00,2026-02-11 14:00,1:1,held,mia,60,About the flat.', 'IM-2,2026-02-12 13:00,2026-02-12 14:00,1:1,held,mia,60,Before anybody was assigned.')
  const trial = await tried(file)
  expect(trial.result.examples.map(({ shown }) => shown.at(-1))).toEqual([{ column: 'note', text: '…', letters: 18, isHidden: true }, { column: 'note', text: '…', letters: 15, isHidden: true }, { column: 'note', text: '…', letters: 28, isHidden: true }])
  await take(trial)
  const notes = (table: string) => rows(`select note, signed_at from ${table} where participant_id in (${jonas.id}, ${stranger.id}) and written_at is not null and note like '%e%' order by note`)
  expect(await notes('facilitator_notes')).toEqual([{ note: 'About the brother.', signed_at: null }])
  expect(await notes('mentor_notes')).toEqual(expect.arrayContaining([{ note: 'About the flat.', signed_at: null }, { note: 'Before anybody was assigned.', signed_at: null }]) as unknown[])
})

test('it lets the rows of somebody nobody has named wait, and writes them with the same file once they are', async () => {
  const file = csv('IM-1,2026-03-01 10:00,2026-03-01 11:00,1:1,held,MJ2,60,x', 'IM-1,2026-03-02 10:00,2026-03-02 11:00,1:1,held,mia,60,y')
  const first = await tried(file)
  expect(first.result.attention.flatMap(({ faults }) => faults.map((one) => sayFault(one).wrong))).toEqual(['“by”: it is not said yet which colleague “MJ2” is.'])
  expect(await take(first)).toEqual({ written: 1, leftOut: 1, thereBefore: 0 })
  const mia = first.mapping.values['by']!['mia']!
  const second = await tried(file, { ...first.mapping, values: { ...first.mapping.values, by: { ...first.mapping.values['by'], mj2: mia } } })
  expect(await take(second)).toEqual({ written: 1, leftOut: 0, thereBefore: 1 })
})

test('it takes no meeting after the person said stop, takes one that was called off, and takes them again after a new yes', async () => {
  const dorian = await aParticipant({ number: 'IM-9', team: ['Kai', 'Mia'] })
  const { clock } = await testHouse()
  const answers = (at: string, run: (work: Work) => Promise<unknown>) => {
    clock.now = instant(at)
    return become('Kai', run, { about: dorian.publicId, does: 'collect' })
  }
  const yes = (on: string) => (work: Work) => recordConsent(work, dorian.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day(on) })
  await answers('2026-11-23T09:00:00Z', yes('2026-11-23'))
  await answers('2026-11-24T12:00:00Z', (work) => withdraw(work, dorian.id, { purpose: 'programme', ownWords: 'Enough.' }))
  await answers('2026-12-10T09:00:00Z', yes('2026-12-10'))
  clock.now = instant('2026-12-20T09:00:00Z')
  const rowsSent = [['11-24 09:00', 'held'], ['11-24 15:00', 'held'], ['12-01 09:00', 'no show'], ['12-02 09:00', 'cancelled'], ['12-09 09:00', 'held'], ['12-10 14:00', 'held']] as const
  const trial = await tried(csv(...rowsSent.map(([when, outcome]) => `IM-9,2026-${when},,1:1,${outcome},mia,60,`)))
  expect(trial.result.attention.map(({ row, faults }) => [row, faults.map((one) => sayFault(one).wrong)])).toEqual([3, 4, 6].map((row) => [row, ['The person had said stop before this session.']]))
  expect(await take(trial)).toEqual({ written: 3, leftOut: 3, thereBefore: 0 })
  clock.now = testMoment
  expect((await rows(`select state from sessions where participant_id = ${dorian.id} order by starts_at`)).map(({ state }) => state)).toEqual(['held', 'called-off', 'held'])
})

test('it leaves alone what stands already: as the file says it, and otherwise', async () => {
  const line = 'IM-1,2026-04-01 10:00,2026-04-01 11:00,1:1,held,mia,60,'
  await take(await tried(csv(line)))
  const other = await tried(csv(line.replace('held', 'no show'), line.replace('04-01', '04-02').replace('04-01', '04-02')))
  expect(other.result.totals).toMatchObject({ bad: 1, willWrite: 1 })
  expect(other.result.attention.flatMap(({ faults }) => faults.map((one) => sayFault(one).wrong))).toEqual(['A session with this person at this time is there already, and says something else.'])
})

test('it is for coordinators, and for the people of their own units', async () => {
  for (const by of ['Mia', 'Amira', 'Lena', 'Noor'] as const) await expect(triedAs(sessionFiles, csv('IM-1,2026-05-01 10:00,2026-05-01 11:00,1:1,held,mia,60,'), { by })).rejects.toThrow('not-found')
})

const aSession = (id: number) => sql`insert into sessions (id, public_id, participant_id, author_id, starts_at, minutes, state, recorded_at) values (${id}, ${`import-${id}`}, ${jonas.id}, (select id from colleagues where name = 'Mia Juhl'), '2026-06-01T10:00:00Z', 60, 'held', '2026-11-23T09:00:00Z')`
const aNote = (id: number) => sql`insert into mentor_notes (id, public_id, session_id, participant_id, author_id, note, written_at) values (${id}, ${`import-note-${id}`}, ${id - 1}, ${jonas.id}, (select id from colleagues where name = 'Mia Juhl'), 'x', '2026-11-23T09:00:00Z')`

test('it gives the scope "import" to the transaction that writes a confirmed file, and to no other', async () => {
  const trial = await tried(csv('IM-1,2026-07-01 10:00,2026-07-01 11:00,1:1,held,mia,60,z'))
  const denied = /row-level security/
  await expect(become('Kai', (work) => aSession(900_001).execute(work.db))).rejects.toThrow(denied)
  // A file on its way in is not enough, nor is naming it; only confirming is.
  await expect(become('Kai', async (work) => { await takeStep(work, trial.publicId); await aSession(900_001).execute(work.db) })).rejects.toThrow(denied)
  await become('Kai', async (work) => beginWriting(work, (await keptFile(work, 'sessions', trial.publicId)).id, trial))
  await expect(become('Kai', (work) => aSession(900_001).execute(work.db))).rejects.toThrow(denied)
  await become('Kai', async (work) => { await takeStep(work, trial.publicId); await aSession(900_001).execute(work.db); await aNote(900_002).execute(work.db) })
  // Somebody else's file opens nothing, and a mentor's confirming would not either.
  await expect(become('Lena', async (work) => { await takeStep(work, trial.publicId) })).rejects.toThrow('not-found')
  await take(trial)
  await expect(become('Kai', async (work) => { await takeStep(work, trial.publicId); await aSession(900_003).execute(work.db) })).rejects.toThrow(denied)
})

test('it takes from whoever imports no signature in somebody else\'s name, nothing that is still ahead, and nothing dated otherwise', async () => {
  const trial = await tried(csv('IM-1,2026-07-02 10:00,2026-07-02 11:00,1:1,held,mia,60,z'))
  await become('Kai', async (work) => beginWriting(work, (await keptFile(work, 'sessions', trial.publicId)).id, trial))
  const importing = (...statements: { execute: (db: Work['db']) => Promise<unknown> }[]) => become('Kai', async (work) => {
    await takeStep(work, trial.publicId)
    for (const statement of statements) await statement.execute(work.db)
  })
  const session = (id: number, { state = 'held', at = '2026-06-02T10:00:00Z', recorded = '2026-11-23T09:00:00Z' }) => sql`insert into sessions (id, public_id, participant_id, author_id, starts_at, minutes, state, recorded_at) values (${id}, ${`import-${id}`}, ${jonas.id}, (select id from colleagues where name = 'Mia Juhl'), ${at}, 60, ${state}, ${recorded})`
  const note = (id: number, { signed = null, written = '2026-11-23T09:00:00Z' }: { signed?: string | null, written?: string }) => sql`insert into mentor_notes (id, public_id, session_id, participant_id, author_id, note, written_at, signed_at) values (${id}, ${`import-note-${id}`}, ${id - 1}, ${jonas.id}, (select id from colleagues where name = 'Mia Juhl'), 'x', ${written}, ${signed})`
  for (const wrong of [{ at: '2026-11-24T10:00:00Z' }, { state: 'planned', at: '2026-11-24T10:00:00Z' }, { state: 'planned' }, { recorded: '2026-06-02T11:00:00Z' }]) await expect(importing(session(900_011, wrong)), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  for (const wrong of [{ signed: '2026-11-23T09:00:00Z' }, { written: '2026-06-02T11:00:00Z' }]) await expect(importing(session(900_011, {}), note(900_012, wrong)), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  await importing(session(900_011, {}), note(900_012, {}))
})

test('it lets whoever imports read no session and no note, also while it is written', async () => {
  const trial = await tried(csv('IM-1,2026-08-01 10:00,2026-08-01 11:00,1:1,held,mia,60,secret'))
  const read = (before?: string) => become('Kai', async (work) => {
    if (before) await takeStep(work, before)
    const counts: number[] = []
    for (const table of ['sessions', 'mentor_notes', 'facilitator_notes', 'session_contents'] as const) counts.push((await work.db.selectFrom(table).select('participant_id').where('participant_id', '=', jonas.id).execute()).length)
    return counts
  })
  await become('Kai', async (work) => beginWriting(work, (await keptFile(work, 'sessions', trial.publicId)).id, trial))
  expect([await read(), await read(trial.publicId)]).toEqual([[0, 0, 0, 0], [0, 0, 0, 0]])
  await expect(become('Kai', (work) => work.db.selectFrom('session_keys').selectAll().execute())).rejects.toThrow('permission denied')
  const asks = (first: 'Kai' | 'Mia', file: string) => become(first, async (work) => (await sql`select * from sessions_standing(${file}, ${JSON.stringify([{ place: 1, participant_id: jonas.id, starts_at: '2026-01-10T12:00:00Z', author_id: 0, state: 'held' }])}::jsonb)`.execute(work.db)).rows)
  expect([await asks('Kai', trial.publicId), await asks('Kai', 'none'), await asks('Mia', trial.publicId)]).toEqual([[{ place: 1, stands: 'otherwise' }], [], []])
})

test('it goes the whole way by page: upload, columns with who is meant, trial without notes, confirmation, receipt', async () => {
  const [kai, mia] = [await visit('Kai'), await visit('Mia')]
  const text = head + 'IM-1,2026-09-01 10:00,2026-09-01 11:00,1:1,held,M. Juhl,60,He spoke of the sea.\nIM-1,2026-09-02 10:00,2026-09-02 10:00,1:1,held,mia,0,And of the boat.\n'
  const file = new File([text], 'old.csv', { type: 'text/csv' })
  expect((await mia.get('/sessions/import')).status).toBe(404)
  const columns = (await kai.send('/sessions/import', { file })).location!
  const form = (await kai.get(columns)).text
  expect(form).toMatch(/M\. Juhl[\s\S]*Mia Juhl/)
  expect(form).not.toMatch(/of the sea|of the boat/)
  const fields: Record<string, string> = {}
  for (const [select, name] of form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)) fields[name!] = /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="(values[^"]+)" value="([^"]*)"/g)) fields[name!] = value!
  const trial = (await kai.send(columns, fields)).location!
  const shown = (await kai.get(trial)).text
  expect(shown).toContain('It was held, and it does not say for how long.')
  expect(shown).toContain('20 letters, not shown')
  expect(shown).not.toMatch(/of the sea|of the boat/)
  expect((await mia.get(trial)).status).toBe(404)
  const seal = /name="seal" value="(\w+)"/.exec(shown)![1]!
  expect((await kai.get(`${trial.replace('/trial', '')}/not-taken`)).text).toContain('does not say for how long')
  await kai.send(trial, { seal })
  const receipt = (await kai.get(trial)).text
  expect(receipt).toContain('Sessions written')
  await kai.send(trial, { seal }, '/sessions/import')
  expect(await rows(`select 1 from sessions where participant_id = ${jonas.id} and starts_at = '2026-09-01T08:00:00Z'`)).toHaveLength(1)
})

test('it brings back by an old file nothing that was erased, says no more than that it is not taken, and takes what came after', async () => {
  const ada = await aParticipant({ number: 'IM-31', team: ['Kai', 'Mia'] })
  await anErasure(ada.id, { answeredAt: '2026-03-10T12:00:00Z', items: ['sessions', 'notes'], carriedOutAt: '2026-03-24T01:00:00Z' })
  const line = (on: string) => `IM-31,${on} 13:00,${on} 14:00,1:1,held,mia,60,Of long ago.`
  const trial = await tried(csv(line('2026-03-09'), line('2026-03-11')))
  expect(trial.result.totals).toMatchObject({ rows: 2, bad: 1, willWrite: 1 })
  const said = trial.result.attention.flatMap(({ faults }) => faults.map((one) => Object.values(sayFault(one)).join(' '))).join()
  expect(said).toContain('This row is not taken. Whoever coordinates')
  expect(said).not.toMatch(/eras/i)
  expect(await take(trial)).toEqual({ written: 1, leftOut: 1, thereBefore: 0 })
  expect(await rows(`select starts_at::date::text as on from sessions where participant_id = ${ada.id}`)).toEqual([{ on: '2026-03-11' }])
})

test('it takes a row without its note where notes alone were erased, refuses it with one, and takes it again where the erasing was held back', async () => {
  const ada = await aParticipant({ number: 'IM-32', team: ['Kai', 'Mia'] })
  const request = await anErasure(ada.id, { answeredAt: '2026-03-10T12:00:00Z', items: ['notes'] })
  const bare = 'IM-32,2026-03-08 13:00,2026-03-08 14:00,1:1,held,mia,60,'
  const totals = async () => (await tried(csv(bare, 'IM-32,2026-03-09 13:00,2026-03-09 14:00,1:1,held,mia,60,Of long ago.'))).result.totals
  expect(await totals()).toMatchObject({ bad: 1, willWrite: 1 })
  await (await asSuperuser()).query(`update erasure_decisions set decision = 'keep' where request_id = $1`, [request])
  expect(await totals()).toMatchObject({ bad: 0, willWrite: 2 })
})

test('it keeps the door of the database shut, too: a session from before the erasing is written by no import', async () => {
  const ada = await aParticipant({ number: 'IM-33', team: ['Kai', 'Mia'] })
  await anErasure(ada.id, { answeredAt: '2026-03-10T12:00:00Z', items: ['sessions'], carriedOutAt: '2026-03-24T01:00:00Z' })
  const { publicId, mapping } = await tried(csv('IM-33,2026-03-11 13:00,2026-03-11 14:00,1:1,held,mia,60,'))
  const writes = (at: string) => become('Kai', async (work) => {
    await beginWriting(work, (await keptFile(work, 'sessions', publicId)).id, { mapping, seal: 'x' })
    await takeStep(work, publicId)
    await sessionFiles.write(work, publicId, [{ participantId: ada.id, authorId: work.actor.id, startsAt: instant(at), minutes: 60, state: 'held', cause: null, outcomeAsSent: '', way: null, place: '', done: '', note: '' }])
    throw new Error('written')
  }, { does: 'collect', shows: 'session_attendance' })
  await expect(writes('2026-03-09T13:00:00Z')).rejects.toThrow('row-level security')
  await expect(writes('2026-03-11T13:00:00Z')).rejects.toThrow('written')
})
