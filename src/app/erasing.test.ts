import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, become, becomeParticipant, colleagueId, instant, offerProgrammes, testHouse, testMoment, unitId, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { asked, rule } from '../../database/testing/a-report.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { addToDirectory } from '../community/index.ts'
import { beginExercise } from '../exercises/index.ts'
import { raise } from '../complaints/index.ts'
import { askErasure, decideErasure, withdraw } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { recordSession } from '../sessions/index.ts'
import { preparePackage, recordComment, recordStatement, refuseStatement, setRule } from '../sharing/index.ts'
import { eraseDecided } from './jobs.ts'

const items = ['notes', 'measures', 'sessions', 'plan', 'agreements', 'consents', 'referral', 'everything-else'] as const
type Item = (typeof items)[number]

beforeAll(async () => {
  await offerProgrammes()
  await visit('Kai')
})
afterAll(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const run = async () => eraseDecided.over((await testHouse()).house, [])
const rows = async (table: string, person: Planned) => Number((await (await asSuperuser()).query<{ n: string }>(`select count(*) as n from ${table} where participant_id = ${person.id}`)).rows[0]!.n)
const counted = ['sessions', 'session_contents', 'mentor_notes', 'facilitator_notes', 'plans', 'consents', 'participation_changes', 'identity_names', 'withdrawals']
const left = async (person: Planned) => {
  const found: Record<string, number> = {}
  for (const table of counted) found[table] = await rows(table, person)
  return found
}
const requestOf = async (person: Planned) => (await (await asSuperuser()).query<{ public_id: string }>(`select public_id from erasure_requests where participant_id = ${person.id} order by id desc limit 1`)).rows[0]!.public_id

/** Somebody with two meetings and their notes, whose plan has ended and who says no to keeping data, as in walk F. */
async function someoneWhoStops(endsThePlan = true): Promise<Planned> {
  const dorian = await aPlan()
  const about = { about: dorian.publicId }
  const held = { on: day('2026-11-23'), minutes: 60, place: 'room B2', state: 'held', done: 'We talked.', note: 'Calm.' } as const
  await become('Mia', (work) => recordSession(work, { ...held, time: '09:00' }), about)
  await become('Amira', (work) => recordSession(work, { ...held, time: '08:00' }), about)
  await become('Mia', (work) => withdraw(work, dorian.id, { purpose: 'programme', ownWords: 'Stop.' }), about)
  if (endsThePlan) await (await visit('Kai')).send(`/people/${dorian.publicId}/plans/${dorian.planId}/ending`, { endedOn: '2026-11-23', ending: 'own wish' })
  await becomeParticipant(dorian.id, (work) => withdraw(work, dorian.id, { purpose: 'data', ownWords: 'All of it.' }))
  return dorian
}

async function decided(person: Planned, kept: Partial<Record<Item, 'keep' | 'restrict'>> = {}): Promise<void> {
  const request = await requestOf(person)
  for (const item of items) await become('Kai', (work) => decideErasure(work, request, { item, decision: kept[item] ?? 'erase', grounds: `Grounds for ${item}.` }), { about: person.publicId })
}

test('it asks the coordinator for a decision when the person says no to keeping data, and nobody else', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops()
  expect((await (await visit('Kai')).get('/')).text).toContain(`/people/${dorian.publicId}/erasure`)
  expect((await (await visit('Mia')).get('/')).text).not.toContain(`/people/${dorian.publicId}/erasure`)
  expect((await (await visit('Kai')).get(`/people/${dorian.publicId}/erasure`)).text).toContain('After the person&#39;s no to keeping data')
})

