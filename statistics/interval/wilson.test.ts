import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

// None of n: upper bound z^2 / (n + z^2).
test('it matches the hand case', () => {
  const square = 1.959963984540054 ** 2
  expect(wilson(0, 5)).toMatchObject({ interval: { lower: 0, upper: expect.closeTo(square / (5 + square), 12) } })
})
