import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, offerProgrammes, visit } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { recordConsent, recordLegalStatus } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan, openPlan } from '../plans/index.ts'
import { allCauses, whoseCause, type RecordSession } from './session.ts'
import { unitsOnOffer } from './session-content.ts'
import { lastSessions, unitsOf } from './sessions.queries.ts'
import { planSession, recordPlanned, recordSession } from './sessions.verbs.ts'
import { unitReasons, whoseReason } from './units/unit-differences.ts'

beforeAll(offerProgrammes)

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'We looked at who matters.' }
const ahead = { on: day('2026-11-23'), time: '11:00', minutes: 60, place: 'room B2' }

/** Somebody in Healthy Identity, with a unit about the offence and two that are not. */
async function someoneInHealthyIdentity(status?: 'remand' | 'sentenced') {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena'] })
  const about = { about: person.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'healthy-identity', beginsOn: day('2026-11-20') })
  }, about)
  if (status) await become('Lena', (work) => recordLegalStatus(work, { status, fromOn: day('2026-01-01'), source: 'court letter', authority: 'city court' }), about)
  const plan = await become('Kai', (work) => openPlan(work, person.id), about)
  for (const [place, [unit, isLocked]] of ([['engagement_insight', false], ['foundation', true], ['personal_identity', false]] as const).entries()) {
    await put('plan_units', { id: await freshId(), public_id: `unit-${person.id}-${place}`, participant_id: person.id, plan_id: plan!.id, unit_id: unit, about_the_offence: isLocked, position: place + 1, reason: 'from the formulation', chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-20T09:00:00Z' })
  }
  return { ...person, about }
}

const unitsAsRead = (person: { id: number, about: { about: string } }) => become('Amira', async (work) => {
  const [session] = await lastSessions(work, person.id, 1)
  return (await unitsOf(work, session!.id)).map(({ unit_id, planned, delivered, reason, reason_words: words }) => [unit_id, planned, delivered, ...(reason === null ? [] : [reason, words])])
}, person.about)

test('it records which unit of the plan a session was about', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)
  expect(await unitsAsRead(kaur)).toEqual([['foundation', false, true]])
})

test('it locks units about the offence on remand, and where no status is known, by the verb', async () => {
  for (const status of ['remand', undefined] as const) {
    const kaur = await someoneInHealthyIdentity(status)
    expect(await become('Amira', async (work) => (await unitsOnOffer(work, kaur.id)).map(({ unitId, isLocked }) => [unitId, isLocked]), kaur.about)).toEqual([['engagement_insight', false], ['foundation', true], ['personal_identity', false]])
    await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
    await expect(become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
    await become('Amira', (work) => recordSession(work, { ...held, units: ['personal_identity'] }), kaur.about)
  }
})

test('it locks them for a mentor always, who may not know the legal status', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await expect(become('Mia', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).rejects.toThrow('session-unit-locked')
})

test('it locks them by the database too, also where somebody says that the unit is about something else', async () => {
  const kaur = await someoneInHealthyIdentity('remand')
  await become('Amira', (work) => recordSession(work, held), kaur.about)
  const write = (unit: string, aboutTheOffence: boolean) => become('Amira', async (work) => {
    const [session] = await lastSessions(work, kaur.id, 1)
    await work.db.insertInto('session_units').values({ session_id: session!.id, participant_id: kaur.id, author_id: work.actor.id, unit_id: unit, name: unit, about_the_offence: aboutTheOffence, planned: false, delivered: true }).execute()
  }, kaur.about)
  await expect(write('foundation', true)).rejects.toThrow('row-level security')
  await expect(write('foundation', false)).rejects.toThrow('row-level security')
  await expect(write('personal_identity', false)).resolves.toBeUndefined()
})

test('it opens them once the person agrees after legal advice', async () => {
  const kaur = await someoneInHealthyIdentity('remand')
  await put('offence_agreements', { id: await freshId(), public_id: `agreed-${kaur.id}`, participant_id: kaur.id, advice: 'taken', agreed: true, agreed_on: '2026-11-22', recorded_by: await colleagueId('Amira'), recorded_at: '2026-11-22T09:00:00Z' })
  await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['foundation'] }), kaur.about)).resolves.toBeTypeOf('string')
})

