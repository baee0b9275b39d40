import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalAbove } from '../distributions/normal.ts'
import { seededGenerator } from '../chance/seeded-generator.ts'
import { signFlips } from './sign-flips.ts'

// Sums of +-1 +-2 +-3: 6, 4, 2, 0, 0, -2, -4, -6. Seen 4: at least 4 two of eight, as far from 0 four of eight.
test('it matches the hand case', () => {
  expect(signFlips([-1, 2, 3])).toEqual({ twoSided: 0.5, atLeast: 0.25, atMost: 0.875, arrangements: 8, sampled: null })
})
test('it counts the same by table and by list', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 8 }), (values) => {
    const byTable = signFlips(values)!
    const byList = signFlips(values.map((value) => value * Math.PI))!
    expect(byList.twoSided).toBeCloseTo(byTable.twoSided, 12)
    expect(byList.atLeast).toBeCloseTo(byTable.atLeast, 12)
    expect(byList.atMost).toBeCloseTo(byTable.atMost, 12)
  }))
})
test('it changes sides with the signs', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
    const here = signFlips(values)!
    const turned = signFlips(values.map((value) => -value))!
    expect(turned.atLeast).toBeCloseTo(here.atMost, 12)
    expect(turned.twoSided).toBeCloseTo(here.twoSided, 12)
    expect(here.twoSided).toBeGreaterThan(0)
  }))
})
test('it is exact for many people when values come in steps, and gives up on fine values', () => {
  const many = Array.from({ length: 60 }, () => 0.5)
  expect(signFlips(many)).toMatchObject({ twoSided: 2 ** -59, arrangements: 2 ** 60 })
  expect(signFlips(many.map((value, i) => value + Math.sqrt(i)))).toBeNull()
})
test('it draws with a seed where all are too many, the observed one counted: never 0, near the truth, the same each time', () => {
  const fine = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? -1 : 1) * Math.sqrt(i + 1))
  const sample = () => signFlips(fine, { chance: seededGenerator(7), draws: 4000 })!
  expect(sample()).toEqual(sample())
  expect(sample().sampled).toBe(4000)
  expect(sample().twoSided).toBeGreaterThan(0)
  // Sum 34.97 over the root of the squares, 21.6: 1.6 standard deviations, about one in nine.
  const z = fine.reduce((a, b) => a + b) / Math.sqrt(fine.reduce((a, b) => a + b * b, 0))
  expect(sample().atLeast).toBeCloseTo(normalAbove(z), 1)
  expect(signFlips(fine.map(() => Math.PI).map((value, i) => value + i * Math.E / 1e3), { chance: seededGenerator(1), draws: 99 })!.twoSided).toBe(0.01)
})
