import { beforeAll, beforeEach, expect, test } from 'vitest'
import { anEndedPlan, sentences } from '../../../database/testing/a-closing.ts'
import { become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import type { Work } from '../../platform/work.ts'
import { transitionsDue } from '../transitions.desk.tsx'
import type { Closing } from './closing.ts'
import { closingsOf } from './closing.queries.ts'
import { answerOwnClosing, recordAnswer, seeClosing, signClosing, writeClosing } from './closing.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string, planId: string }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const write = (person: Person, more: Partial<typeof sentences> = {}) => by('Amira', person, (work) => writeClosing(work, person.planId, { ...sentences, ...more }))
const seenBy = async (first: First, person: Person): Promise<Closing | undefined> => (await by(first, person, (work) => closingsOf(work, person.id)))[0]
const dueOf = async (first: First, person: Person) => (await by(first, person, transitionsDue)).map(({ says }) => says).filter((says) => says.includes('closing report'))

test('it is drafted from what is known, ended by own wish or not, and says nothing of the offence', async () => {
  const tora = await anEndedPlan()
  await write(tora)
  const report = (await seenBy('Amira', tora))!
  expect(report).toMatchObject({
    number: 1, writtenBy: 'Amira Haddad', said: { programme: sentences.programme, follows: 'Lena knows.' }, dose: { held: 1, minutes: 60, said: sentences.dose }, units: { said: sentences.units, plain: sentences.plain, given: [{ sessions: 1 }] },
    goals: { said: sentences.goals, seen: [{ title: 'Mornings in the workshop', byWorker: { level: 1, says: 'Level 1 of mornings.' }, byPerson: { level: 0, says: 'Level 0 of mornings.' } }] },
    agreements: { said: sentences.agreements, promised: [] }, answers: [], signatures: [] })
  expect(JSON.stringify(report)).not.toMatch(/aggression/i)
})

test('it is refused while the plan runs, by the verb and by the database, and to whoever is no facilitator of the person', async () => {
  const tora = await anEndedPlan({ isOpen: true })
  await expect(write(tora)).rejects.toMatchObject({ code: 'closing-plan-runs' })
  const plan = await by('Amira', tora, (work) => work.db.selectFrom('plans').select('id').where('public_id', '=', tora.planId).executeTakeFirstOrThrow())
  await expect(by('Amira', tora, async (work) => work.db.insertInto('closing_reports').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: tora.id, plan_id: plan.id, number: 1, said_programme: 'a', said_after: 'b', said_places: 'c',
    said_follows: 'd', places: [], written_by: work.actor.id, written_at: work.now }).execute())).rejects.toThrow(/row-level security/)
  const ended = await anEndedPlan()
  for (const first of ['Kai', 'Mia', 'Noor', 'Lena'] as const) await expect(by(first, ended, (work) => writeClosing(work, ended.planId, sentences)), first).rejects.toMatchObject({ code: 'not-found' })
})

test('it takes one of two versions that are written at once, and keeps the first when another follows', async () => {
  const tora = await anEndedPlan()
  await write(tora)
  await expect(write(tora)).rejects.toMatchObject({ code: 'closing-written-meanwhile' })
  await write(tora, { versions: 1, programme: 'In other words.' })
  expect((await by('Amira', tora, (work) => closingsOf(work, tora.id))).map(({ number, said }) => [number, said.programme])).toEqual([[2, 'In other words.'], [1, sentences.programme]])
})

