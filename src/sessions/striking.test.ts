import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, connectedAs, offerProgrammes, visit } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { openBy } from '../../database/testing/scopes.ts'
import { appoint, assign } from '../access/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan, openPlan } from '../plans/index.ts'
import type { RecordSession } from './session.ts'
import { lastSessions, notesOf, strikesOf, unitsOf } from './sessions.queries.ts'
import { planSession, recordSession } from './sessions.verbs.ts'
import { strikeSession } from './mending.verbs.ts'

beforeAll(offerProgrammes)

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'He spoke of his sister Runa.', ownWords: 'She rings again.', note: 'Calm today.' }

async function someone(team: Parameters<typeof aParticipant>[0] = { team: ['Kai', 'Amira', 'Mia', 'Lena', 'Noor'] }) {
  const person = await aParticipant(team)
  const about = { about: person.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  return { ...person, about }
}

const record = (first: 'Amira' | 'Mia', person: { about: { about: string } }, sent = held) => become(first, (work) => recordSession(work, sent), { ...person.about, does: 'collect', shows: 'session_content' })
const asReadBy = (first: 'Amira' | 'Mia' | 'Noor' | 'Lena' | 'Kai', person: { id: number, about: { about: string } }) =>
  become(first, async (work) => ({ sessions: (await lastSessions(work, person.id, 5)).map(({ done }) => done), struck: (await strikesOf(work, person.id)).length }), person.about)

test('it strikes a record in one person\'s file and writes it in the right one, in the same moment', async () => {
  const [wrong, right] = [await someone(), await someone()]
  const id = await record('Amira', wrong)
  const { movedTo } = await become('Amira', (work) => strikeSession(work, id, { reason: 'The other of my two.', moveTo: right.publicId }))
  expect(await asReadBy('Noor', wrong)).toEqual({ sessions: [], struck: 1 })
  expect(await asReadBy('Noor', right)).toEqual({ sessions: ['He spoke of his sister Runa.'], struck: 0 })
  const [there] = await become('Amira', (work) => lastSessions(work, right.id, 5), right.about)
  expect([there?.public_id, there?.from_elsewhere]).toEqual([movedTo?.session, true])
  expect((await become('Amira', (work) => notesOf(work, there!.id), right.about)).map(({ note }) => note)).toEqual(['Calm today.'])
})

test('it says in the log of nobody else whom the writer meets that something of theirs was read or changed', async () => {
  const [wrong, right, other] = [await someone(), await someone(), await aParticipant({ team: ['Kai', 'Amira'] })]
  const id = await record('Amira', wrong)
  await (await visit('Amira')).get(`/sessions/${id}/striking`)
  await become('Amira', (work) => strikeSession(work, id, { reason: 'The other of my two.', moveTo: right.publicId }), { does: 'alter', shows: 'session_content' })
  const { rows } = await (await asSuperuser()).query(`select distinct operation, record from access_log where $1 = any (participant_ids) and actor_name = 'Amira Haddad'`, [other.id])
  expect(rows).toEqual([{ operation: 'consult', record: 'identity_name' }])
})

test('it leaves both files as they were when the right person cannot have it', async () => {
  const [wrong, right] = [await someone(), await aParticipant({ team: ['Kai', 'Amira'] })]
  const id = await record('Amira', wrong)
  await expect(become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file', moveTo: right.publicId }))).rejects.toThrow('session-before-the-plan')
  expect(await asReadBy('Noor', wrong)).toEqual({ sessions: ['He spoke of his sister Runa.'], struck: 0 })
})

test('it says at the choice of the person what stands in the way there, keeps the reason, and strikes nothing', async () => {
  const [wrong, right, unplanned] = [await someone(), await someone(), await aParticipant({ team: ['Kai', 'Amira'] })]
  const id = await record('Amira', wrong)
  await record('Amira', right, { ...held, done: 'The other meeting.' })
  const amira = await visit('Amira')
  const tried = async (moveTo: string) => (await amira.send(`/sessions/${id}/striking`, { reason: 'The other of my two.', moveTo }))
  const [taken, none] = [await tried(right.publicId), await tried(unplanned.publicId)]
  expect([taken.status, none.status]).toEqual([409, 409])
  expect(taken.text).toContain('<a class="ds-link" href="#field-moveTo">In their record a session at this very minute stands already.')
  for (const { text } of [taken, none]) expect(text).toMatch(/href="#field-moveTo"[\s\S]*The other of my two\.<\/textarea>/)
  expect([await asReadBy('Noor', wrong), await asReadBy('Noor', right)]).toEqual([{ sessions: ['He spoke of his sister Runa.'], struck: 0 }, { sessions: ['The other meeting.'], struck: 0 }])
})

test('where nobody is left to choose, it says what stands in the way and leads to no field that is not there', async () => {
  await become('Ravi', async (work) => appoint(work, { colleagueId: await colleagueId('Otto'), role: 'facilitator' }))
  const [wrong, stranger] = [await someone(), await someone()]
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Otto'), participantId: wrong.id, role: 'facilitator' }), wrong.about)
  const id = await become('Otto', (work) => recordSession(work, held), { ...wrong.about, does: 'collect', shows: 'session_content' })
  const again = await (await visit('Otto')).send(`/sessions/${id}/striking`, { reason: 'The other of my two.', moveTo: stranger.publicId })
  expect([again.status, again.text.includes('id="field-moveTo"'), again.text.includes('#field-moveTo'), again.text.includes('The other of my two.</textarea>')]).toEqual([422, false, false, true])
  expect(again.text).toMatch(/class="ds-error-summary"/)
})

test('it moves nothing to somebody whom the writer does not meet, and lets nobody strike but the writer', async () => {
  const [wrong, stranger] = [await someone(), await someone({ team: ['Kai'] })]
  const id = await record('Amira', wrong)
  await expect(become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file', moveTo: stranger.publicId }))).rejects.toThrow('session-moves-nowhere')
  await expect(become('Noor', (work) => strikeSession(work, id, { reason: 'Not mine' }))).rejects.toThrow('session-not-yours')
  await expect(become('Mia', (work) => strikeSession(work, id, { reason: 'Not mine' }))).rejects.toThrow('not-found')
  await become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file' }))
  await expect(become('Amira', (work) => strikeSession(work, id, { reason: 'Again' }))).rejects.toThrow('session-struck-already')
})

test('it calls a planned session off instead of striking it', async () => {
  const wrong = await someone()
  const id = await become('Amira', (work) => planSession(work, { ...held, on: day('2026-11-24') }), wrong.about)
  await expect(become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file' }))).rejects.toThrow('session-not-recorded-yet')
})

test('it keeps the struck text for its writer and a rights request: the person and the team see that something was struck, and no word of it', async () => {
  const wrong = await someone()
  const id = await record('Amira', wrong)
  await become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file' }))
  const rows = (first: 'Amira' | 'Noor' | 'Kai' | 'Lena') => become(first, async (work) => [
    (await work.db.selectFrom('sessions').select(['place', 'participant_id']).where('participant_id', '=', wrong.id).execute()).length,
    (await work.db.selectFrom('session_contents').select('participant_id').where('participant_id', '=', wrong.id).execute()).length,
    (await work.db.selectFrom('facilitator_notes').select('participant_id').where('participant_id', '=', wrong.id).execute()).length], wrong.about)
  expect([await rows('Amira'), await rows('Noor'), await rows('Kai'), await rows('Lena')]).toEqual([[1, 1, 1], [0, 0, 0], [0, 0, 0], [0, 0, 0]])
  const own = await becomeParticipant(wrong.id, async (work) => ({ sessions: await lastSessions(work, wrong.id, 5), struck: (await strikesOf(work, wrong.id)).length }))
  expect(own).toEqual({ sessions: [], struck: 1 })
  await openRequest('Rune', wrong)
  const officer = await become('Rune', async (work) => (await work.db.selectFrom('facilitator_notes').select(['note', 'participant_id']).where('participant_id', '=', wrong.id).execute()).map(({ note }) => note), { ...wrong.about, shape: 'oversight' })
  expect(officer).toEqual(['Calm today.'])
})

test('it tells whoever had opened it, as the log says, to set it aside, and not whose it was', async () => {
  const [wrong, right] = [await someone(), await someone()]
  const amira = await visit('Amira')
  const saved = (await amira.send(`/people/${wrong.publicId}/sessions/new`, { ...sentHeld })).location!
  const [noor, lena, kai] = [await visit('Noor'), await visit('Lena'), await visit('Kai')]
  await noor.get(saved)
  await lena.get(`/people/${wrong.publicId}/sessions`)
  await kai.get('/people')
  const struck = await amira.send(`/sessions/${saved.split('/').at(-1)}/striking`, { reason: 'Wrong file', moveTo: right.publicId })
  expect(struck.location).toContain(right.publicId)
  expect((await amira.get(struck.location!)).text).toContain('1 colleague had opened it and is told.')
  const day_ = (await noor.get('/')).text
  expect(day_).toContain('Set aside what you read')
  expect((await lena.get('/')).text).not.toContain('Set aside what you read')
  const notice = /\/set-aside\/\w+/.exec(day_)![0]
  const told = (await noor.get(notice)).text
  expect(told).toContain('Amira')
  expect([told.includes(right.publicId), told.includes('Runa')]).toEqual([false, false])
  expect((await lena.get(notice)).status).toBe(404)
  expect((await noor.send(notice)).location).toBe('/')
  expect((await noor.get('/')).text).not.toContain('Set aside what you read')
})

test('it lets the database strike for nobody but the writer', async () => {
  const wrong = await someone()
  await record('Mia', wrong)
  const [hers] = await become('Mia', (work) => lastSessions(work, wrong.id, 1), wrong.about)
  const byAmira = become('Amira', (work) => work.db.insertInto('session_strikes').values({
    id: 1, public_id: 'forged', session_id: hers!.id, participant_id: wrong.id, author_id: work.actor.id, saved_at: work.now, struck_at: work.now }).execute(), wrong.about)
  await expect(byAmira).rejects.toThrow('row-level security')
  const state = become('Amira', (work) => work.db.updateTable('sessions').set({ state: 'struck', struck_why: 'Not mine' }).where('id', '=', hers!.id).execute(), wrong.about)
  expect((await state)[0]!.numUpdatedRows).toBe(0n)
})

test('it moves what was done to the right person also where their plan has other units: the words go along, and the units that are theirs', async () => {
  const [wrong, right] = [await someone(), await someone()]
  for (const [person, unit] of [[wrong, 'relations'], [wrong, 'housing'], [right, 'housing']] as const) {
    const plan = (await become('Kai', (work) => openPlan(work, person.id), person.about))!
    await put('plan_units', { id: await freshId(), public_id: `unit-${person.id}-${unit}`, participant_id: person.id, plan_id: plan.id, unit_id: unit, about_the_offence: false, position: 1, reason: 'from the formulation', chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-20T09:00:00Z' })
  }
  const id = await record('Amira', wrong, { ...held, units: ['relations', 'housing'] })
  await become('Amira', (work) => strikeSession(work, id, { reason: 'The other of my two.', moveTo: right.publicId }))
  expect((await asReadBy('Noor', right)).sessions).toEqual(['He spoke of his sister Runa.'])
  expect(await become('Amira', async (work) => (await unitsOf(work, (await lastSessions(work, right.id, 1))[0]!.id)).map(({ unit_id }) => unit_id), right.about)).toEqual(['housing'])
})

test('it answers nobody who asks the log through it: only striking asks, and only about what one struck', async () => {
  const wrong = await someone()
  const id = await record('Amira', wrong)
  await become('Amira', (work) => strikeSession(work, id, { reason: 'Wrong file' }))
  const casework = await connectedAs('superuser')
  const { rows } = await casework.query<{ may: boolean }>(`select has_function_privilege('waymark_test_casework', 'colleagues_who_opened(int, text, int, timestamptz, text[])', 'execute') as may`)
  await casework.end()
  expect(rows).toEqual([{ may: false }])
})

const sentHeld = { on: '2026-11-23', time: '09:00', minutes: '60', place: 'room B2', state: 'held', done: 'He spoke of his sister Runa.', note: 'Calm today.' }

async function openRequest(first: 'Rune', { id, publicId }: { id: number, publicId: string }): Promise<void> {
  const colleague = await colleagueId(first)
  await openBy('request', { colleagueId: colleague, role: 'rights_officer', record: 'facilitator_note', person: { id, publicId, unitId: 0 }, workerId: colleague })
}
