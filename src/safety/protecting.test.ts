import { expect, test } from 'vitest'
import { aCrisis, crisis, onDuty } from '../../database/testing/a-crisis.ts'
import { aParticipant, become, becomeParticipant, instant, testHouse, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day } from '../platform/day.ts'
import { safetyDue } from './safety.desk.tsx'
import { signWarning, tellWing, warnPerson } from './protecting.verbs.ts'
import { theCall, warningsOf } from './safety.queries.ts'

const told = { toldWhom: 'Duty officer Berg', toldHow: 'phone', on: day('2026-11-23'), time: '17:00' } as const
const wing = { measures: ['stay-with', 'check', 'keep-apart'], checkEvery: 15, apartFrom: 'her cellmate', until: day('2026-11-24'), untilTime: '08:00', ...told } as const
const warning = { threatened: 'The cellmate', danger: 'life', howSoon: 'today', ...told } as const

const tell = (callId: string, change: object = {}, first: First = 'Amira') => become(first, (work) => tellWing(work, callId, { ...wing, ...change, measures: [...wing.measures] }))
const warn = (callId: string, first: First = 'Amira') => become(first, (work) => warnPerson(work, callId, warning))
const sign = (callId: string, first: First, agrees: 'yes' | 'no' = 'yes', words?: string) => become(first, async (work) => {
  const [given] = await warningsOf(work, (await theCall(work, callId)).incident_id)
  return signWarning(work, given!.public_id, { agrees, words })
})
const dues = (first: First) => become(first, async (work) => (await safetyDue(work)).map(({ says }) => says))

test('it tells the wing fixed measures, whom one told and when, on a slip that says nothing of why', async () => {
  await onDuty()
  const { callId } = await aCrisis()
  const amira = await visit('Amira')
  const form = (await amira.get(`/safety/calls/${callId}/wing`)).text
  expect([...form.matchAll(/<(?:input|textarea|select)[^>]* name="(\w+)"/g)].map(([, name]) => name).filter((name, at, all) => !name!.startsWith('_') && name !== 'language' && name !== 'back' && all.indexOf(name) === at))
    .toEqual(['measures', 'checkEvery', 'apartFrom', 'until', 'untilTime', 'toldWhom', 'toldHow', 'on', 'time'])
  const sent = await amira.send(`/safety/calls/${callId}/wing`, { ...wing, measures: [...wing.measures], checkEvery: '15' })
  expect(sent.location).toBe(`/safety/calls/${callId}`)
  const page = (await amira.get(sent.location!)).text
  expect(page).toContain('Look in every 15 minutes')
  const slip = /href="([^"]*\/slip)"/.exec(page)![1]!
  expect((await amira.get(slip)).text).toContain('Would it be safe if another prisoner saw this?')
  const paper = await amira.get(`${slip}/print`)
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  expect(paper.headers.get('content-disposition')).toBe('inline; filename="note.pdf"')
  for (const secret of ['end it tonight', 'rogramme', 'Waymark', 'uicid', 'self-harm', 'rapist']) expect(paper.text).not.toContain(secret)
})

test('it writes of a telling in the log that something was disclosed, and to whom', async () => {
  await onDuty()
  const { greta, callId } = await aCrisis()
  await tell(callId)
  const { rows } = await (await asSuperuser()).query(`select recipient from access_log where operation = 'disclose' and $1 = any (participant_ids)`, [greta.id])
  expect(rows).toEqual([{ recipient: 'Duty officer Berg' }])
})

test('it says in the log of nobody else whom Amira works with that something was passed on, written or read of their safety', async () => {
  await onDuty()
  const other = await aParticipant({ team: ['Kai', 'Amira'] })
  const { greta, callId } = await aCrisis()
  const amira = await visit('Amira')
  await amira.get('/safety/new')
  expect((await amira.send('/safety/new', { who: greta.publicId, ...crisis }, '/safety/new')).status).toBe(303)
  for (const page of ['', '/wing', '/warning', '/afterwards']) await amira.get(`/safety/calls/${callId}${page}`)
  await tell(callId)
  const { rows } = await (await asSuperuser()).query(`select distinct operation, record from access_log where $1 = any (participant_ids) and actor_name = 'Amira Haddad'`, [other.id])
  expect(rows).toEqual([{ operation: 'consult', record: 'identity_name' }])
})

