import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, testHouse, visit, visitAsParticipant, type Doing } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day, instant } from '../platform/day.ts'
import { readerOf, reading } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { askErasure, carryOver, confirmLegalStatus, consentsDue, decideErasure, endLegalStatus, noteRelease, recordAdvice, recordConsent, recordLegalStatus, recordRelease } from './index.ts'
import { decisionsOf, erasuresOf } from './erasure.verbs.ts'
import { erasable } from './participant.ts'
import { adviceOf, releasesOf, statusesOf } from './participants.queries.ts'
import { sourceSaid } from './said.ts'

const today = day('2026-11-23')
type Person = { id: number, publicId: string }
const as = <T>(first: First, person: Person, run: (work: Work) => Promise<T>, doing: Doing = {}) => become(first, run, { about: person.publicId, ...doing })
const status = (work: Work, name: 'remand' | 'acquitted' | 'sentenced' | 'condition', says?: string) => recordLegalStatus(work, { status: name, fromOn: day('2026-10-01'), source: 'Letter', authority: 'Court', says })
const dueFor = (first: First, person: Person) => as(first, person, async (work) => (await consentsDue(work)).map(({ says }) => says))
const yes = { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: today } as const
const told = { status: 'remand', since: day('2026-11-01'), releaseOn: day('2027-03-01'), from: 'case-manager', name: 'Lena Berg' }

test('it carries over what a referral told, unconfirmed; it protects at once, and the case manager alone is asked to confirm it', async () => {
  const person = await aParticipant()
  await become('Kai', (work) => carryOver(work, person.id, told))
  const [kept] = await as('Amira', person, (work) => statusesOf(work, person.id))
  expect(kept).toMatchObject({ status: 'remand', as_told: true, source: 'Lena Berg', told_on: told.since, told_from: 'case-manager' })
  await expect(as('Lena', person, (work) => recordRelease(work, { reason: 'r', authority: 'a', offenceWords: 'A fight.' }))).rejects.toThrow('offence-locked')
  expect(await dueFor('Lena', person)).toEqual(expect.arrayContaining(['Confirm the legal status', 'Confirm the day of release']))
  expect((await dueFor('Amira', person)).join()).not.toContain('Confirm')
  const confirmation = { status: 'sentenced', fromOn: day('2026-11-02'), source: 'Judgment', authority: 'District court' } as const
  await expect(as('Kai', person, (work) => confirmLegalStatus(work, kept!.public_id, confirmation))).rejects.toThrow('not-found')
  await as('Lena', person, (work) => confirmLegalStatus(work, kept!.public_id, confirmation))
  await as('Lena', person, (work) => recordRelease(work, { releaseOn: told.releaseOn, reason: 'Judgment', authority: 'Court' }))
  expect(await dueFor('Lena', person)).toEqual([])
  await expect(as('Lena', person, (work) => confirmLegalStatus(work, kept!.public_id, confirmation))).rejects.toThrow('not-found')
})

