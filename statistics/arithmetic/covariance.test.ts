import { expect, test } from 'vitest'
import { covariance } from './covariance.ts'

// Means 2 and 4: (-1)(-2) + 0 + (1)(2) = 4, divided by 2.
test('it matches the hand case', () => expect(covariance([1, 2, 3], [2, 4, 6])).toBe(2))
test('it is the same either way round', () => expect(covariance([1, 5, 2], [0, 3, 3])).toBe(covariance([0, 3, 3], [1, 5, 2])))
test('it refuses lists of unequal length', () => expect(() => covariance([1, 2], [1])).toThrow('same length'))
test('it refuses one pair', () => expect(() => covariance([1], [1])).toThrow('two pairs'))