test('it erases on the day what was decided and leaves what is kept, of this person alone, with a line in the log, and the person reads what and why', async () => {
  await at('2026-11-23T09:00:00Z')
  const [dorian, other] = [await someoneWhoStops(), await someoneWhoStops()]
  await decided(dorian, { consents: 'keep' })
  await at('2026-12-06T09:00:00Z')
  await run()
  expect(await left(dorian)).toMatchObject({ sessions: 2, session_contents: 2, mentor_notes: 1, facilitator_notes: 1, plans: 1 })
  expect((await (await visit('Kai')).get(`/people/${dorian.publicId}/erasure`)).text).toContain('is erased on 7 December 2026')
  await at('2026-12-07T09:00:00Z')
  await run()
  expect(await left(dorian)).toEqual({ sessions: 0, session_contents: 0, mentor_notes: 0, facilitator_notes: 0, plans: 0, consents: 1, participation_changes: 0, identity_names: 1, withdrawals: 2 })
  expect(await left(other)).toMatchObject({ sessions: 2, session_contents: 2, mentor_notes: 1, facilitator_notes: 1, plans: 1 })
  const lines = async () => (await (await asSuperuser()).query<{ n: number }>(`select count(*)::int as n from access_log where operation = 'erase' and record = 'withdrawal' and participant_ids = array[${dorian.id}]`)).rows[0]!.n
  expect(await lines()).toBe(1)
  await run()
  expect(await lines()).toBe(1)
  const own = (await (await visitAsParticipant(dorian)).get('/own/erasure')).text
  for (const words of ['Grounds for notes.', 'erased 7 December 2026', 'Keep: Grounds for consents.', 'What stays in any case']) expect(own, words).toContain(words)
})

test('it takes the sheets and the map with the records of sessions, and keeps to the day that a demonstration pretends', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops(false)
  const about = { about: dorian.publicId }
  const sheet = { madeOn: day('2026-11-23'), entries: [{ part: 'now', words: 'my sister', weight: 1 }] }
  await become('Amira', (work) => beginExercise(work, { ...sheet, tool: 'identity_map' }), about)
  await become('Amira', (work) => beginExercise(work, { ...sheet, tool: 'problem_solving', entries: [{ part: 'problem', words: 'Evenings.' }] }), about)
  await (await visit('Kai')).send(`/people/${dorian.publicId}/plans/${dorian.planId}/ending`, { endedOn: '2026-11-23', ending: 'own wish' })
  await decided(dorian)
  const onSheets = async () => [await rows('exercises', dorian), await rows('exercise_entries', dorian), await rows('identity_maps', dorian), await rows('identity_map_labels', dorian)]
  await run()
  expect(await onSheets()).toEqual([1, 1, 1, 1])
  await (await asSuperuser()).query(`update services set clock_on = '2026-12-08'`)
  await run()
  await (await asSuperuser()).query('update services set clock_on = null')
  expect(await onSheets()).toEqual([0, 0, 0, 0])
})

test('it takes advice and safety plan with everything else; where that is kept apart, only the person still reads them', async () => {
  await at('2026-11-23T09:00:00Z')
  const [dorian, other] = [await someoneWhoStops(), await someoneWhoStops()]
  const [hedda, amira] = [await colleagueId('Hedda'), await colleagueId('Amira')]
  for (const { id } of [dorian, other]) {
    const row = async (name: string) => ({ id: await freshId(), public_id: `${name}-${id}`, participant_id: id, author_id: hedda, review_on: '2027-02-23', written_at: '2026-11-20T09:00:00Z' })
    await put('functional_advice', { ...await row('advice'), words: 'Short sentences.', readers: ['facilitator'], told: 'told' })
    await put('safety_plans', { ...await row('plan'), signs: 'I stop eating.', own_steps: '', whom_to_call: '', safe_place: '' })
    await put('agreed_readings', { id: await freshId(), public_id: `agreed-${id}`, participant_id: id, record: 'functional_advice', role: 'facilitator', from_at: '2026-11-20T09:00:00Z', recorded_by: amira })
  }
  const help = async (person: Planned) => (await (await visit('Amira')).get(`/people/${person.publicId}/advice`)).status
  expect([await help(dorian), await help(other)]).toEqual([200, 200])
  await decided(dorian)
  await decided(other, { 'everything-else': 'restrict' })
  await at('2026-12-08T09:00:00Z')
  await run()
  const left = async (person: Planned) => [await rows('functional_advice', person), await rows('safety_plans', person)]
  expect([await left(dorian), await left(other)]).toEqual([[0, 0], [1, 1]])
  expect(await help(other)).toBe(404)
  expect((await (await visitAsParticipant(other)).get('/own/advice')).text).toContain('I stop eating.')
})