test('it takes no unit that the plan has not chosen', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await expect(become('Amira', (work) => recordSession(work, { ...held, units: ['group_conflict'] }), kaur.about)).rejects.toThrow('session-unit-not-chosen')
})

test('it keeps what was planned beside what was done, and asks for a reason of each unit that differs', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation', 'engagement_insight'] }), kaur.about)
  const other: RecordSession = { ...held, units: ['engagement_insight', 'personal_identity'] }
  const asked = (why: RecordSession['why']) => become('Amira', (work) => recordPlanned(work, id, { ...other, why }), kaur.about).then(() => [], (fault: { problems: { field: string, sentence: string }[] }) => fault.problems.map(({ field, sentence }) => [field, /“(.*)”/.exec(sentence)?.[1]]))
  expect((await asked([])).map(([field]) => field)).toEqual(['units', 'units'])
  const [one, another] = [{ unit: 'foundation', reason: 'needs-longer' as const, words: 'The life line took the hour.' }, { unit: 'personal_identity', words: 'He brought a letter.' }]
  expect((await asked([another, one])).map(([field]) => field)).toEqual(['why.0.reason'])
  expect(await asked([one, { ...another, reason: 'came-up' }, { unit: 'engagement_insight', reason: 'other' }])).toEqual([])
  expect(await unitsAsRead(kaur)).toEqual([['engagement_insight', true, true], ['foundation', true, false, 'needs-longer', 'The life line took the hour.'], ['personal_identity', false, true, 'came-up', 'He brought a letter.']])
})

test('it lets nobody say it otherwise afterwards, by the database, and takes a reason nowhere but where something differs', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation', 'engagement_insight'] }), kaur.about)
  await become('Amira', (work) => recordPlanned(work, id, { ...held, units: ['engagement_insight'], why: [{ unit: 'foundation', reason: 'cut-short' }] }), kaur.about)
  const change = (unit: string, to: { reason: string } | { delivered: boolean }) => become('Amira', async (work) => {
    const [session] = await lastSessions(work, kaur.id, 1)
    return (await work.db.updateTable('session_units').set(to).where('session_id', '=', session!.id).where('unit_id', '=', unit).executeTakeFirst()).numUpdatedRows
  }, kaur.about)
  expect([await change('foundation', { reason: 'person-asked' }), await change('foundation', { delivered: true }), await change('engagement_insight', { delivered: false })]).toEqual([0n, 0n, 0n])
  await expect(put('session_units', { session_id: (await become('Amira', (work) => lastSessions(work, kaur.id, 1), kaur.about))[0]!.id, participant_id: kaur.id, author_id: await colleagueId('Amira'), unit_id: 'x', name: 'x', about_the_offence: false, planned: true, delivered: true, reason: 'other' })).rejects.toThrow('session_units_reason_where_they_differ')
})

