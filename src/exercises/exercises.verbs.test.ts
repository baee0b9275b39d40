import { beforeAll, expect, test } from 'vitest'
import type { First } from '../../database/seeds/cast.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { decideUnits } from '../plans/index.ts'
import { pausePerson, recordConsent, recordLegalStatus, withdraw } from '../participants/index.ts'
import { entriesOn, sheetsOf } from './exercises.queries.ts'
import { beginExercise, goOnWithExercise, strikeExercise, theSheet, toolsOnOffer } from './exercises.verbs.ts'

beforeAll(offerProgrammes)

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect', shows: 'session_content' })
const problem = { tool: 'problem_solving', madeOn: day('2026-11-23'), entries: [{ part: 'problem', words: 'The evenings on the wing.' }, { part: 'ways', words: 'Ask for the workshop', weight: 7 }] } as const
const act = { tool: 'functional_analysis', madeOn: day('2026-11-23'), entries: [{ part: 'situation', words: 'At the station.' }] } as const
const map = { tool: 'identity_map', madeOn: day('2026-11-23'), entries: [{ part: 'before', words: 'the Saturday lot', weight: 1 }, { part: 'now', words: 'my sister', weight: 1 }] } as const
const seenBy = (first: First, plan: Planned) => as(first, plan, async (work) => (await sheetsOf(work, plan.id)).map(({ kind }) => kind))

test('it begins a sheet with its facilitator, and those read it who read what was done; the coordinator and the case manager find nothing', async () => {
  const tora = await aPlan()
  const sheet = await as('Amira', tora, (work) => beginExercise(work, problem))
  expect(await as('Noor', tora, async (work) => (await entriesOn(work, await theSheet(work, sheet))).map(({ words }) => words))).toEqual(['The evenings on the wing.', 'Ask for the workshop'])
  expect([await seenBy('Noor', tora), await seenBy('Mia', tora), await seenBy('Kai', tora), await seenBy('Lena', tora)]).toEqual([['problem_solving'], [], [], []])
  expect(await becomeParticipant(tora.id, async (work) => (await sheetsOf(work, tora.id)).length, { about: tora.publicId })).toBe(1)
  await expect(as('Kai', tora, (work) => beginExercise(work, problem))).rejects.toThrow('not-found')
  await expect(as('Noor', tora, (work) => beginExercise(work, problem))).rejects.toThrow('not-found')
})

test('it keeps a mentor’s sheet with the mentor', async () => {
  const tora = await aPlan()
  await as('Mia', tora, (work) => beginExercise(work, problem))
  expect(await seenBy('Mia', tora)).toEqual(['problem_solving'])
  await expect(as('Mia', tora, (work) => beginExercise(work, map))).rejects.toThrow('not-found')
})

test('it keeps the map of belonging from the assessor, who reads the other sheets', async () => {
  const tora = await aPlan()
  const sheet = await as('Amira', tora, (work) => beginExercise(work, map))
  expect([await seenBy('Amira', tora), await seenBy('Noor', tora)]).toEqual([['identity_map'], []])
  await expect(as('Noor', tora, (work) => theSheet(work, sheet))).rejects.toThrow('not-found')
})

test('it takes no analysis of an act while guilt is open, by the verb and by the database, and opens after a judgment', async () => {
  const [kaur, tora] = [await aPlan({ status: 'remand' }), await aPlan()]
  await expect(as('Amira', kaur, (work) => beginExercise(work, act))).rejects.toThrow('exercise-locked')
  const straight = (plan: Planned, aboutTheOffence: boolean) => as('Amira', plan, async (work) => work.db.insertInto('exercises').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.id, author_id: work.actor.id, kind: 'problem_solving', programme: 'entre', version: 2, about_the_offence: aboutTheOffence, made_on: work.today, written_at: work.now }).execute())
  await expect(straight(kaur, true)).rejects.toThrow('row-level security')
  await straight(kaur, false)
  await as('Amira', tora, (work) => beginExercise(work, act))
  // A mentor may not know the state of the law, and so finds it shut even where it is open.
  await expect(as('Mia', tora, (work) => beginExercise(work, act))).rejects.toThrow('exercise-locked')
  expect(await as('Amira', kaur, async (work) => (await toolsOnOffer(work)).filter(({ isLocked }) => isLocked).map(({ tool }) => tool).sort())).toEqual(['functional_analysis', 'life_line'])
})

test('it has no tool that asks for beliefs where the programme leaves them alone, and refuses one that is sent all the same', async () => {
  const tora = await aPlan()
  expect((await as('Amira', tora, toolsOnOffer)).map(({ tool }) => tool)).not.toContain('dissonance_prompt')
  await expect(as('Amira', tora, (work) => beginExercise(work, { tool: 'dissonance_prompt', madeOn: day('2026-11-23'), entries: [{ part: 'one_thought', words: 'x' }] }))).rejects.toThrow('exercise-asks-beliefs')
})

test('it offers first what belongs to the chosen units, and takes only a unit of the plan', async () => {
  const tora = await aPlan()
  await as('Amira', tora, (work) => decideUnits(work, tora.planId, { units: [{ unitId: 'problem_solving', decision: 'choose', position: 1, reason: 'Evenings.' }] }))
  expect((await as('Amira', tora, toolsOnOffer))[0]).toMatchObject({ tool: 'problem_solving', units: [{ unitId: 'problem_solving' }] })
  await as('Amira', tora, (work) => beginExercise(work, { ...problem, unitId: 'problem_solving' }))
  await expect(as('Amira', tora, (work) => beginExercise(work, { ...problem, unitId: 'identity' }))).rejects.toThrow('exercise-unit-not-chosen')
})