test('it takes where somebody went and that they came back with everything else, and leaves what an authority decided', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops()
  const [kai, unit] = [await colleagueId('Kai'), await unitId('Fjordvik prison')]
  const client = await asSuperuser()
  await client.query(`insert into unit_transfers (id, public_id, participant_id, from_unit_id, to_unit_id, moves_on, announced_by, announced_at) select nextval('ids'), 'moved-' || ($1::int)::text, $1, $3, id, '2026-11-20', $2, '2026-11-20' from units where id <> $3 limit 1`, [dorian.id, kai, unit])
  await client.query(`insert into unit_transfer_reasons (id, public_id, participant_id, transfer_id, reason, authority, written_by, written_at) select nextval('ids'), 'why-' || ($1::int)::text, $1, id, 'Nearer', 'Court', $2, '2026-11-20' from unit_transfers where participant_id = $1`, [dorian.id, kai])
  await client.query(`insert into recalls (id, public_id, participant_id, recalled_on, released_on, authority, recorded_by, recorded_at) values (nextval('ids'), 'recall-' || ($1::int)::text, $1, '2026-11-20', '2026-11-19', 'Court', $2, '2026-11-20')`, [dorian.id, kai])
  await client.query(`insert into recall_answers (id, public_id, participant_id, recall_id, words, said_at) select nextval('ids'), 'said-' || ($1::int)::text, $1, id, 'No.', '2026-11-20' from recalls where participant_id = $1`, [dorian.id])
  await client.query(`insert into re_entries (id, public_id, participant_id, reason, recorded_by, recorded_at) values (nextval('ids'), 'back-' || ($1::int)::text, $1, 'Rang', $2, '2026-11-20')`, [dorian.id, kai])
  await decided(dorian)
  const moves = async () => [await rows('unit_transfers', dorian), await rows('unit_transfer_reasons', dorian), await rows('recall_answers', dorian), await rows('re_entries', dorian), await rows('recalls', dorian)]
  expect(await moves()).toEqual([1, 1, 1, 1, 1])
  await at('2026-12-08T09:00:00Z')
  await run()
  expect(await moves()).toEqual([0, 0, 0, 0, 1])
})

test('it takes what others asked with everything else, and what hangs on it, of this person alone', async () => {
  await at('2026-11-23T09:00:00Z')
  const [dorian, other] = [await someoneWhoStops(), await someoneWhoStops()]
  for (const person of [dorian, other]) await become('Kai', async (work) => {
    const statement = await recordStatement(work, asked)
    await refuseStatement(work, statement, 'No law asks.')
  }, { about: person.publicId, does: 'collect' })
  await decided(dorian)
  await at('2026-12-08T09:00:00Z')
  await run()
  const stays = async (person: Planned) => [await rows('disclosure_statements', person), await rows('disclosure_refusals', person)]
  expect([await stays(dorian), await stays(other)]).toEqual([[0, 0], [1, 1]])
})

test('it lets no report count meetings that are kept apart as none', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops()
  const about = { about: dorian.publicId, does: 'collect' as const }
  await become('Ravi', (work) => setRule(work, rule))
  const statement = await become('Kai', (work) => recordStatement(work, asked), about)
  await become('Kai', (work) => recordComment(work, statement, { answer: 'no-comment' }), about)
  await decided(dorian, { sessions: 'restrict', plan: 'keep' })
  await expect(become('Kai', (work) => preparePackage(work, statement, { language: 'en' }), about)).rejects.toMatchObject({ code: 'sharing-kept-apart' })
})

