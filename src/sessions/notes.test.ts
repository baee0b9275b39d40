import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, offerProgrammes } from '../../database/testing/index.ts'
import { recordConsent } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'
import { addToNote, keepNote, myNote, noteRevision, strikeSession } from './mending.verbs.ts'
import type { RecordSession } from './session.ts'
import { lastSessions, myLooseEnds, notesOf } from './sessions.queries.ts'
import { recordSession } from './sessions.verbs.ts'

beforeAll(offerProgrammes)

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: '', state: 'held', done: 'We looked for a flat.' }

async function someoneMetBy(first: 'Amira' | 'Mia', sent: Partial<RecordSession> = {}) {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Noor'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  return { ...jonas, about, session: await become(first, (work) => recordSession(work, { ...held, ...sent }), about) }
}

type Met = Awaited<ReturnType<typeof someoneMetBy>>

const read = (first: 'Amira' | 'Mia' | 'Noor' | 'Kai', jonas: Met) => become(first, async (work) => {
  const [session] = await lastSessions(work, jonas.id, 1)
  return session ? (await notesOf(work, session.id)).map(({ note }) => note) : []
}, jonas.about)
const byJonas = (jonas: Met) => becomeParticipant(jonas.id, async (work) => (await notesOf(work, (await lastSessions(work, jonas.id, 1))[0]!.id)).map(({ note }) => note))

test('it shows a draft to its writer alone, and once it is signed to whom it is for', async () => {
  const jonas = await someoneMetBy('Amira', { note: 'Half a thought', isDraft: true })
  expect([await read('Amira', jonas), await byJonas(jonas), await read('Noor', jonas)]).toEqual([['Half a thought'], [], []])
  await become('Amira', (work) => keepNote(work, jonas.session, { note: 'A whole thought', isDraft: false }), jonas.about)
  expect([await read('Amira', jonas), await byJonas(jonas), await read('Noor', jonas)]).toEqual([['A whole thought'], ['A whole thought'], []])
})

test('it shows a mentor\'s draft to nobody, the person included', async () => {
  const jonas = await someoneMetBy('Mia', { note: 'Half a thought', isDraft: true })
  expect([await read('Mia', jonas), await byJonas(jonas), await read('Amira', jonas)]).toEqual([['Half a thought'], [], []])
})

test('it fixes a note when it is signed, by the verb and by the database, and takes dated additions', async () => {
  const jonas = await someoneMetBy('Amira', { note: 'Calm today.' })
  await expect(become('Amira', (work) => keepNote(work, jonas.session, { note: 'Other words', isDraft: false }), jonas.about)).rejects.toThrow('note-signed-already')
  const rewritten = await become('Amira', (work) => work.db.updateTable('facilitator_notes').set({ note: 'Other words' }).where('participant_id', '=', jonas.id).executeTakeFirst(), jonas.about)
  expect(rewritten.numUpdatedRows).toBe(0n)
  await become('Amira', (work) => addToNote(work, jonas.session, 'He rang afterwards.'), jonas.about)
  expect(await read('Amira', jonas)).toEqual(['Calm today.', 'He rang afterwards.'])
})

test('it adds to no draft, and to nobody else\'s note', async () => {
  const jonas = await someoneMetBy('Amira', { note: 'Half a thought', isDraft: true })
  await expect(become('Amira', (work) => addToNote(work, jonas.session, 'More'), jonas.about)).rejects.toThrow('note-not-signed')
  await expect(become('Mia', (work) => addToNote(work, jonas.session, 'More'), jonas.about)).rejects.toThrow('not-found')
  await expect(become('Noor', (work) => keepNote(work, jonas.session, { note: 'More', isDraft: false }), jonas.about)).rejects.toThrow('session-not-yours')
})

test('it reminds the writer of a draft, and nobody else, until it is signed', async () => {
  const jonas = await someoneMetBy('Amira', { note: 'Half a thought', isDraft: true })
  const loose = (first: 'Amira' | 'Mia') => become(first, async (work) => (await myLooseEnds(work)).map(({ kind }) => kind), jonas.about)
  expect([await loose('Amira'), await loose('Mia')]).toEqual([['draft'], []])
  await become('Amira', (work) => keepNote(work, jonas.session, { note: 'A whole thought', isDraft: false }), jonas.about)
  expect(await loose('Amira')).toEqual([])
})

test('it overwrites nothing that another window has saved meanwhile, and begins one note, not two', async () => {
  const jonas = await someoneMetBy('Amira')
  const keep = (note: string, shown: number, isDraft = true) => become('Amira', (work) => keepNote(work, jonas.session, { note, isDraft }, shown), jonas.about)
  const both = await Promise.allSettled([keep('From one window', 0), keep('From the other', 0)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [kept, ...more] = await read('Amira', jonas)
  expect([more, ['From one window', 'From the other'].includes(kept!)]).toEqual([[], true])
  await expect(keep('An old window', 0)).rejects.toThrow('note-changed-meanwhile')
  expect(await read('Amira', jonas)).toEqual([kept])
  const shown = await become('Amira', async (work) => noteRevision(myNote(await notesOf(work, (await lastSessions(work, jonas.id, 1))[0]!.id), work.actor.id)), jonas.about)
  await keep('Gone on with', shown, false)
  expect(await read('Amira', jonas)).toEqual(['Gone on with'])
})

test('it adds nothing to what is struck', async () => {
  const jonas = await someoneMetBy('Amira', { note: 'Calm today.' })
  await become('Amira', (work) => strikeSession(work, jonas.session, { reason: 'Somebody else.' }))
  await expect(become('Amira', (work) => addToNote(work, jonas.session, 'More'), jonas.about)).rejects.toThrow('session-struck-already')
})

test('it lets a facilitator write a note on a missed session later', async () => {
  const jonas = await someoneMetBy('Amira', { state: 'missed', cause: 'lockdown', done: undefined })
  await become('Amira', (work) => keepNote(work, jonas.session, { note: 'I rang the wing.', isDraft: false }), jonas.about)
  expect(await read('Amira', jonas)).toEqual(['I rang the wing.'])
})
