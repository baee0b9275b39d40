import { beforeAll, beforeEach, expect, test } from 'vitest'
import { becomeParticipant, become, colleagueId, instant, offerProgrammes, testHouse, testMoment } from '../../../database/testing/index.ts'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { assign } from '../../access/index.ts'
import { recordConsent, recordRelease, releasesOf, thePerson, withdraw } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { endPlan, makePlan } from '../../plans/index.ts'
import { movesDue } from '../moves/moves.desk.tsx'
import { checkRecalledOn } from './recall.ts'
import { recallsOf, reEntriesOf } from './recall.queries.ts'
import { answerRecall, noteRecall, recordRecall, reEnter } from './recall.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: { publicId: string }, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const refused = async (what: Promise<unknown>) => what.then(() => 'done', (fault: { code: string }) => fault.code)
const due = async (first: First, person: { publicId: string }) => (await by(first, person, movesDue)).map(({ says }) => says)
const recall = (person: Planned, wanted: { recalledOn?: string, ownWords?: string } = {}, first: First = 'Lena') => by(first, person, (work) => recordRecall(work, { recalledOn: day(wanted.recalledOn ?? '2026-12-10'), authority: 'Parole board', reason: 'Did not live where he was to live.', ownWords: wanted.ownWords }))

/** Released on the first of December, and it is the fifteenth. */
async function released(): Promise<Planned> {
  const jonas = await aPlan({ releaseOn: '2026-12-01' })
  await at('2026-12-15T09:00:00Z')
  return jonas
}

async function ended(ending: 'completed' | 'own wish' = 'completed'): Promise<Planned> {
  const jonas = await aPlan()
  await by('Amira', jonas, (work) => endPlan(work, jonas.planId, { endedOn: work.today, ending, revision: undefined }))
  return jonas
}

test('it takes back only whoever was let go, and on a day that has come', () => {
  const [today, releaseOn] = [day('2026-12-15'), day('2026-12-01')]
  expect(checkRecalledOn(day('2026-12-01'), { today, releaseOn })).toBe('2026-12-01')
  expect(() => checkRecalledOn(day('2026-12-16'), { today, releaseOn })).toThrow('recall-ahead')
  expect(() => checkRecalledOn(day('2026-11-30'), { today, releaseOn })).toThrow('recall-before-release')
  expect(() => checkRecalledOn(day('2026-12-10'), { today, releaseOn: null })).toThrow('recall-without-release')
})

test('it keeps the words of the authority and the person\'s beside them, and opens the day of release again; the one before stays', async () => {
  const jonas = await released()
  await recall(jonas, { ownWords: 'I had told the office that I moved.' })
  expect((await by('Amira', jonas, (work) => recallsOf(work, jonas.id)))[0]).toMatchObject({ recalledOn: '2026-12-10', releasedOn: '2026-12-01', authority: 'Parole board', reason: 'Did not live where he was to live.', answers: [{ words: 'I had told the office that I moved.', by: 'Lena Berg' }] })
  expect((await by('Amira', jonas, (work) => releasesOf(work, jonas.id))).map(({ release_on: on, reason }) => [on, reason])).toEqual([[null, 'Back in custody since 10 December 2026'], ['2026-12-01', 'judgment']])
  expect(await refused(recall(jonas))).toBe('recall-recorded')
  expect(await refused(recall(jonas, { recalledOn: '2026-12-12' }))).toBe('recall-without-release')
})

test('it leaves a restriction on contact and the agreed words where they are: a recall opens the day, and nothing else', async () => {
  const jonas = await aPlan()
  await by('Lena', jonas, (work) => recordRelease(work, { releaseOn: day('2026-12-01'), reason: 'Judgment', authority: 'Court', restrictions: 'Not near the harbour.', offenceWords: 'What happened in May.' }))
  await at('2026-12-15T09:00:00Z')
  await recall(jonas)
  expect((await by('Mia', jonas, (work) => releasesOf(work, jonas.id)))[0]).toMatchObject({ release_on: null, restrictions: 'Not near the harbour.', offence_words: 'What happened in May.' })
})

