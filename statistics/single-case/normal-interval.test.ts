import { expect, test } from 'vitest'
import { normalInterval } from './normal-interval.ts'

test('it reaches 1.96 standard errors to each side', () => {
  const interval = normalInterval(2, 0.5, 0.95)!
  expect(interval.lower).toBeCloseTo(2 - 0.97998, 5)
  expect(interval.upper).toBeCloseTo(2 + 0.97998, 5)
})

test('it is none where no standard error is known', () => {
  expect(normalInterval(2, null, 0.95)).toBeNull()
})

test('it refuses a confidence of 95', () => {
  expect(() => normalInterval(2, 0.5, 95)).toThrow('confidence: 95')
})
