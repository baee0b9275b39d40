import { expect, test } from 'vitest'
import { logChoose, logFactorial, logGamma } from './log-gamma.ts'

test('it counts the ways to choose 3 of 8', () => {
  expect(Math.exp(logChoose(8, 3))).toBeCloseTo(56, 11)
  expect(logChoose(8, 9)).toBe(-Infinity)
  expect(logChoose(8, 0)).toBe(0)
})

test('it continues the factorials', () => {
  expect(Math.exp(logFactorial(6))).toBeCloseTo(720, 10)
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14)
})
