import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { binomialAt, binomialAtLeast, binomialAtMost } from './binomial.ts'

test('it counts coins', () => {
  // four coins: 6 of 16 arrangements have two heads, 11 have at least two
  expect(binomialAt(2, 4, 0.5)).toBeCloseTo(6 / 16, 14)
  expect(binomialAtLeast(2, 4, 0.5)).toBeCloseTo(11 / 16, 14)
  expect(binomialAtMost(2, 4, 0.5)).toBeCloseTo(11 / 16, 14)
})

test('it adds up to the tails', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, any, chance) => {
    const k = any % (n + 1)
    let sum = 0
    for (let i = 0; i <= k; i++) sum += binomialAt(i, n, chance)
    expect(binomialAtMost(k, n, chance)).toBeCloseTo(sum, 11)
    expect(binomialAtLeast(k + 1, n, chance)).toBeCloseTo(1 - sum, 11)
  }))
})

test('it holds where success is never or always', () => {
  expect(binomialAt(0, 5, 0)).toBe(1)
  expect(binomialAt(5, 5, 1)).toBe(1)
  expect(binomialAt(6, 5, 0.5)).toBe(0)
  expect(binomialAtMost(5, 5, 0.3)).toBe(1)
  expect(binomialAtLeast(0, 5, 0.3)).toBe(1)
})
