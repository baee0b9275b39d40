import fc from 'fast-check'
import { expect, test } from 'vitest'
import { variance } from './variance.ts'

test('it divides by n - 1: (1 + 0 + 1) / 2', () => expect(variance([1, 2, 3])).toBe(1))
test('it is 0 for equal numbers', () => expect(variance([4, 4, 4])).toBe(0))
test('it refuses one number', () => expect(() => variance([4])).toThrow('at least two'))
test('it does not change when a constant is added', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 }), (values) => {
    expect(variance(values.map((value) => value + 7))).toBeCloseTo(variance(values), 9)
  }))
})