test('it lets the database change of a status only its confirmation and its end, each once, by who says so and when they do', async () => {
  const person = await aParticipant()
  await become('Kai', (work) => carryOver(work, person.id, told))
  await as('Lena', person, (work) => status(work, 'sentenced'))
  const [asTold, own] = await as('Lena', person, async (work) => {
    const all = await statusesOf(work, person.id)
    return [all.find((one) => one.as_told)!, all.find((one) => !one.as_told)!]
  })
  const set = (id: number, to: object, first: First = 'Lena') => as(first, person, async (work) => (await work.db.updateTable('legal_statuses').set(to).where('id', '=', id).executeTakeFirst()).numUpdatedRows)
  const [now, earlier, lena, amira] = [instant('2026-11-23T09:00:00Z'), instant('2026-11-01T09:00:00Z'), own!.recorded_by, await colleagueId('Amira')]
  for (const to of [{ participant_id: person.id }, { public_id: 'another' }, { told_on: today }, { told_from: 'court' }]) await expect(set(own!.id, to), JSON.stringify(to)).rejects.toThrow('permission denied')
  for (const to of [{ status: 'remand' }, { from_on: day('2026-01-01') }, { recorded_by: amira }, { recorded_at: earlier }, { ended_at: now }, { until_on: day('2026-11-20') }, { until_on: day('2026-11-20'), ended_at: earlier }, { as_told: true }]) {
    await expect(set(own!.id, to), JSON.stringify(to)).rejects.toThrow('row-level security')
  }
  for (const to of [{ as_told: false }, { as_told: false, recorded_by: amira, recorded_at: now }, { as_told: false, recorded_by: lena, recorded_at: earlier }, { status: 'sentenced' }]) {
    await expect(set(asTold!.id, to), JSON.stringify(to)).rejects.toThrow('row-level security')
  }
  expect(await set(own!.id, { until_on: day('2026-11-20'), ended_at: now }, 'Amira')).toBe(0n)
  // Whoever may not write it is told nothing by the question that the law asks, neither whether there is such a status.
  const goesOn = (first: First, by: number, to: object) => as(first, person, async (work) => (await sql<{ says: boolean }>`select legal_status_goes_on(jsonb_populate_record(null::legal_statuses, ${JSON.stringify({ recorded_by: by, recorded_at: now, ...to })}::jsonb)) as says`.execute(work.db)).rows[0]?.says)
  const confirms = { id: asTold!.id, as_told: false }
  expect([await goesOn('Lena', lena, confirms), await goesOn('Amira', amira, confirms), await goesOn('Lena', lena, { ...confirms, id: 1 })]).toEqual([true, false, false])
  expect([await set(own!.id, { until_on: day('2026-11-20'), ended_at: now }), await set(asTold!.id, { status: 'sentenced', as_told: false, recorded_by: lena, recorded_at: now })]).toEqual([1n, 1n])
  // What is over is not ended anew.
  await expect(set(own!.id, { until_on: day('2027-11-20'), ended_at: now })).rejects.toThrow('row-level security')
})

test('it lets the database take a decision about erasing from the coordinator of the team alone, and says of none that it was carried out', async () => {
  const person = await aParticipant()
  await as('Amira', person, (work) => askErasure(work, person.id, { cause: 'asked' }))
  const [request] = await as('Kai', person, (work) => erasuresOf(work, person.id))
  const decide = (first: First, more: object = {}) => as(first, person, async (work) => work.db.insertInto('erasure_decisions').values({
    id: await work.newId(), public_id: work.newPublicId(), request_id: request!.id, item: 'notes', decision: 'erase', grounds: 'Asked for.', decided_by: work.actor.id, decided_at: work.now, ...more }).execute())
  const answer = (first: First, to: object = {}) => as(first, person, async (work) => (await work.db.updateTable('erasure_requests').set({ answered_at: work.now, erase_on: day('2026-12-07'), ...to }).where('id', '=', request!.id).executeTakeFirst()).numUpdatedRows)
  for (const first of ['Amira', 'Lena', 'Mia'] as const) {
    await expect(decide(first), first).rejects.toThrow('row-level security')
    expect([first, await answer(first)]).toEqual([first, 0n])
  }
  for (const wrong of [{ decided_at: instant('2026-11-01T09:00:00Z') }, { carried_out_at: instant('2026-11-23T09:00:00Z') }]) await expect(decide('Kai', wrong), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  for (const wrong of [{ answered_at: instant('2026-11-01T09:00:00Z') }, { erase_on: today }]) await expect(answer('Kai', wrong), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  await decide('Kai')
  expect([await answer('Kai'), await answer('Kai')]).toEqual([1n, 0n])
})

test('it says who told in the language of whoever reads, a source by its code, and what is confirmed as it was written', () => {
  const [asTold, confirmed] = [{ as_told: true, told_on: day('2026-11-01'), told_from: 'court' }, { as_told: false, told_on: day('2026-11-01'), told_from: 'court' }]
  const inWords = (language: string, name: string) => reading(readerOf(language, 'UTC'), () => sourceSaid(asTold, name))
  expect(inWords('en', 'Lena Berg')).toBe('The referral of 1 November 2026, as told by: Lena Berg')
  expect(inWords('da', '')).toBe('Henvisningen af 1. november 2026, som fortalt af: retten')
  expect(inWords('ar', '')).toContain('المحكمة')
  expect(sourceSaid(confirmed, 'Judgment')).toBe('Judgment')
})

test('it carries over by nobody but the coordinator of the unit, and never over what is recorded', async () => {
  const person = await aParticipant()
  for (const first of ['Mia', 'Lena'] as const) await become(first, (work) => carryOver(work, person.id, told))
  expect(await as('Lena', person, (work) => statusesOf(work, person.id))).toEqual([])
  await as('Lena', person, (work) => status(work, 'sentenced'))
  await become('Kai', (work) => carryOver(work, person.id, told))
  expect((await as('Lena', person, (work) => statusesOf(work, person.id))).map((one) => one.status)).toEqual(['sentenced'])
  const forged = as('Kai', person, async (work) => work.db.insertInto('legal_statuses').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, status: 'released',
    from_on: today, source: 's', authority: 'a', recorded_by: work.actor.id, recorded_at: work.now, as_told: true }).execute())
  await expect(forged).rejects.toThrow('row-level security')
})

