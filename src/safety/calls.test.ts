import { expect, test } from 'vitest'
import { aCrisis, crisis, onDuty, passOnAt } from '../../database/testing/a-crisis.ts'
import { aParticipant, become, colleagueId, instant, testHouse, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { acknowledge, openTheCase, recordIncident, recordIncidentOf } from './safety.verbs.ts'
import { safetyDue } from './safety.desk.tsx'
import { asksOf, incidentOf, theCall } from './safety.queries.ts'

/** Who of a call was asked when, in order. */
async function asked(callId: string): Promise<string[]> {
  return become('Amira', async (work) => (await asksOf(work, (await theCall(work, callId)).incident_id)).map(({ name, askedAt }) => `${name.split(' ')[0]} ${askedAt?.slice(11, 16) ?? 'not yet'}`))
}

function answer(first: First, callId: string): Promise<void> {
  return become(first, (work) => acknowledge(work, callId, 'I go to her now.'))
}

test('it asks the first of the duty list at once, and the next when their minutes have passed', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor not yet', 'Kai not yet'])
  await passOnAt('16:09')
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor not yet', 'Kai not yet'])
  await passOnAt('16:10')
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor 16:10', 'Kai not yet'])
  await passOnAt('16:15')
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor 16:10', 'Kai 16:15'])
  await passOnAt('18:00')
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor 16:10', 'Kai 16:15'])
})

test('it goes on to nobody once somebody has answered, and says who', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  await answer('Hedda', callId)
  await passOnAt('16:30')
  expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor not yet', 'Kai not yet'])
  expect(await become('Amira', (work) => theCall(work, callId))).toMatchObject({ answerer: 'Hedda Moe', takes_over: 'I go to her now.' })
})

test('it lets whoever was asked first still answer after the next was asked, and tells the second who was first', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  await passOnAt('16:12')
  await answer('Hedda', callId)
  await expect(answer('Noor', callId)).rejects.toMatchObject({ code: 'safety-answered', values: { name: 'Hedda Moe' } })
})

test('it is answered once, by two at the same moment too', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  await passOnAt('16:10')
  const outcomes = await Promise.allSettled([answer('Hedda', callId), answer('Noor', callId)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('it is answered by nobody who is not asked: not by the next in the line, and not by a stranger', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  for (const first of ['Noor', 'Petra', 'Cleo'] as const) await expect(answer(first, callId), first).rejects.toMatchObject({ code: 'not-found' })
  await expect(answer('Lena', callId)).rejects.toMatchObject({ code: 'safety-not-asked' })
})

test('it goes straight to the coordinators when nobody is on duty, and the head is told that one is open, and nothing else', async () => {
  await (await asSuperuser()).query('delete from incidents')
  await onDuty()
  const { greta, callId } = await aCrisis()
  expect(await asked(callId)).toEqual(['Kai 16:00'])
  const olga = await visit('Olga')
  const day = (await olga.get('/')).text
  expect(day).toContain('A call in a crisis is open')
  for (const secret of [callId, greta.publicId, 'end it tonight', 'Amira']) expect(day).not.toContain(secret)
  expect((await olga.get(`/safety/calls/${callId}`)).status).toBe(404)
  await answer('Kai', callId)
  expect((await olga.get('/')).text).not.toContain('A call in a crisis is open')
})

test('it asks nobody who has lost the role for it, not in a call that runs either; the coordinators are told, and the card names them no longer', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 }, { first: 'Noor', minutes: 5 })
  const { callId } = await aCrisis()
  const ends = async (at: string | null) => (await asSuperuser()).query('update appointments set until_at = $1 where colleague_id = $2', [at, await colleagueId('Noor')])
  await ends('2026-11-23T16:05:00Z')
  try {
    await passOnAt('16:10')
    expect(await asked(callId)).toEqual(['Hedda 16:00', 'Noor not yet', 'Kai 16:10'])
    const told = async (first: First) => (await become(first, safetyDue)).filter(({ href }) => href === '/safety/duty').map(({ because }) => because)
    expect((await told('Kai')).map((because) => because.replace(/^Noor \S+/, 'Noor'))).toEqual(['Noor no longer has a role in which somebody is asked in a crisis'])
    expect([await told('Mia'), await told('Hedda')]).toEqual([[], []])
    expect((await (await visit('Kai')).get('/safety/duty')).text).toContain('the role for it has ended')
    const next = await aCrisis()
    expect(await asked(next.callId)).toEqual(['Hedda 16:00', 'Noor not yet', 'Kai not yet'])
    await ends('2026-11-23T15:59:00Z')
    expect(await asked((await aCrisis()).callId)).toEqual(['Hedda 16:00', 'Kai not yet'])
  } finally {
    await ends(null)
  }
})

