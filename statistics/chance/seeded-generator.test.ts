import { expect, test } from 'vitest'
import { chiSquaredAbove } from '../distributions/chi-squared.ts'
import { seededGenerator } from './seeded-generator.ts'

test('it gives the same numbers for the same seed, for ever', () => {
  const chance = seededGenerator(20261123)
  expect([chance.below(1000), chance.below(1000), chance.below(1000), chance.below(1000), chance.below(1000)]).toEqual([701,703,305,276,616])
  expect(chance.seed).toBe(20261123)
})

test('it gives other numbers for the next seed', () => {
  const one = seededGenerator(1), two = seededGenerator(2)
  expect(Array.from({ length: 20 }, () => one.below(100))).not.toEqual(Array.from({ length: 20 }, () => two.below(100)))
})

test('it stays in its bounds and falls evenly', () => {
  const chance = seededGenerator(7)
  const counts = Array.from({ length: 10 }, () => 0)
  for (let i = 0; i < 100_000; i++) counts[chance.below(10)]! += 1
  const distance = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquaredAbove(distance, 9)).toBeGreaterThan(0.001)
})

test('it has no two draws that move together', () => {
  const chance = seededGenerator(11)
  let sum = 0
  for (let i = 0; i < 50_000; i++) sum += (chance.next() - 0.5) * (chance.next() - 0.5)
  expect(Math.abs(sum / 50_000 * 12)).toBeLessThan(0.02)
})

test.each([-1, 1.5, NaN])('it refuses the seed %s', (seed) => {
  expect(() => seededGenerator(seed)).toThrow('seed:')
})