test('it takes what was arranged for outside with the plan, of this person alone, and leaves it where the plan is kept', async () => {
  await at('2026-11-23T09:00:00Z')
  const [dorian, other] = [await someoneWhoStops(), await someoneWhoStops()]
  const mia = await become('Mia', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', work.actor.id).executeTakeFirstOrThrow()).public_id)
  const place = await become('Kai', (work) => addToDirectory(work, { kind: 'work', name: 'Norland Timber', area: 'Østby', offers: 'Trial work.', reach: '+45 70 10 00 21' }))
  const amira = await visit('Amira')
  for (const { publicId } of [dorian, other]) {
    const send = async (path: string, said: Record<string, string>) => expect((await amira.send(`/people/${publicId}/outside/${path}`, said)).status, path).toBe(303)
    await send('owner', { owner: `place:${place}` })
    await send('owner/acknowledgement', { words: 'The foreman.' })
    await send('places', { place, answer: 'not-agreed', words: 'Too far.' })
    await send('meetings', { who: mia, fromOn: '2026-12-01', everyWeeks: '2', meetings: '3' })
    await send('hand-over', { to: mia, items: 'goals', words: 'Mornings are best.' })
  }
  const tables = ['transition_owners', 'transition_links', 'transition_maintenance', 'transition_hand_overs']
  const now = async (person: Planned) => Promise.all(tables.map((table) => rows(table, person)))
  await decided(dorian)
  await decided(other, { plan: 'keep' })
  await at('2026-12-08T09:00:00Z')
  await run()
  expect([await now(dorian), await now(other)]).toEqual([[0, 0, 0, 0], [1, 1, 1, 1]])
})

test('it holds back what is decided anew before its day, and then keeps the meeting as the frame of its note', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops()
  await decided(dorian)
  const kai = await visit('Kai')
  const request = await requestOf(dorian)
  const sent = { item: 'notes', decision: 'keep', grounds: 'A court order of 24 November.' }
  expect((await (await visit('Lena')).post(`/people/${dorian.publicId}/erasure/${request}/decisions`, sent)).status).toBe(403)
  expect((await kai.send(`/people/${dorian.publicId}/erasure/${request}/decisions`, sent, `/people/${dorian.publicId}/erasure`)).status).toBe(303)
  expect((await kai.send(`/people/${dorian.publicId}/erasure/${request}/decisions`, { ...sent, decision: 'erase' }, `/people/${dorian.publicId}/erasure`)).status).toBe(409)
  await at('2026-12-08T09:00:00Z')
  await run()
  expect(await left(dorian)).toMatchObject({ sessions: 2, session_contents: 0, mentor_notes: 1, facilitator_notes: 1, plans: 1, consents: 0, withdrawals: 0 })
  expect((await (await visitAsParticipant(dorian)).get('/own/erasure')).text).toContain('Keep: A court order of 24 November.')
})

test('it closes to the team what is kept apart, for reading and writing, and not to the person; opened again with grounds, it is there as before', async () => {
  await at('2026-11-23T09:00:00Z')
  const [dorian, other] = [await someoneWhoStops(), await someoneWhoStops()]
  const seenBy = (first: 'Amira' | 'Mia' | 'Lena', person: Planned) => become(first, async (work) => [(await work.db.selectFrom('sessions').select('participant_id').execute()).length,
    (await work.db.selectFrom('session_contents').select('participant_id').execute()).length, (await work.db.selectFrom(first === 'Mia' ? 'mentor_notes' : 'facilitator_notes').select('participant_id').execute()).length], { about: person.publicId })
  expect([await seenBy('Amira', dorian), await seenBy('Mia', dorian), await seenBy('Lena', dorian)]).toEqual([[2, 2, 1], [1, 1, 1], [2, 0, 0]])
  await decided(dorian, Object.fromEntries(items.map((item) => [item, item === 'consents' ? 'keep' : 'restrict'])))
  expect([await seenBy('Amira', dorian), await seenBy('Mia', dorian), await seenBy('Lena', dorian)]).toEqual([[0, 0, 0], [0, 0, 0], [0, 0, 0]])
  expect(await seenBy('Amira', other)).toEqual([2, 2, 1])
  expect((await become('Amira', (work) => work.db.updateTable('sessions').set({ place: 'x' }).where('participant_id', '=', dorian.id).executeTakeFirst(), { about: dorian.publicId })).numUpdatedRows).toBe(0n)
  expect(await becomeParticipant(dorian.id, async (work) => (await work.db.selectFrom('session_contents').select('participant_id').execute()).length)).toBe(2)
  const [kai, mia, page] = [await visit('Kai'), await visit('Mia'), `/people/${dorian.publicId}/erasure`]
  const again = { item: 'sessions', decision: 'keep', grounds: 'The appeal court asks for them.' }
  const door = `${page}/${await requestOf(dorian)}/decisions`
  expect((await kai.get(page)).text).toContain('Open again what is kept apart')
  expect((await mia.send(door, again, page)).status).toBe(404)
  expect((await kai.send(door, again, page)).status).toBe(303)
  expect([await seenBy('Amira', dorian), await seenBy('Mia', dorian)]).toEqual([[2, 2, 0], [1, 1, 0]])
  expect((await (await visitAsParticipant(dorian)).get('/own/erasure')).text).toContain('The appeal court asks for them.')
})