test('it lets a coordinator put nobody on the list by changing whose entry it is, in SQL', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 })
  await expect(become('Kai', async (work) => work.db.updateTable('duty_entries').set({ colleague_id: await colleagueId('Viktor') }).execute())).rejects.toThrow('permission denied')
})

test('it asks in SQL nobody either who cannot be asked: whoever writes a crisis down lets no volunteer read what was said in it', async () => {
  await onDuty()
  const { greta } = await aCrisis()
  const asks = (first: First) => become('Amira', async (work) => {
    await recordIncidentOf(work, crisis)
    const { id } = await work.db.selectFrom('incidents').select(['id', 'participant_id']).where('participant_id', '=', greta.id).orderBy('id', 'desc').executeTakeFirstOrThrow()
    await work.db.insertInto('incident_asks').values({ id: await work.newId(), incident_id: id, colleague_id: await colleagueId(first), place: 90, minutes: 5, as_coordinator: false, asked_at: work.now, answer_by: '2026-11-23T17:00:00Z' as never }).execute()
    throw new Error('asked')
  }, { about: greta.publicId })
  for (const first of ['Bea', 'Viktor', 'Sam'] as const) await expect(asks(first), first).rejects.toThrow('row-level security')
  await expect(asks('Noor')).rejects.toThrow('asked')
})

test('it stands above everything else on the day of whoever is asked, and on every page of theirs', async () => {
  await (await asSuperuser()).query('delete from incidents')
  await onDuty({ first: 'Hedda', minutes: 10 })
  const { callId } = await aCrisis()
  const hedda = await visit('Hedda')
  const day = (await hedda.get('/')).text
  expect(day.indexOf('>Now<')).toBeGreaterThan(0)
  expect(day.indexOf('>Now<')).toBeLessThan(day.indexOf('>Next<'))
  for (const page of ['/', '/people', '/account', '/people/0000000000000000']) expect((await hedda.get(page)).text).toContain(`A call in a crisis awaits your answer.</b> <a class="ds-link" href="/safety/calls/${callId}"`)
  expect((await (await visit('Mia')).get('/')).text).not.toContain('awaits your answer')
  expect((await hedda.send(`/safety/calls/${callId}`, { takesOver: 'I go to her now.' })).status).toBe(303)
  expect((await hedda.get('/people')).text).not.toContain('awaits your answer')
})

test('it opens one case to Hedda who is asked and not on the team, for an hour, and notes it in the log with the person', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 })
  const { greta, callId } = await aCrisis()
  const other = await aCrisis()
  const read = (id: string) => become('Hedda', async (work) => (await incidentOf(work, (await theCall(work, id)).incident_id))?.words_said)
  await answer('Hedda', callId)
  expect(await read(callId)).toBeUndefined()
  const hedda = await visit('Hedda')
  expect((await hedda.get(`/safety/calls/${callId}`)).text).not.toContain('end it tonight')
  expect((await hedda.send(`/safety/calls/${callId}/openings`, {}, `/safety/calls/${callId}`)).status).toBe(303)
  expect((await hedda.get(`/safety/calls/${callId}`)).text).toContain('end it tonight')
  expect(await read(other.callId)).toBeUndefined()
  const { rows } = await (await asSuperuser()).query<{ purpose: string }>(`select purpose from access_log where $1 = any (participant_ids) and door like '%openings'`, [greta.id])
  expect(rows).toEqual([{ purpose: 'emergency' }])
  ;(await testHouse()).clock.now = instant('2026-11-23T17:01:00Z')
  expect(await read(callId)).toBeUndefined()
})

test('it opens no case to a role that does not help, to nobody who is not asked, and in SQL to nobody for longer or in another name', async () => {
  await onDuty({ first: 'Petra', minutes: 10 })
  const { greta, callId } = await aCrisis()
  await expect(become('Petra', (work) => openTheCase(work, callId))).rejects.toMatchObject({ code: 'safety-cannot-open' })
  await expect(become('Noor', (work) => openTheCase(work, callId))).rejects.toMatchObject({ code: 'not-found' })
  const open = (first: First, row: { role: string, until: string, by?: First }) => become(first, async (work) => work.db.insertInto('break_glasses').values({
    id: await work.newId(), public_id: work.newPublicId(), colleague_id: await colleagueId(row.by ?? first), participant_id: greta.id, role: row.role, reason: 'x', from_at: work.now, until_at: instant(row.until) }).execute())
  await expect(open('Noor', { role: 'assessor', until: '2026-11-23T16:30:00Z' })).rejects.toThrow('row-level security')
  await expect(open('Petra', { role: 'health', until: '2026-11-23T16:30:00Z' })).rejects.toThrow('row-level security')
  await onDuty({ first: 'Hedda', minutes: 10 })
  await become('Amira', (work) => recordIncidentOf(work, crisis), { about: greta.publicId })
  await expect(open('Hedda', { role: 'health', until: '2026-11-23T18:00:00Z' })).rejects.toThrow('row-level security')
  await expect(open('Hedda', { role: 'health', until: '2026-11-23T16:30:00Z', by: 'Noor' })).rejects.toThrow('row-level security')
  await open('Hedda', { role: 'health', until: '2026-11-23T16:30:00Z' })
})

