import { expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, instant, testHouse, testMoment, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { day } from '../platform/day.ts'
import { answerRelease, hasToReadRelease, recordRelease, releaseChanges } from './index.ts'

type Person = { id: number, publicId: string }
const known = (person: Person, on: string, reason = 'Judgment') =>
  become('Lena', (work) => recordRelease(work, { releaseOn: day(on), reason, authority: 'Fjordvik District Court', restrictions: 'Not near the harbour.' }), { about: person.publicId })

async function toraWhoseDayMoved() {
  const { clock } = await testHouse()
  clock.now = testMoment
  const tora = await aParticipant({ name: 'Tora Dahl' })
  await known(tora, '2027-04-12')
  clock.now = instant('2026-11-23T10:00:00Z')
  await known(tora, '2026-12-28', 'Term shortened on appeal')
  return tora
}

test('it tells the person in writing that the day has changed, and why; their comment is kept, and their team reads it', async () => {
  const tora = await toraWhoseDayMoved()
  const own = await visitAsParticipant(tora)
  expect((await own.get('/own')).text).toContain('has changed: please read')
  const page = (await own.get('/own/release')).text
  for (const words of ['Before: 12 April 2027. Now: 28 December 2026.', 'Term shortened on appeal', 'Fjordvik District Court', 'Nothing of this counts against you.']) expect(page).toContain(words)
  for (const secret of ['harbour', 'Tora Dahl']) expect(page).not.toContain(secret)
  expect((await own.send('/own/release', { words: 'I am glad, and I have no room yet.' })).location).toContain('/own/release')
  expect((await own.get('/own')).text).not.toContain('has changed: please read')
  for (const first of ['Lena', 'Amira', 'Mia'] as const) expect((await (await visit(first)).get(`/people/${tora.publicId}/release`)).text, first).toContain('I am glad, and I have no room yet.')
})

test('it lets somebody say only that they have read it, and asks again when the day moves again', async () => {
  const tora = await toraWhoseDayMoved()
  const hasTo = () => becomeParticipant(tora.id, hasToReadRelease)
  expect(await hasTo()).toBe(true)
  await becomeParticipant(tora.id, (work) => answerRelease(work, {}))
  expect(await hasTo()).toBe(false)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T11:00:00Z')
  await known(tora, '2027-01-20', 'A mistake put right')
  expect(await hasTo()).toBe(true)
})

test('it asks nobody whose day is known for the first time, or confirmed', async () => {
  const person = await aParticipant()
  expect(await becomeParticipant(person.id, hasToReadRelease)).toBe(false)
  for (const reason of ['Judgment', 'The same day, confirmed']) await known(person, '2027-04-12', reason)
  expect(await becomeParticipant(person.id, hasToReadRelease)).toBe(false)
})

test('it keeps the answer to the person alone: no colleague writes it, nobody answers for another, and a stranger reads neither', async () => {
  const tora = await toraWhoseDayMoved()
  const jonas = await aParticipant({ name: 'Jonas Lind' })
  await expect(become('Amira', (work) => answerRelease(work, { words: 'She is fine.' }), { about: tora.publicId })).rejects.toThrow('not-found')
  const [release] = await become('Lena', (work) => work.db.selectFrom('releases').select(['id', 'participant_id']).where('participant_id', '=', tora.id).execute(), { about: tora.publicId })
  for (const participantId of [tora.id, jonas.id]) {
    const forged = becomeParticipant(jonas.id, async (work) => work.db.insertInto('release_answers').values({
      id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, release_id: release!.id, words: 'Forged.', said_at: work.now }).execute())
    await expect(forged).rejects.toThrow('row-level security')
  }
  await becomeParticipant(tora.id, (work) => answerRelease(work, { words: 'For my team.' }))
  expect(await become('Noor', (work) => work.db.selectFrom('release_answers').selectAll().execute(), { about: tora.publicId })).toEqual([])
  expect(await become('Noor', (work) => releaseChanges(work, [tora.id]), { about: tora.publicId })).toEqual([])
})

test('it refuses a comment of more than 2000 characters and keeps what was typed', async () => {
  const own = await visitAsParticipant(await toraWhoseDayMoved())
  const refused = await own.send('/own/release', { words: 'x'.repeat(2001) })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('x'.repeat(2001))
})
