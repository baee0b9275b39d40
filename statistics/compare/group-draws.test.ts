import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededGenerator } from '../chance/seeded-generator.ts'
import { groupDraws } from './group-draws.ts'

// 1,2 of 1,2,3: sums 3, 4, 5, expected 4. Seen 3: as far two of three.
test('it matches the hand case, with unequal groups', () => {
  const tails = groupDraws([1, 2], [3])!
  expect(tails.twoSided).toBeCloseTo(2 / 3, 12)
  expect(tails.atMost).toBeCloseTo(1 / 3, 12)
  expect(tails).toMatchObject({ atLeast: 1, arrangements: 3 })
})
test('it counts the same by table and by list, with unequal groups', () => {
  const group = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(group, group, (first, second) => {
    const byTable = groupDraws(first, second)!
    const byList = groupDraws(first.map((value) => value * Math.PI), second.map((value) => value * Math.PI))!
    expect(byList.twoSided).toBeCloseTo(byTable.twoSided, 12)
    expect(byList.atLeast).toBeCloseTo(byTable.atLeast, 12)
    expect(byList.atMost).toBeCloseTo(byTable.atMost, 12)
    expect(byList.arrangements).toBe(byTable.arrangements)
  }))
})
test('it changes only sides when the groups change places', () => {
  const group = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 9 })
  fc.assert(fc.property(group, group, (first, second) => {
    const here = groupDraws(first, second)!
    const there = groupDraws(second, first)!
    expect(there.twoSided).toBeCloseTo(here.twoSided, 12)
    expect(there.atLeast).toBeCloseTo(here.atMost, 12)
  }))
})
test('it gives up on fine values of many people', () => {
  const fine = Array.from({ length: 20 }, (_, i) => Math.sqrt(i + 2))
  expect(groupDraws(fine, fine.map((value) => value + 1))).toBeNull()
})
test('it draws with a seed where all are too many, near what the table finds', () => {
  const [first, second] = [Array.from({ length: 14 }, (_, i) => (i * 5) % 11), Array.from({ length: 15 }, (_, i) => 1 + (i * 7) % 11)]
  const exact = groupDraws(first, second)!
  const fine = (values: number[]) => values.map((value) => value * Math.PI)
  const sample = groupDraws(fine(first), fine(second), { chance: seededGenerator(3), draws: 5000 })!
  expect(sample.sampled).toBe(5000)
  expect(sample.twoSided).toBeCloseTo(exact.twoSided, 1)
  expect(sample.arrangements / exact.arrangements).toBeCloseTo(1, 6)
})
