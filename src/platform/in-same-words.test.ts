import { expect, test } from 'vitest'
import { aParticipant, colleague, testHouse } from '../../database/testing/index.ts'
import { inSameWords } from './in-same-words.ts'
import { inReading } from './read-work.ts'
import type { Work } from './work.ts'

async function looking<T>(about: string, run: (work: Work) => Promise<T>): Promise<T> {
  const { house } = await testHouse()
  return inReading(house, { actor: await colleague('Mia'), does: 'consult', shows: 'identity_name', purpose: 'casework', door: 'GET /same-words', about }, run)
}

test('it puts a question into words once, and asks with each one\'s own values, in their places, under each one\'s own rights', async () => {
  let built = 0
  const named = inSameWords((work, id: number, most: number) => {
    built += 1
    return work.db.selectFrom('identity_names').select(['participant_id', 'meets_at']).where('meets_at', '<>', 'nowhere').where('participant_id', '=', id).limit(most)
  })
  const [mine, other] = [await aParticipant({ team: ['Mia'] }), await aParticipant({ team: ['Kai'] })]
  expect(await looking(mine.publicId, (work) => named(work, mine.id, 1))).toMatchObject([{ participant_id: mine.id }])
  expect(await looking(mine.publicId, (work) => named(work, mine.id, 0))).toEqual([])
  expect(await looking(other.publicId, (work) => named(work, other.id, 1))).toEqual([])
  expect(built).toBe(1)
})

test('it does not take a question whose words have no place for a value', async () => {
  const jonas = await aParticipant({ team: ['Mia'] })
  const forgets = inSameWords((work, id: number, _unused: number) => work.db.selectFrom('identity_names').select('participant_id').where('participant_id', '=', id))
  await expect(looking(jonas.publicId, (work) => forgets(work, jonas.id, 3))).rejects.toThrow('no place')
})