test('it lets whoever holds the session say a reason otherwise, keeps what stood there, and lets nobody else', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['engagement_insight'] }), kaur.about)
  const here = `/people/${kaur.publicId}/sessions/${id}`
  const [amira, mia] = [await visit('Amira'), await visit('Mia')]
  expect((await amira.api(`${here}/reasons`, { why: [{ unit: 'engagement_insight', reason: 'too-early' }] })).json).toMatchObject({ code: 'session-not-recorded-yet' })
  await become('Amira', (work) => recordPlanned(work, id, { ...held, units: ['personal_identity'], why: [{ unit: 'engagement_insight', reason: 'too-early', words: 'He was tired.' }, { unit: 'personal_identity', reason: 'came-up' }] }), kaur.about)
  const form = (await amira.get(here)).text.includes(`${here}/reasons`) ? (await amira.get(`${here}/reasons`)).text : ''
  expect([form.includes('value="He was tired."'), /<option value="too-early" selected/.test(form)]).toEqual([true, true])
  const sent = { 'why.0.unit': 'engagement_insight', 'why.0.reason': 'too-early', 'why.0.words': 'He was tired.', 'why.1.unit': 'personal_identity', 'why.1.reason': 'came-up' }
  const nothing = await amira.send(`${here}/reasons`, sent)
  expect([nothing.status, nothing.text.includes('Nothing was changed')]).toEqual([422, true])
  const empty = await amira.send(`${here}/reasons`, { ...sent, 'why.0.reason': '' })
  expect([empty.status, empty.text.includes('id="field-why.0.reason-problem"')]).toEqual([422, true])
  expect((await mia.api(`${here}/reasons`, { why: [] })).status).toBe(404)
  expect((await amira.send(`${here}/reasons`, { ...sent, 'why.0.reason': 'cut-short', 'why.0.words': 'Lock-up came early.' })).location).toBe(here)
  const page = (await amira.get(here)).text
  expect([page.includes('the house cut the meeting short. Lock-up came early.'), /Said until 23 November 2026[^<]*: it was too early for the person\. He was tired\./.test(page)]).toEqual([true, true])
  expect((await amira.api(here)).json).toMatchObject({ units: [{ unit: 'engagement_insight', reason: 'cut-short', delivered: false, before: [{ reason: 'too-early', reasonWords: 'He was tired.' }] }, { reason: 'came-up', before: [] }] })
  const straight = become('Amira', async (work) => (await work.db.updateTable('session_units').set({ reason: 'other' }).where('participant_id', '=', kaur.id).where('unit_id', '=', 'engagement_insight').executeTakeFirst()).numUpdatedRows, kaur.about)
  expect(await straight).toBe(0n)
  const inventing = become('Amira', async (work) => work.db.insertInto('unit_reasons_before').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: (await lastSessions(work, kaur.id, 1))[0]!.id, unit_id: 'engagement_insight', participant_id: kaur.id, author_id: work.actor.id, reason: 'person-asked', corrected_at: work.now }).execute(), kaur.about)
  await expect(inventing).rejects.toThrow('row-level security')
})

test('it tells a study the same of every reason and cause, whose it was, as the house does', async () => {
  const { rows } = await (await asSuperuser()).query<{ of: string, whose: string }>(`select c as of, whose_cause(c) as whose from unnest($1::text[]) c`, [[...allCauses, ...unitReasons]])
  expect(rows.map(({ of, whose }) => [of, whose])).toEqual([...allCauses.map((cause) => [cause, whoseCause(cause)]), ...unitReasons.map((reason) => [reason, whoseReason(reason)])])
})

test('it reads a record from before each unit had a reason as it was written', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  await become('Amira', (work) => recordSession(work, { ...held, time: '08:30' }), kaur.about)
  const [session] = await become('Amira', (work) => lastSessions(work, kaur.id, 1), kaur.about)
  await (await asSuperuser()).query(`update session_contents set differs_cause = 'lockdown', differs_why = 'The whole wing' where session_id = $1`, [session!.id])
  const [page, dose] = await Promise.all([`sessions/${session!.public_id}`, 'dose'].map(async (path) => (await (await visit('Amira')).get(`/people/${kaur.publicId}/${path}`)).text))
  expect([page!.includes('lock-down: The whole wing'), dose!.includes('lock-down, The whole wing')]).toEqual([true, true])
})

