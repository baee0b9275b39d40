import { expect, test } from 'vitest'
import { chiSquaredAbove } from '../distributions/chi-squared.ts'
import { arrangements } from './arrangements.ts'
import type { Rule } from './arrangements.ts'
import { seededGenerator } from './seeded-generator.ts'

/** Three coins, never two heads (1) in a row: 000, 001, 010, 100, 101. */
const coins: Rule = {
  length: 3,
  start: 0,
  steps: (last) => last === 1 ? [{ label: 0, state: 0 }] : [{ label: 0, state: 0 }, { label: 1, state: 1 }],
  complete: () => true,
}

function listed(rule: Rule): string[] {
  const list: string[] = []
  arrangements(rule).every((labels) => list.push(labels.join('')))
  return list
}

test('it lists what the rule allows, by hand', () => {
  expect(listed(coins)).toEqual(['000', '001', '010', '100', '101'])
  expect(arrangements(coins).count).toBe(5)
})

test('it knows what the rule allows', () => {
  expect(arrangements(coins).includes([1, 0, 1])).toBe(true)
  expect(arrangements(coins).includes([0, 1, 1])).toBe(false)
  expect(arrangements(coins).includes([0, 1])).toBe(false)
})

test('it draws each sequence equally often, which step by step coins would not', () => {
  const chance = seededGenerator(3), drawn = new Map<string, number>()
  const possible = arrangements(coins)
  for (let i = 0; i < 10_000; i++) {
    const sequence = possible.one(chance).join('')
    drawn.set(sequence, (drawn.get(sequence) ?? 0) + 1)
  }
  const distance = listed(coins).reduce((sum, sequence) => sum + ((drawn.get(sequence) ?? 0) - 2000) ** 2 / 2000, 0)
  expect(drawn.size).toBe(5)
  expect(chiSquaredAbove(distance, 4)).toBeGreaterThan(0.001)
})

test('it counts beyond what anybody could list', () => {
  const free: Rule = { length: 60, start: 0, steps: () => [{ label: 0, state: 0 }, { label: 1, state: 0 }], complete: () => true }
  expect(arrangements(free).count).toBe(2 ** 60)
  expect(arrangements(free).one(seededGenerator(1))).toHaveLength(60)
})

test('it has nothing where the rule can never end', () => {
  const never: Rule = { ...coins, complete: () => false }
  expect(arrangements(never).count).toBe(0)
  expect(listed(never)).toEqual([])
})
