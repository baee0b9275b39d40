import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { randomisationTest } from './randomisation-test.ts'
import type { Design } from './randomisation-test.ts'
import { seededGenerator } from './seeded-generator.ts'

const told = { method: 'a test', n: 4, missing: 0 }

function designOf(statistics: readonly number[]): Design {
  return {
    count: statistics.length,
    every: (visit) => statistics.forEach(visit),
    one: (chance) => statistics[chance.below(statistics.length)]!,
  }
}

test('it counts the arrangements at least as extreme, the observed one among them, by hand', () => {
  const result = randomisationTest(told, designOf([1, 2, 3, 4]), 3, { chance: seededGenerator(1) })
  expect(result).toMatchObject({ value: 0.5, nExtreme: 2, nAssignments: 4, smallestP: 0.25, exact: true, seed: null, draws: 0 })
  expect(randomisationTest(told, designOf([1, 2, 3, 4]), 2, { direction: 'less', chance: seededGenerator(1) })).toMatchObject({ value: 0.5 })
})

test('it lets no rounding decide a tie', () => {
  expect(randomisationTest(told, designOf([0.1 + 0.2, 0.3, 0.2]), 0.1 + 0.2, { chance: seededGenerator(1) })).toMatchObject({ nExtreme: 2 })
})

test('it draws a sample above its limit, adds the observed one, and tells the seed', () => {
  const drawing = { enumerateUpTo: 3, draws: 999, chance: seededGenerator(42) }
  const result = randomisationTest(told, designOf([1, 2, 3, 4]), 4, drawing)
  expect(result).toMatchObject({ exact: false, draws: 999, seed: 42, smallestP: 1 / 1000, cautions: ['sampled'] })
  expect((result as { value: number }).value).toBeGreaterThan(0.2)
  expect((result as { value: number }).value).toBeLessThan(0.3)
})

test('it is never 0, even when no draw was as extreme', () => {
  const never: Design = { count: 2 ** 60, every: () => undefined, one: () => 0 }
  expect(randomisationTest(told, never, 5, { draws: 99, chance: seededGenerator(1) })).toMatchObject({ value: 1 / 100, nAssignments: 2 ** 60 })
})

test('it gives the same answer for the same seed', () => {
  fc.assert(fc.property(fc.nat(1000), (seed) => {
    const one = (): unknown => randomisationTest(told, designOf([1, 2, 3, 4]), 4, { enumerateUpTo: 1, draws: 50, chance: seededGenerator(seed) })
    expect(one()).toEqual(one())
  }), { numRuns: 20 })
})

test('it counts an endless statistic like any other, but has no mean of it', () => {
  expect(randomisationTest(told, designOf([1, Infinity, 2]), Infinity, { chance: seededGenerator(1) })).toMatchObject({ value: 1 / 3, distMean: null, z: null })
})

test('it has no answer where an arrangement has no statistic', () => {
  expect(randomisationTest(told, designOf([1, NaN]), 1, { chance: seededGenerator(1) })).toMatchObject({ kind: 'not-computable' })
})

test.each([0, 1.5, 1e9])('it refuses %s draws', (draws) => {
  expect(() => randomisationTest(told, designOf([1, 2]), 1, { enumerateUpTo: 1, draws, chance: seededGenerator(1) })).toThrow('draws:')
})