test('it says each difference with its reason on the page of the session, in what was given, and to whoever asks the interface', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['engagement_insight'] }), kaur.about)
  const amira = await visit('Amira')
  const here = `/people/${kaur.publicId}/sessions/${id}`
  const sent = { ...held, units: ['personal_identity'] }
  expect((await amira.api(`${here}/record`, sent)).json).toMatchObject({ code: 'fields' })
  const answer = (await amira.api(`${here}/record`, { ...sent, why: [{ unit: 'engagement_insight', reason: 'too-early' }, { unit: 'personal_identity', reason: 'came-up', words: 'A letter came.' }] })).json as { units: { unit: string, reason: string | null, reasonWords: string }[] }
  expect(answer.units.map(({ unit, reason, reasonWords }) => [unit, reason, reasonWords])).toEqual([['engagement_insight', 'too-early', ''], ['personal_identity', 'came-up', 'A letter came.']])
  for (const path of [`sessions/${id}`, 'dose']) {
    const page = (await amira.get(`/people/${kaur.publicId}/${path}`)).text
    expect([path, page.includes('planned and not worked on: it was too early for the person.'), page.includes('worked on and not planned: it fitted what came up. A letter came.')]).toEqual([path, true, true])
  }
})

test('it asks on the page, without script, after the first sending: every word is kept, and only what differs is asked', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['engagement_insight', 'foundation'] }), kaur.about)
  const amira = await visit('Amira')
  const form = `/people/${kaur.publicId}/sessions/${id}/record`
  const first = (await amira.get(form)).text
  expect([/<details[^>]* open/.test(first), / asked"/.test(first)]).toEqual([false, false])
  const rows = Object.fromEntries([...first.matchAll(/name="(why\.\d+\.unit)" value="([^"]+)"/g)].map(([, name, unit]) => [name!, unit!]))
  const place = (unit: string) => Object.entries(rows).find(([, one]) => one === unit)![0].replace('.unit', '')
  const typed = { ...rows, on: held.on, time: held.time, minutes: '60', state: 'held', done: 'We looked at a letter.', units: ['foundation', 'personal_identity'], [`${place('engagement_insight')}.words`]: 'Half a word' }
  const again = await amira.send(form, typed)
  const asked = [...again.text.matchAll(/id="field-(why\.\d\.reason)-problem"/g)].map(([, field]) => field!)
  expect([again.status, asked.sort(), again.text.includes('We looked at a letter.'), again.text.includes('Half a word'), /<details[^>]* open/.test(again.text)])
    .toEqual([422, [`${place('engagement_insight')}.reason`, `${place('personal_identity')}.reason`].sort(), true, true, true])
  expect((await amira.send(form, { ...typed, [`${place('engagement_insight')}.reason`]: 'no-means', [`${place('personal_identity')}.reason`]: 'person-asked' })).status).toBe(303)
  expect((await amira.send(`/people/${kaur.publicId}/sessions/new`, { on: held.on, time: '07:15', minutes: '60', state: 'held', done: 'Nothing was planned.', units: ['personal_identity'] })).status).toBe(303)
})

test('it asks also of a unit that was planned and cannot be chosen any more', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['engagement_insight'] }), kaur.about)
  await (await asSuperuser()).query(`delete from plan_units where participant_id = $1 and unit_id = 'engagement_insight'`, [kaur.id])
  const form = (await (await visit('Amira')).get(`/people/${kaur.publicId}/sessions/${id}/record`)).text
  expect(form).toMatch(/<div class="fields unit-why if-not-given asked"><input type="hidden" name="why\.\d+\.unit" value="engagement_insight"/)
})

test('it asks for no reason where everything was done as planned', async () => {
  const kaur = await someoneInHealthyIdentity('sentenced')
  const id = await become('Amira', (work) => planSession(work, { ...ahead, units: ['foundation'] }), kaur.about)
  await become('Amira', (work) => recordPlanned(work, id, { ...held, units: ['foundation'] }), kaur.about)
  expect(await unitsAsRead(kaur)).toEqual([['foundation', true, true]])
})
