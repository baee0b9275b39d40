import { expect, test } from 'vitest'
import { protectedTable, standingByChange, type Counted } from './release.ts'

const table = (counts: number[][]): Counted => ({ rows: [['running'], ['completed'], ['ended-otherwise']], columns: [['better'], ['within-error'], ['worse'], ['unknown']], counts })

test('it counts where people stand by how they changed', () => {
  const counted = standingByChange([{ key: 'a', change: 'better' }, { key: 'b', change: null }], [{ person: 'a', ending: 'completed' }, { person: 'b', ending: null }])
  expect(counted.counts).toEqual([[0, 0, 0, 1], [1, 0, 0, 0], [0, 0, 0, 0]])
})

test('it gives out as it is what has no small number', async () => {
  const release = await protectedTable(table([[10, 12, 0, 7], [9, 8, 6, 0], [6, 7, 8, 9]]), undefined)
  expect(release.hidden.flat().filter(Boolean)).toEqual([])
})

test('it withholds a small cell and what would give it away', async () => {
  const release = await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), undefined)
  expect(release.hidden[0]?.[2]).toBe(true)
  expect(release.hidden.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4)
})

test('it puts a line of few people together with another, since its total would show them', async () => {
  const release = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [1, 2, 0, 0]]), undefined)
  expect(release.rows).toEqual([['running'], ['completed', 'ended-otherwise']])
})

test('it does not say of a whole row that all of them got worse', async () => {
  const release = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [0, 0, 8, 0]]), undefined)
  expect(release.rows).toHaveLength(2)
})

test('it refuses a table of too few people, however put together', async () => {
  await expect(protectedTable(table([[1, 0, 0, 1], [1, 0, 0, 0], [0, 0, 0, 0]]), undefined)).rejects.toMatchObject({ code: 'release-cannot-protect' })
})

test('it refuses a table that, beside the last one, shows what became of one person', async () => {
  const last = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), undefined)
  await expect(protectedTable(table([[9, 12, 9, 7], [10, 8, 6, 10], [6, 7, 8, 9]]), last)).rejects.toMatchObject({ code: 'release-shows-somebody' })
})

test('it gives out the same table again', async () => {
  const last = await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), undefined)
  expect(await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), last)).toEqual(last)
})
