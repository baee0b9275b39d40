import { expect, test } from 'vitest'
import { aParticipant, colleague, testHouse } from '../../database/testing/index.ts'
import { refuse } from './refusals.ts'
import { inWork, type Opening } from './open-work.ts'
import { inReading } from './read-work.ts'
import { together } from './together.ts'
import type { Work } from './work.ts'

async function looking(about: string): Promise<Opening> {
  return { actor: await colleague('Mia'), does: 'consult', shows: 'identity_name', purpose: 'casework', door: 'GET /together', about }
}

const theName = (work: Work) => work.db.selectFrom('identity_names').select(['participant_id', 'name', 'meets_at']).executeTakeFirst()
const meetAt = (work: Work, place: string) => work.db.updateTable('identity_names').set({ meets_at: place }).where('participant_id', '=', work.about).execute()

test('it gives the answers in the order of the questions, and what is no question as it is', async () => {
  expect(await together([Promise.resolve(1), 'two', new Promise<number>((later) => { setTimeout(() => later(3), 5) })])).toEqual([1, 'two', 3])
  expect(await together([])).toEqual([])
})

test('it waits for all of them also when one fails, and says what failed, not that the others could not go on', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const ended: string[] = []
  const refused = inWork(house, await looking(jonas.publicId), (work) => together([
    theName(work).then(() => theName(work)).finally(() => { ended.push('slow') }),
    work.db.selectFrom('identity_names').select('name').where('participant_id', '=', 'no number' as never).execute(),
    theName(work)]))
  await expect(refused).rejects.toMatchObject({ code: '22P02' })
  expect(ended).toEqual(['slow'])
  await expect(inWork(house, await looking(jonas.publicId), (work) => together([theName(work), Promise.reject(refuse('not-found'))]))).rejects.toMatchObject({ code: 'not-found' })
})

test('it lets nobody ask on after the work is over, when the connection is somebody else\'s', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  for (const opened of [inWork, inReading]) {
    const kept: Work[] = []
    await opened(house, await looking(jonas.publicId), async (work) => { kept.push(work); return theName(work) })
    await expect(theName(kept[0]!)).rejects.toThrow('has ended')
    await expect(opened(house, await looking(jonas.publicId), async (work) => { kept.push(work); throw refuse('not-found') })).rejects.toMatchObject({ code: 'not-found' })
    await expect(theName(kept[1]!)).rejects.toThrow('has ended')
  }
})

test('it asks the same once where nothing can be written, and anew where something can', async () => {
  const { house } = await testHouse()
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const opening = { ...await looking(jonas.publicId), actor: await colleague('Kai'), door: 'GET /twice' }
  const read = await inReading(house, opening, async (work) => {
    const first = await theName(work)
    await inWork(house, { ...opening, does: 'alter', door: 'POST /elsewhere' }, (other) => meetAt(other, 'room 4'))
    return [first?.meets_at, (await theName(work))?.meets_at]
  })
  expect(read[1]).toBe(read[0])
  const written = await inWork(house, { ...opening, does: 'alter', door: 'POST /twice' }, async (work) => {
    const first = await theName(work)
    await meetAt(work, 'room 5')
    return [first?.meets_at, (await theName(work))?.meets_at]
  })
  expect(written).toEqual(['room 4', 'room 5'])
})