test('it writes a sheet on by whoever began it, keeps what stood there, and notices another window', async () => {
  const tora = await aPlan()
  const sheet = await as('Amira', tora, (work) => beginExercise(work, problem))
  const next = { madeOn: day('2026-11-23'), entries: [{ part: 'problem', words: 'Only Sunday evenings.' }], revision: 1 }
  await as('Amira', tora, (work) => goOnWithExercise(work, sheet, next))
  expect(await as('Amira', tora, async (work) => (await entriesOn(work, await theSheet(work, sheet))).map(({ words }) => words))).toEqual(['Only Sunday evenings.'])
  expect(await as('Amira', tora, async (work) => (await work.db.selectFrom('exercise_entries').select(['participant_id', 'id']).where('participant_id', '=', tora.id).execute()).length)).toBe(3)
  await expect(as('Amira', tora, (work) => goOnWithExercise(work, sheet, next))).rejects.toThrow('exercise-changed-meanwhile')
  await expect(as('Amira', tora, (work) => goOnWithExercise(work, sheet, { ...next, revision: 2, madeOn: day('2026-11-24') }))).rejects.toThrow('exercise-day-ahead')
  await expect(as('Noor', tora, (work) => goOnWithExercise(work, sheet, next))).rejects.toThrow('not-found')
})

test('it closes a struck sheet to everybody but its writer', async () => {
  const tora = await aPlan()
  const sheet = await as('Amira', tora, (work) => beginExercise(work, problem))
  await as('Amira', tora, (work) => strikeExercise(work, sheet, 'It was about somebody else.'))
  expect([await seenBy('Noor', tora), await seenBy('Amira', tora)]).toEqual([[], ['problem_solving']])
  expect(await becomeParticipant(tora.id, async (work) => (await sheetsOf(work, tora.id)).length, { about: tora.publicId })).toBe(0)
  await expect(as('Amira', tora, (work) => goOnWithExercise(work, sheet, { ...problem, revision: undefined }))).rejects.toThrow('not-found')
})

test('it takes no sheet for a day before the yes, nor for one between a stop and a new yes', async () => {
  const tora = await aPlan()
  const begin = (on: string) => as('Amira', tora, (work) => beginExercise(work, { ...problem, madeOn: day(on) }))
  await expect(begin('2026-11-01')).rejects.toThrow('exercise-before-the-yes')
  const { clock } = await testHouse()
  clock.now = instant('2026-11-24T09:00:00Z')
  await as('Mia', tora, (work) => withdraw(work, tora.id, { purpose: 'programme', ownWords: 'Stop.' }))
  clock.now = instant('2026-11-28T09:00:00Z')
  await as('Kai', tora, (work) => recordConsent(work, tora.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-28') }))
  await expect(begin('2026-11-26')).rejects.toThrow('exercise-before-the-yes')
  for (const on of ['2026-11-24', '2026-11-28']) await begin(on)
  clock.now = testMoment
})

test('it changes for nobody which part of the plan a sheet is for, in SQL: the lock of the law hangs on it', async () => {
  const tora = await aPlan()
  for (const [tool, table] of [[problem, 'exercises'], [map, 'identity_maps']] as const) {
    await as('Amira', tora, (work) => beginExercise(work, tool))
    await expect(as('Amira', tora, (work) => work.db.updateTable(table).set({ unit_id: 'relations' }).where('participant_id', '=', tora.id).execute()), table).rejects.toThrow('permission denied')
  }
})

test('it keeps the map of a part about the offence shut, too, once guilt is open again', async () => {
  const tora = await aPlan()
  await as('Amira', tora, (work) => decideUnits(work, tora.planId, { units: [{ unitId: 'aggression_history', decision: 'choose', position: 1, reason: 'The act.' }] }))
  const sheet = await as('Amira', tora, (work) => beginExercise(work, { ...map, unitId: 'aggression_history' }))
  const on = (revision: number) => as('Amira', tora, (work) => goOnWithExercise(work, sheet, { ...map, revision }))
  await on(1)
  await become('Lena', (work) => recordLegalStatus(work, { status: 'appeal', fromOn: day('2026-11-23'), source: 'court', authority: 'High court' }), { about: tora.publicId, does: 'collect' })
  await expect(on(2)).rejects.toThrow('exercise-locked')
})

test('it writes nothing for a day after a stop or within a pause, and still takes what was worked on until then', async () => {
  const [tora, ida, { clock }] = [await aPlan(), await aPlan(), await testHouse()]
  const sheet = await as('Amira', tora, (work) => beginExercise(work, problem))
  await become('Mia', (work) => withdraw(work, tora.id, { purpose: 'programme', ownWords: 'Stop.' }), { about: tora.publicId })
  await become('Kai', (work) => pausePerson(work, 'A month in hospital.'), { about: ida.publicId })
  clock.now = instant('2026-11-24T09:00:00Z')
  const next = { ...problem, madeOn: day('2026-11-24') }
  await expect(as('Amira', tora, (work) => beginExercise(work, next))).rejects.toThrow('exercise-after-a-stop')
  await expect(as('Amira', tora, (work) => goOnWithExercise(work, sheet, { ...next, revision: 1 }))).rejects.toThrow('exercise-after-a-stop')
  await expect(as('Amira', ida, (work) => beginExercise(work, next))).rejects.toThrow('exercise-while-paused')
  await as('Amira', tora, (work) => goOnWithExercise(work, sheet, { ...problem, revision: 1 }))
  await as('Amira', ida, (work) => beginExercise(work, problem))
  clock.now = testMoment
})