test('it closes the referral that there was, and not the request with which somebody comes back', async () => {
  await at('2026-11-23T09:00:00Z')
  const tora = await aPlan()
  const unit = await unitId('Fjordvik prison')
  const referred = (id: number, receivedAt: string) => put('referrals', { id, public_id: `apart${id}`, receipt: `APAR-${id}`, unit_id: unit, participant_id: tora.id, state: 'received', source: 'self', referred_on: receivedAt.slice(0, 10), received_at: receivedAt, name: 'Tora', answer: 'yes' })
  const seen = () => become('Kai', async (work) => (await work.db.selectFrom('referrals').select(['id', 'participant_id']).execute()).map(({ id }) => id), { about: tora.publicId })
  await referred(990_501, '2026-11-02T09:00:00Z')
  expect(await seen()).toEqual([990_501])
  await becomeParticipant(tora.id, (work) => askErasure(work, tora.id, { cause: 'asked' }))
  await decided(tora, { referral: 'restrict' })
  expect(await seen()).toEqual([])
  await referred(990_502, '2026-11-24T09:00:00Z')
  expect(await seen()).toEqual([990_502])
})

test('it says in words that nothing new can be written down while the records of meetings are kept apart, and where they are opened again', async () => {
  await at('2026-11-23T09:00:00Z')
  const tora = await aPlan()
  const records = () => become('Amira', (work) => recordSession(work, { on: day('2026-11-23'), time: '09:00', minutes: 30, place: 'room B2', state: 'held', done: 'We talked.', note: 'Calm.' }), { about: tora.publicId })
  await becomeParticipant(tora.id, (work) => askErasure(work, tora.id, { cause: 'asked' }))
  const request = await requestOf(tora)
  const decides = (decision: 'restrict' | 'keep') => become('Kai', (work) => decideErasure(work, request, { item: 'sessions', decision, grounds: 'Asked for.' }), { about: tora.publicId })
  await decides('restrict')
  await expect(records()).rejects.toMatchObject({ code: 'session-kept-apart' })
  await at('2026-11-23T09:01:00Z')
  await decides('keep')
  await records()
  expect(await rows('sessions', tora)).toBe(1)
})

test('it keeps answers and a stop readable: they cannot be kept apart, and the coordinator is told why', async () => {
  await at('2026-11-23T09:00:00Z')
  const tora = await aPlan()
  await becomeParticipant(tora.id, (work) => askErasure(work, tora.id, { cause: 'asked' }))
  const page = `/people/${tora.publicId}/erasure`
  const sent = await (await visit('Kai')).send(`${page}/${await requestOf(tora)}/decisions`, { item: 'consents', decision: 'restrict', grounds: 'Evidence.' }, page)
  expect([sent.status, sent.text.includes('whoever works with them has to read it'), sent.text.includes('Evidence.')]).toEqual([409, true, true])
})

test('it erases nothing while a plan runs or a complaint waits for its answer', async () => {
  await at('2026-11-23T09:00:00Z')
  const [running, complaining] = [await someoneWhoStops(false), await someoneWhoStops()]
  for (const person of [running, complaining]) await decided(person)
  await becomeParticipant(complaining.id, (work) => raise(work, { kind: 'objection', subject: 'record', words: 'Not all of it.' }))
  await at('2026-12-08T09:00:00Z')
  await run()
  for (const person of [running, complaining]) expect(await left(person)).toMatchObject({ sessions: 2, mentor_notes: 1, plans: 1 })
})

test('it gives the caretaker no note to read and none to erase of which it was not decided', async () => {
  await at('2026-11-23T09:00:00Z')
  const dorian = await someoneWhoStops()
  await expect(act(caretaker(), (work) => work.db.selectFrom('mentor_notes').select('note').execute(), {})).rejects.toThrow('permission denied')
  await act(caretaker(), (work) => work.db.deleteFrom('mentor_notes').where('participant_id', '=', dorian.id).execute(), { does: 'erase' })
  for (const first of ['Kai', 'Mia'] as const) await expect(become(first, (work) => work.db.deleteFrom('mentor_notes').where('participant_id', '=', dorian.id).execute(), { about: dorian.publicId })).rejects.toThrow('permission denied')
  expect(await left(dorian)).toMatchObject({ mentor_notes: 1 })
})
