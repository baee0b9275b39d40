import { describe, expect, test } from 'vitest'
import { protectedTable, standingByChange, type Before, type Counted, type Release } from './release.ts'

const before = (...releases: Release[]): Before[] => releases.map((release) => ({ ...release, isOfOutcome: true }))
const table = (counts: number[][]): Counted => ({ rows: [['running'], ['completed'], ['ended-otherwise']], columns: [['better'], ['within-error'], ['worse'], ['unknown']], counts })

test('it counts where people stand by how they changed', () => {
  const counted = standingByChange([{ key: 'a', change: 'better' }, { key: 'b', change: null }], [{ person: 'a', ending: 'completed' }, { person: 'b', ending: null }])
  expect(counted.counts).toEqual([[0, 0, 0, 1], [1, 0, 0, 0], [0, 0, 0, 0]])
})

test('it gives out as it is what has no small number', async () => {
  const release = await protectedTable(table([[10, 12, 0, 7], [9, 8, 6, 0], [6, 7, 8, 9]]), [])
  expect(release.hidden.flat().filter(Boolean)).toEqual([])
})

test('it withholds a small cell and what would give it away', async () => {
  const release = await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), [])
  expect(release.hidden[0]?.[2]).toBe(true)
  expect(release.hidden.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4)
})

test('it puts a line of few people together with another, since its total would show them', async () => {
  const release = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [1, 2, 0, 0]]), [])
  expect(release.rows).toEqual([['running'], ['completed', 'ended-otherwise']])
})

test('it does not say of a whole row that all of them got worse', async () => {
  const release = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [0, 0, 8, 0]]), [])
  expect(release.rows).toHaveLength(2)
})

test('it refuses a table of too few people, however put together', async () => {
  await expect(protectedTable(table([[1, 0, 0, 1], [1, 0, 0, 0], [0, 0, 0, 0]]), [])).rejects.toMatchObject({ code: 'release-cannot-protect' })
})

test('it refuses a table that, beside the last one, shows what became of one person', async () => {
  const last = await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), [])
  await expect(protectedTable(table([[9, 12, 9, 7], [10, 8, 6, 10], [6, 7, 8, 9]]), before(last))).rejects.toMatchObject({ code: 'release-shows-somebody' })
})

test('it gives out the same table again', async () => {
  const last = await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), [])
  expect(await protectedTable(table([[10, 12, 2, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), before(last))).toEqual(last)
})

test('it lays a table beside all that were given out, not beside the last one alone', async () => {
  const [first, second] = [await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), []), await protectedTable(table([[20, 12, 9, 7], [9, 18, 6, 10], [6, 7, 18, 9]]), [])]
  const next = table([[11, 12, 9, 7], [9, 8, 6, 10], [6, 7, 8, 9]])
  await expect(protectedTable(next, before(second))).resolves.toBeDefined()
  await expect(protectedTable(next, before(first, second))).rejects.toMatchObject({ code: 'release-shows-somebody' })
})

test('it refuses a table whose people stand otherwise by one than those of another outcome', async () => {
  const other = { ...await protectedTable(table([[10, 12, 9, 7], [9, 8, 6, 10], [6, 7, 8, 9]]), []), isOfOutcome: false }
  await expect(protectedTable(table([[12, 9, 7, 9], [10, 9, 8, 7], [9, 8, 7, 6]]), [other])).rejects.toMatchObject({ code: 'release-shows-somebody' })
  await expect(protectedTable(table([[12, 10, 7, 9], [10, 8, 8, 7], [9, 8, 7, 6]]), [other])).resolves.toBeDefined()
})

describe('all releases of a table together', () => {
  // Three small cells in the first row: they and three of another row are withheld.
  const counts = [[2, 3, 4, 20], [9, 8, 6, 10], [6, 7, 8, 9]]
  const hiding = (cells: [number, number][]): Release => ({ ...table(counts), hidden: counts.map((row, i) => row.map((_, j) => cells.some(([r, c]) => r === i && c === j))) })
  const withheld = async () => (await protectedTable(table(counts), [])).hidden.flatMap((row, i) => row.flatMap((isHidden, j): [number, number][] => isHidden ? [[i, j]] : []))

  test('it refuses what three of them give away only together, and no two of them', async () => {
    const own = await withheld()
    expect(own).toHaveLength(6)
    // One release shows the last column of the six, another the first: with either, a square is still withheld; with both, a single column, which its rows give away.
    const [first, second] = [hiding(own.filter(([, column]) => column !== 2)), hiding(own.filter(([, column]) => column !== 0))]
    for (const one of [first, second]) await expect(protectedTable(table(counts), before(one))).resolves.toBeDefined()
    await expect(protectedTable(table(counts), before(first, second))).rejects.toMatchObject({ code: 'release-shows-somebody' })
  })

  test('it leaves at least two whole tables that fit everything that was given out, counted by hand', async () => {
    const release = await protectedTable(table(counts), before(hiding(await withheld())))
    expect(fitting(release)).toBeGreaterThan(1)
  })

  /** Shifts between the two rows of withheld cells that keep every margin and no count below zero. */
  function fitting({ hidden }: Release): number {
    const [one, other] = hidden.flatMap((row, i) => row.some(Boolean) ? [i] : [])
    const steps = Array.from({ length: 41 }, (_, step) => step - 20)
    return steps.flatMap((a) => steps.map((b) => [a, b, -a - b])).filter((shift) => shift.every((by, j) => counts[one!]![j]! + by >= 0 && counts[other!]![j]! - by >= 0)).length
  }
})

test('it refuses a table whose lines, taken from those of another outcome, leave a line of few people that both put together', async () => {
  // Forty go on, two completed, thirty ended otherwise. One table puts the two together with the thirty, the other with the forty: 42 - 40 = 2.
  const other = { ...await protectedTable(table([[10, 10, 10, 10], [0, 2, 0, 0], [6, 7, 8, 9]]), []), isOfOutcome: false }
  expect(other.rows).toEqual([['running'], ['completed', 'ended-otherwise']])
  const next = table([[40, 0, 0, 0], [0, 2, 0, 0], [6, 8, 8, 8]])
  expect((await protectedTable(next, [])).rows).toEqual([['running', 'completed'], ['ended-otherwise']])
  await expect(protectedTable(next, [other])).rejects.toMatchObject({ code: 'release-shows-somebody' })
})