test('it takes back somebody who was outside when they came here: the day of that release is asked for, and everybody is told', async () => {
  const jonas = await aPlan()
  expect(await refused(by('Lena', jonas, (work) => recordRelease(work, { releaseOn: day('2026-03-01'), reason: 'Parole', authority: 'Board' })))).toBe('release-before-first-day')
  const back = (own: { recalledOn?: string, releasedOn?: string }) => by('Lena', jonas, (work) => recordRecall(work, { recalledOn: day(own.recalledOn ?? '2026-11-22'), authority: 'Parole board', reason: 'Moved.', ...(own.releasedOn && { releasedOn: day(own.releasedOn) }) }))
  expect(await refused(back({}))).toBe('recall-release-unknown')
  expect(await refused(back({ releasedOn: '2026-11-23' }))).toBe('recall-before-release')
  expect(await refused(back({ releasedOn: '2026-03-01' }))).toBe('done')
  expect((await by('Mia', jonas, (work) => recallsOf(work, jonas.id)))[0]).toMatchObject({ releasedOn: '2026-03-01', recalledOn: '2026-11-22' })
  for (const first of ['Kai', 'Amira', 'Mia'] as const) expect(await due(first, jonas), first).toEqual(['Back in custody'])
  await by('Kai', jonas, async (work) => noteRecall(work, (await recallsOf(work, jonas.id))[0]!.publicId))
  expect(await due('Kai', jonas)).toEqual([])
  await at('2026-12-01T09:00:00Z')
  expect(await refused(back({ recalledOn: '2026-11-30', releasedOn: '2026-03-01' }))).toBe('recall-without-release')
})

test('it is recorded by the case manager alone, also past the verb, and never ahead', async () => {
  const jonas = await released()
  for (const first of ['Kai', 'Amira', 'Mia'] as const) expect(await refused(recall(jonas, {}, first)), first).toBe('not-found')
  const written = (first: First, on: string) => by(first, jonas, async (work) => work.db.insertInto('recalls').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, recalled_on: day(on), authority: 'x', released_on: day('2026-12-01'), recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(written('Kai', '2026-12-10')).rejects.toThrow(/row-level security/)
  await expect(written('Lena', '2026-12-16')).rejects.toThrow(/row-level security/)
  expect(await refused(recall(jonas, { recalledOn: '2026-11-30' }))).toBe('recall-before-release')
  expect(await refused(recall(jonas, { recalledOn: '2026-12-16' }))).toBe('recall-ahead')
})

test('it tells the mentor that somebody is back in custody and not why; each says for themself that they know; the coordinator hears it from the changed day', async () => {
  const jonas = await released()
  await recall(jonas)
  const [seen] = await by('Mia', jonas, (work) => recallsOf(work, jonas.id))
  expect(seen).toMatchObject({ recalledOn: '2026-12-10', authority: 'Parole board', reason: null, answers: [] })
  expect([await due('Mia', jonas), await due('Lena', jonas), await due('Kai', jonas)]).toEqual([['Back in custody'], [], []])
  for (const _ of [1, 2]) await by('Mia', jonas, (work) => noteRecall(work, seen!.publicId))
  expect(await due('Mia', jonas)).toEqual([])
  const other = await aPlan()
  expect(await refused(by('Mia', other, (work) => noteRecall(work, seen!.publicId)))).toBe('not-found')
})

test('it lets the person say what they say of it, and nobody else in their place but the case manager', async () => {
  const [jonas, other] = [await released(), await aPlan()]
  await recall(jonas)
  const id = (await becomeParticipant(jonas.id, (work) => recallsOf(work, jonas.id)))[0]!.publicId
  await becomeParticipant(jonas.id, (work) => answerRecall(work, id, 'I was at work.'))
  expect(await refused(becomeParticipant(other.id, (work) => answerRecall(work, id, 'x')))).toBe('not-found')
  expect(await refused(by('Amira', jonas, (work) => answerRecall(work, id, 'x')))).toBe('not-found')
  await by('Lena', jonas, (work) => answerRecall(work, id, 'And I had said so.'))
  expect((await by('Noor', jonas, (work) => recallsOf(work, jonas.id)))[0]!.answers.map(({ words, by: writer }) => [words, writer])).toEqual([['I was at work.', null], ['And I had said so.', 'Lena Berg']])
  expect(await becomeParticipant(other.id, (work) => recallsOf(work, jonas.id))).toEqual([])
})

test('it writes nothing down of whoever has ended and is met no more', async () => {
  const jonas = await aPlan({ releaseOn: '2026-12-01' })
  await by('Amira', jonas, (work) => endPlan(work, jonas.planId, { endedOn: work.today, ending: 'completed', revision: undefined }))
  await at('2026-12-15T09:00:00Z')
  expect(await refused(recall(jonas))).toBe('recall-ended')
})

test('it takes somebody who had ended back in: they wait, their yes holds, the old plan stays history, and a new one can be made', async () => {
  const jonas = await ended()
  expect(await by('Kai', jonas, (work) => reEnter(work, 'Asked himself'))).toEqual({ needsYes: false })
  expect((await by('Kai', jonas, thePerson)).state).toBe('waiting')
  expect([await due('Mia', jonas), await due('Kai', jonas)]).toEqual([['Back in the programme'], []])
  expect(await refused(by('Kai', jonas, (work) => reEnter(work, 'Again')))).toBe('re-entry-takes-part')
  const plan = await by('Kai', jonas, (work) => makePlan(work, { programme: 'entre', beginsOn: work.today }))
  const plans = await by('Kai', jonas, (work) => work.db.selectFrom('plans').select(['participant_id', 'public_id', 'state']).where('participant_id', '=', jonas.id).orderBy('made_at').orderBy('id').execute())
  expect(plans.map(({ public_id: id, state }) => [id, state])).toEqual([[jonas.planId, 'ended'], [plan, 'running']])
})

test('it asks anew whoever had taken their yes back: no plan begins before that', async () => {
  const jonas = await ended('own wish')
  await by('Kai', jonas, (work) => withdraw(work, jonas.id, { purpose: 'programme', ownWords: 'Enough.' }))
  await at('2026-12-15T09:00:00Z')
  expect(await by('Amira', jonas, (work) => reEnter(work, 'Asked himself'))).toEqual({ needsYes: true })
  expect(await due('Kai', jonas)).toEqual(['Back in the programme', 'Ask them anew'])
  expect(await refused(by('Kai', jonas, (work) => makePlan(work, { programme: 'entre', beginsOn: work.today })))).toBe('plan-no-consent')
  await at('2026-12-16T09:00:00Z')
  await by('Kai', jonas, (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }))
  expect(await due('Kai', jonas)).toEqual(['Back in the programme'])
  expect(await refused(by('Kai', jonas, (work) => makePlan(work, { programme: 'entre', beginsOn: work.today })))).toBe('done')
})