test('it tells everybody on the team who reads the day of release that it has changed, until each has noted it, and not whoever recorded it', async () => {
  const person = await aParticipant()
  const record = (on: string) => as('Lena', person, (work) => recordRelease(work, { releaseOn: day(on), reason: 'Judgment', authority: 'Court' }))
  const changed = 'The release date changed'
  await record('2027-06-01')
  expect(await dueFor('Kai', person)).not.toContain(changed)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T09:05:00Z')
  await record('2027-01-15')
  expect([await dueFor('Kai', person), await dueFor('Amira', person), await dueFor('Mia', person), await dueFor('Lena', person)].map((due) => due.includes(changed))).toEqual([true, true, true, false])
  for (const _ of [1, 2]) await as('Kai', person, noteRelease)
  expect([await dueFor('Kai', person), await dueFor('Amira', person)].map((due) => due.includes(changed))).toEqual([false, true])
  clock.now = instant('2026-11-23T09:10:00Z')
  await record('2027-02-15')
  expect(await dueFor('Kai', person)).toContain(changed)
  expect((await as('Mia', person, (work) => releasesOf(work, person.id))).map(({ release_on }) => release_on)).toEqual(['2027-02-15', '2027-01-15', '2027-06-01'])
  clock.now = instant('2026-11-23T09:00:00Z')
})

test('it tells of a changed day also where it was confirmed since, with the day before the change', async () => {
  const person = await aParticipant()
  const { clock } = await testHouse()
  const record = (on: string, restrictions: string) => as('Lena', person, (work) => recordRelease(work, { releaseOn: day(on), reason: 'Judgment', authority: 'Court', restrictions }))
  for (const [minute, on, restrictions] of [['00', '2027-06-01', ''], ['05', '2027-01-15', ''], ['10', '2027-01-15', 'Not near the harbour.']] as const) {
    clock.now = instant(`2026-11-23T09:${minute}:00Z`)
    await record(on, restrictions)
  }
  expect(await dueFor('Amira', person)).toContain('The release date changed')
  expect((await (await visit('Amira')).get(`/people/${person.publicId}/release`)).text).toContain('Before: 1 June 2027. Now: 15 January 2027.')
  expect((await (await visitAsParticipant(person)).get('/own/release')).text).toContain('Before: 1 June 2027. Now: 15 January 2027.')
  await as('Amira', person, noteRelease)
  clock.now = instant('2026-11-23T09:15:00Z')
  await record('2027-01-15', 'Not near the harbour, nor the school.')
  expect(await dueFor('Amira', person)).not.toContain('The release date changed')
  clock.now = instant('2026-11-23T09:00:00Z')
})

test('it moves no end that has come, from a second window, and lets one that lies ahead come sooner', async () => {
  const person = await aParticipant()
  const end = (id: string, on: string) => as('Lena', person, (work) => endLegalStatus(work, id, day(on)))
  await as('Lena', person, (work) => recordLegalStatus(work, { status: 'remand', fromOn: day('2026-10-01'), untilOn: day('2027-01-31'), source: 'Letter', authority: 'Court' }))
  const id = (await as('Lena', person, (work) => statusesOf(work, person.id)))[0]!.public_id
  await end(id, '2026-11-20')
  await expect(end(id, '2026-11-22')).rejects.toThrow('status-ended-already')
  expect((await as('Lena', person, (work) => statusesOf(work, person.id)))[0]!.until_on).toBe('2026-11-20')
})