test('it is read with the person, signed once by whoever wrote it, and seen once by the coordinator', async () => {
  const tora = await anEndedPlan()
  expect([await dueOf('Amira', tora), await dueOf('Kai', tora)]).toEqual([['Write the closing report'], []])
  const id = await write(tora)
  await expect(by('Amira', tora, (work) => signClosing(work, id))).rejects.toMatchObject({ code: 'closing-not-read' })
  await by('Amira', tora, (work) => recordAnswer(work, id, { answer: 'objects', words: 'It was more than that.' }))
  await expect(by('Kai', tora, (work) => seeClosing(work, id))).rejects.toMatchObject({ code: 'closing-not-signed' })
  await expect(by('Kai', tora, (work) => signClosing(work, id))).rejects.toMatchObject({ code: 'not-found' })
  expect(await dueOf('Amira', tora)).toEqual(['Read the closing report together and sign it'])
  await by('Amira', tora, (work) => signClosing(work, id))
  await expect(by('Amira', tora, (work) => signClosing(work, id))).rejects.toMatchObject({ code: 'closing-signed-already' })
  expect([await dueOf('Amira', tora), await dueOf('Kai', tora)]).toEqual([[], ['See the closing report']])
  for (const first of ['Amira', 'Lena'] as const) await expect(by(first, tora, (work) => seeClosing(work, id)), first).rejects.toMatchObject({ code: 'not-found' })
  await by('Kai', tora, (work) => seeClosing(work, id))
  await expect(by('Kai', tora, (work) => seeClosing(work, id))).rejects.toMatchObject({ code: 'closing-seen-already' })
  expect((await seenBy('Lena', tora))!.signatures.map(({ as, name }) => [as, name])).toEqual([['facilitator', 'Amira Haddad'], ['coordinator', 'Kai Nyberg']])
})

test('it lets the person object before it is signed and after, and nobody in their name', async () => {
  const [tora, other] = [await anEndedPlan(), await anEndedPlan()]
  const id = await write(tora)
  await expect(becomeParticipant(tora.id, (work) => answerOwnClosing(work, id, { answer: 'objects' }))).rejects.toMatchObject({ code: 'closing-answer-needs-words' })
  await becomeParticipant(tora.id, (work) => answerOwnClosing(work, id, { answer: 'objects', words: 'I came every time.' }))
  await by('Amira', tora, (work) => signClosing(work, id))
  ;(await testHouse()).clock.now = instant('2026-11-24T09:00:00Z')
  await becomeParticipant(tora.id, (work) => answerOwnClosing(work, id, { answer: 'no-word' }))
  expect((await seenBy('Kai', tora))!.answers.map(({ answer, words, byPerson }) => [answer, words, byPerson])).toEqual([['objects', 'I came every time.', true], ['no-word', '', true]])
  await expect(becomeParticipant(other.id, (work) => answerOwnClosing(work, id, { answer: 'agrees' }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(by('Amira', tora, async (work) => work.db.insertInto('closing_answers').values({ id: await work.newId(), public_id: work.newPublicId(), report_id: 1, participant_id: tora.id, answer: 'agrees', recorded_by_kind: 'participant',
    recorded_by: tora.id, said_at: work.now }).execute())).rejects.toThrow(/row-level security/)
})

test('it shows each reader the parts of the records that they read anyway', async () => {
  const tora = await anEndedPlan()
  await write(tora)
  const partsOf = async (first: First) => { const { dose, units, goals, agreements } = (await seenBy(first, tora))!; return [dose, units, goals, agreements].map((part) => part !== undefined) }
  expect({ Amira: await partsOf('Amira'), Noor: await partsOf('Noor'), Kai: await partsOf('Kai'), Lena: await partsOf('Lena'), Mia: await partsOf('Mia') }).toEqual({
    Amira: [true, true, true, true], Noor: [true, true, true, false], Kai: [true, false, false, true], Lena: [true, false, false, true], Mia: [false, false, false, true] })
  const own = (await becomeParticipant(tora.id, (work) => closingsOf(work, tora.id)))[0]!
  expect([own.dose, own.units, own.goals, own.agreements].every((part) => part !== undefined)).toBe(true)
  for (const first of ['Hedda', 'Petra', 'Otto'] as const) expect(await seenBy(first, tora), first).toBeUndefined()
  for (const first of ['Viktor', 'Olga', 'Ravi'] as const) await expect(seenBy(first, tora), first).rejects.toThrow('permission denied')
})

test('it goes with the plan where that is erased', async () => {
  const tora = await anEndedPlan()
  await write(tora)
  await (await asSuperuser()).query('delete from closing_reports where participant_id = $1', [tora.id])
  const { rows } = await (await asSuperuser()).query(`select 1 from closing_goals where participant_id = $1 union all select 1 from closing_units where participant_id = $1`, [tora.id])
  expect(rows).toEqual([])
})