test('it is the coordinator\'s and the facilitator\'s to take back in; who may not gets the answer of a stranger', async () => {
  const jonas = await ended()
  for (const first of ['Mia', 'Lena', 'Noor', 'Hedda'] as const) expect(await refused(by(first, jonas, (work) => reEnter(work, 'x'))), first).toBe('not-found')
  await expect(by('Lena', jonas, async (work) => work.db.insertInto('re_entries').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, reason: 'x', recorded_by: work.actor.id, recorded_at: work.now }).execute())).rejects.toThrow(/row-level security/)
  await by('Amira', jonas, (work) => reEnter(work, 'Asked herself'))
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Cleo'), participantId: jonas.id, role: 'circle_coordinator' }))
  expect((await by('Cleo', jonas, (work) => reEntriesOf(work, jonas.id)))[0]).toMatchObject({ reason: 'Asked herself', needsYes: null })
  expect((await becomeParticipant(jonas.id, (work) => reEntriesOf(work, jonas.id)))[0]).toMatchObject({ reason: 'Asked herself', endedOn: '2026-11-23', needsYes: false })
})

test('it tells the circle that somebody is back and, past the verbs too, nothing of what they had answered', async () => {
  const jonas = await ended('own wish')
  await by('Kai', jonas, (work) => withdraw(work, jonas.id, { purpose: 'programme', ownWords: 'Enough.' }))
  await at('2026-12-15T09:00:00Z')
  await by('Amira', jonas, (work) => reEnter(work, 'Asked himself'))
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Cleo'), participantId: jonas.id, role: 'circle_coordinator' }))
  const [row] = await by('Cleo', jonas, (work) => work.db.selectFrom('re_entries').selectAll().where('participant_id', '=', jonas.id).execute())
  expect(Object.keys(row!).sort()).toEqual(['ended_on', 'id', 'participant_id', 'public_id', 'reason', 'recorded_at', 'recorded_by'])
  expect((await by('Amira', jonas, (work) => reEntriesOf(work, jonas.id)))[0]).toMatchObject({ needsYes: true })
  await at('2026-12-16T09:00:00Z')
  await by('Kai', jonas, (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }))
  expect((await by('Amira', jonas, (work) => reEntriesOf(work, jonas.id)))[0]).toMatchObject({ needsYes: true })
})

test('it takes one of two recalls at the same moment', async () => {
  const jonas = await released()
  const both = await Promise.all([refused(recall(jonas)), refused(recall(jonas))])
  expect(both.sort()).toEqual(['done', 'recall-recorded'])
})