test('it asks anew for a yes when guilt is no longer open', async () => {
  const person = await aParticipant()
  await as('Lena', person, (work) => status(work, 'remand'))
  await as('Lena', person, async (work) => endLegalStatus(work, (await statusesOf(work, person.id))[0]!.public_id, day('2026-11-20')))
  expect(await dueFor('Amira', person)).toContain('Ask anew about taking part')
  expect(await dueFor('Mia', person)).not.toContain('Ask anew about taking part')
  await as('Amira', person, (work) => recordConsent(work, person.id, yes))
  expect(await dueFor('Amira', person)).not.toContain('Ask anew about taking part')
})

test('it begins closing and erasing with an acquittal, for the coordinator to answer item by item within a month', async () => {
  const person = await aParticipant()
  await as('Lena', person, (work) => status(work, 'acquitted'))
  expect(await dueFor('Kai', person)).toEqual(expect.arrayContaining(['Acquitted: end the work', 'Answer the request for erasure']))
  const [request] = await as('Kai', person, (work) => erasuresOf(work, person.id))
  expect(request).toMatchObject({ cause: 'acquitted', answer_by: '2026-12-23', answered_at: null })
  const decision = { decision: 'erase', grounds: 'Nothing asks for it any more.' } as const
  for (const first of ['Lena', 'Amira'] as const) await expect(as(first, person, (work) => decideErasure(work, request!.public_id, { item: 'notes', ...decision }))).rejects.toThrow('not-found')
  for (const item of erasable) await as('Kai', person, (work) => decideErasure(work, request!.public_id, { item, ...decision }))
  await expect(as('Kai', person, (work) => decideErasure(work, request!.public_id, { item: 'notes', ...decision }))).rejects.toThrow('erasure-answered-already')
  expect(await dueFor('Kai', person)).not.toContain('Answer the request for erasure')
  expect(await becomeParticipant(person.id, (work) => decisionsOf(work, request!.id))).toHaveLength(erasable.length)
})

test('it takes a request for erasure from the person and from anybody of the team, once while it is open, and from nobody else', async () => {
  const [one, other] = [await aParticipant(), await aParticipant()]
  await becomeParticipant(one.id, (work) => askErasure(work, one.id, { cause: 'asked', ownWords: 'All of it.' }))
  await expect(as('Mia', one, (work) => askErasure(work, one.id, { cause: 'asked' }))).rejects.toThrow('erasure-asked-already')
  await as('Mia', other, (work) => askErasure(work, other.id, { cause: 'asked' }))
  await expect(as('Petra', other, (work) => askErasure(work, other.id, { cause: 'asked' }))).rejects.toThrow('not-found')
})

test('it keeps of legal advice whether it was taken and what is left out, for whoever reads the legal status', async () => {
  const person = await aParticipant()
  await as('Lena', person, (work) => recordAdvice(work, { advice: 'taken', leftOut: 'the offence', advisedOn: today }))
  expect(await as('Amira', person, (work) => adviceOf(work, person.id))).toMatchObject([{ state: 'taken', what_is_left_out: 'the offence' }])
  expect(await as('Mia', person, (work) => adviceOf(work, person.id))).toEqual([])
  await expect(as('Amira', person, (work) => recordAdvice(work, { advice: 'pending', advisedOn: today }))).rejects.toThrow('not-found')
  await expect(as('Lena', person, (work) => recordAdvice(work, { advice: 'pending', advisedOn: day('2026-11-24') }))).rejects.toThrow('answer-day-ahead')
  await as('Lena', person, (work) => status(work, 'sentenced'))
  const amira = await visit('Amira')
  expect((await amira.get(`/people/${person.publicId}/sessions/new`)).text).toContain('Left out: the offence')
})

test('it asks of a condition what it says', async () => {
  const person = await aParticipant()
  await expect(as('Lena', person, (work) => status(work, 'condition'))).rejects.toThrow('condition-says-nothing')
  await as('Lena', person, (work) => status(work, 'condition', 'Lives at his sister\'s.'))
})