test('it is looked at afterwards by Dana, once, who sees no case; and by nobody of the line', async () => {
  await (await asSuperuser()).query('delete from break_glasses')
  await onDuty({ first: 'Noor', minutes: 10 })
  const { greta, callId } = await aCrisis()
  await become('Noor', (work) => openTheCase(work, callId))
  const dana = await visit('Dana')
  expect((await dana.get('/log')).text).toContain('A case was opened in an emergency, and nobody has looked at it yet.')
  const list = (await dana.get('/emergency-openings')).text
  expect(list).toContain('Noor Aziz, assessor')
  for (const secret of [greta.publicId, 'Jonas Lind', 'end it tonight']) expect(list).not.toContain(secret)
  const link = [.../href="(\/emergency-openings\/\w+)"/.exec(list) ?? []][1]!
  expect((await dana.get(link)).text).toContain(callId)
  expect((await dana.send(link, { found: 'needed', words: 'Answered within the hour.' })).status).toBe(303)
  expect((await dana.get('/emergency-openings')).text).toContain('It was needed')
  expect((await dana.get('/log')).text).not.toContain('nobody has looked at it yet')
  expect((await dana.post(link, {})).status).toBe(403)
  for (const first of ['Noor', 'Kai', 'Olga', 'Ravi', 'Rune', 'Ines', 'Viktor'] as const) expect((await (await visit(first)).get('/emergency-openings')).status, first).toBe(404)
})

test('it is written of somebody who is in no list in words, and read by the writer and whoever is asked alone', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 })
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T16:00:00Z')
  const { callId } = await become('Mia', (work) => recordIncident(work, { ...crisis, who: 'other', personWords: 'The cellmate in B12' }))
  const read = (first: First) => become(first, async (work) => work.db.selectFrom('incidents').select('words_said').where('public_id', '=', callId).execute())
  expect([await read('Mia'), await read('Hedda')].map((rows) => rows.length)).toEqual([1, 1])
  for (const first of ['Amira', 'Kai', 'Noor', 'Petra'] as const) expect(await read(first), first).toEqual([])
  await expect(become('Mia', (work) => recordIncident(work, { ...crisis, who: 'other' }))).rejects.toMatchObject({ code: 'safety-who' })
})

test('it is not written of somebody else\'s person, of what is still to come, nor handed to somebody at no time', async () => {
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T16:00:00Z')
  const others = await aParticipant({ team: ['Kai', 'Amira'] })
  const mias = await aParticipant({ team: ['Mia'] })
  const write = (change: object, first: First = 'Mia') => become(first, (work) => recordIncident(work, { ...crisis, who: mias.publicId, ...change }))
  await expect(write({ who: others.publicId })).rejects.toMatchObject({ code: 'safety-who-not-yours' })
  await expect(write({ who: mias.publicId }, 'Otto')).rejects.toMatchObject({ code: 'not-found' })
  await expect(write({ time: '17:01' })).rejects.toMatchObject({ code: 'safety-ahead', field: 'time' })
  await expect(write({ handedAt: '23:00' })).rejects.toMatchObject({ code: 'safety-ahead', field: 'handedAt' })
  await expect(write({ handedAt: undefined })).rejects.toMatchObject({ code: 'safety-handed-whole' })
  await write({ time: '17:00' })
})

test('it keeps what was handed over after midnight on the day after', async () => {
  const { clock } = await testHouse()
  const mias = await aParticipant({ team: ['Mia'] })
  clock.now = instant('2026-11-24T00:00:00Z')
  const { callId } = await become('Mia', (work) => recordIncident(work, { ...crisis, who: mias.publicId, time: '23:50', handedAt: '00:10' }))
  expect(await become('Mia', async (work) => incidentOf(work, (await theCall(work, callId)).incident_id))).toMatchObject({ happened_at: '2026-11-23T22:50:00.000Z', handed_at: '2026-11-23T23:10:00.000Z' })
})

test('it looks by itself when the minutes of whoever is asked are over', async () => {
  await onDuty({ first: 'Hedda', minutes: 7 })
  await aCrisis()
  const { rows } = await (await asSuperuser()).query<{ minutes: number }>(`select round(extract(epoch from j.run_at - j.created_at) / 60)::int as minutes
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'safety-pass-on' order by j.id desc limit 1`)
  expect(rows).toEqual([{ minutes: 7 }])
})