test('it refuses what is not whole: a check without times, an end before the telling, a time still to come', async () => {
  await onDuty()
  const { callId } = await aCrisis()
  await expect(tell(callId, { checkEvery: undefined })).rejects.toMatchObject({ code: 'safety-check-needs-times' })
  await expect(tell(callId, { apartFrom: undefined })).rejects.toMatchObject({ code: 'safety-apart-from-whom' })
  await expect(tell(callId, { until: day('2026-11-22') })).rejects.toMatchObject({ code: 'safety-ends-before' })
  await expect(tell(callId, { time: '17:30' })).rejects.toMatchObject({ code: 'safety-ahead' })
  const kept = await (await visit('Amira')).send(`/safety/calls/${callId}/wing`, { toldWhom: 'Duty officer Berg' })
  expect(kept.status).toBe(422)
  expect(kept.text).toContain('value="Duty officer Berg"')
})

test('it asks another colleague to sign a warning afterwards, and lets nobody sign their own or twice', async () => {
  await onDuty()
  const { callId } = await aCrisis()
  await warn(callId)
  expect(await dues('Kai')).toContain('Second signature under a warning')
  expect(await dues('Amira')).not.toContain('Second signature under a warning')
  await expect(sign(callId, 'Amira')).rejects.toMatchObject({ code: 'safety-signed-by-another' })
  await expect(sign(callId, 'Lena', 'no')).rejects.toMatchObject({ code: 'safety-disagrees-without-words' })
  await sign(callId, 'Lena', 'no', 'The wing knew already.')
  await expect(sign(callId, 'Kai')).rejects.toMatchObject({ code: 'safety-signed-already' })
  expect(await dues('Kai')).not.toContain('Second signature under a warning')
  expect((await (await visit('Kai')).get(`/safety/calls/${callId}`)).text).toContain('Signed afterwards by Lena Berg: it was not needed')
})

test('it takes one of two who sign at the same moment, and tells the other, whose words are not lost without a word', async () => {
  await onDuty()
  const { callId } = await aCrisis()
  await warn(callId)
  const outcomes = await Promise.allSettled([sign(callId, 'Lena', 'no', 'The wing knew already.'), sign(callId, 'Kai')])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'safety-signed-already' } })
})

test('it has no second signature in SQL either from whoever gave the warning', async () => {
  await onDuty()
  const { greta, callId } = await aCrisis()
  await warn(callId)
  await expect(become('Amira', async (work) => {
    const [given] = await warningsOf(work, (await theCall(work, callId)).incident_id)
    await work.db.insertInto('warning_signatures').values({ warning_id: given!.id, participant_id: greta.id, given_by: work.actor.id, author_id: work.actor.id, agrees: true, signed_at: work.now }).execute()
  })).rejects.toThrow('warning_signatures_by_another')
})

test('it is read by no security officer, head, administrator or colleague who does not work with Greta, in any way', async () => {
  await onDuty({ first: 'Hedda', minutes: 5 })
  const { greta, callId } = await aCrisis()
  await tell(callId)
  await warn(callId)
  for (const first of ['Viktor', 'Olga', 'Ravi', 'Noor', 'Dana', 'Ines', 'Otto', 'Cleo'] as const) {
    const visitor = await visit(first)
    for (const path of ['', '/wing', '/warning', '/afterwards', '/debrief']) expect((await visitor.get(`/safety/calls/${callId}${path}`)).status, `${first} ${path}`).toBe(404)
    for (const path of ['/safety', '/safety/new']) expect((await visitor.get(`/people/${greta.publicId}${path}`)).status, `${first} ${path}`).toBe(404)
    expect((await visitor.get('/')).text, first).not.toContain(callId)
  }
  for (const first of ['Viktor', 'Olga', 'Ravi'] as const) for (const table of ['incidents', 'wing_notices', 'person_warnings', 'warning_signatures', 'incident_calls', 'incident_asks'] as const)
    await expect(become(first, (work) => work.db.selectFrom(table).selectAll().execute()), `${first} ${table}`).rejects.toThrow('permission denied')
})

test('it is shown to Greta in her own space: what was passed on, to whom and when; to another participant nothing', async () => {
  await onDuty()
  const { greta, callId } = await aCrisis()
  const other = await aCrisis()
  await tell(callId)
  const own = (await (await visitAsParticipant(greta)).get('/own/passed-on')).text
  for (const sentence of ['Wing officer was told that you need somebody', 'Duty officer Berg was told by telephone', 'Look in every 15 minutes']) expect(own).toContain(sentence)
  expect((await (await visitAsParticipant(other.greta)).get('/own/passed-on')).text).not.toContain('Duty officer Berg')
  expect(await becomeParticipant(other.greta.id, (work) => work.db.selectFrom('wing_notices').selectAll().where('participant_id', '=', greta.id).execute())).toEqual([])
})

test('it reminds of what is owed afterwards, until it is done: telling Greta, planning anew, a talk for Amira', async () => {
  await onDuty()
  await (await asSuperuser()).query('delete from incidents')
  const { callId } = await aCrisis()
  expect(await dues('Amira')).toEqual(['Tell the person what was passed on', 'Plan the next session anew', 'A talk for you'])
  const amira = await visit('Amira')
  for (const what of ['told', 'planned-anew']) expect((await amira.send(`/safety/calls/${callId}/afterwards`, { what, on: '2026-11-23' })).status).toBe(303)
  expect((await amira.send(`/safety/calls/${callId}/afterwards`, { what: 'told', on: '2026-11-23' })).status).toBe(409)
  expect((await amira.get(`/safety/calls/${callId}/afterwards`)).text).toContain('All of it is written down.')
  expect((await (await visit('Kai')).get(`/safety/calls/${callId}/debrief`)).status).toBe(404)
  expect((await amira.send(`/safety/calls/${callId}/debrief`, { answer: 'held' })).status).toBe(303)
  expect((await amira.get(`/safety/calls/${callId}/debrief`)).text).toContain('You have answered this already')
  expect(await dues('Amira')).toEqual([])
  expect((await amira.get(`/safety/calls/${callId}`)).text).toContain('Amira Haddad told the person what was passed on, 23 November 2026')
})

test('it offers Amira\'s supervisor to offer her a talk, and to nobody else\'s', async () => {
  await onDuty()
  await (await asSuperuser()).query('delete from incidents')
  await (await asSuperuser()).query(`insert into supervisions (id, public_id, supervisor_id, colleague_id, role, from_at)
    select nextval('ids')::int, 'supervision-of-amira', s.id, c.id, 'clinical_supervisor', '2026-01-01' from colleagues s, colleagues c where s.name = 'Ulla Brandt' and c.name = 'Amira Haddad'`)
  await aCrisis()
  expect(await dues('Ulla')).toEqual(['Offer Amira Haddad a talk'])
  expect(await dues('Petra')).toEqual([])
})

test('it has nowhere a field for risk, blame or compliance', async () => {
  const { rows } = await (await asSuperuser()).query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'public'
    and table_name in ('incidents', 'wing_notices', 'person_warnings', 'incident_aftercares', 'incident_calls')`)
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.map((row) => row.column_name).filter((name) => /risk|level|score|blame|complian|sanction|sever/.test(name))).toEqual([])
})

test('it keeps what was typed as a draft, and finds it again', async () => {
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T16:00:00Z')
  const mia = await visit('Mia')
  expect((await mia.send('/safety/new', { _draft: 'true', wordsSaid: 'She said it quietly.' })).status).toBe(303)
  const again = (await mia.get('/safety/new')).text
  expect(again).toContain('She said it quietly.')
  expect(again).toContain('Draft saved')
})
