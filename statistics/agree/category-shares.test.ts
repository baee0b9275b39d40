import { expect, test } from 'vitest'
import { categoryShares } from './category-shares.ts'

// (1 + 1/2) / 2 for the first category: a person with one rating counts as much as a person with two.
test('it counts every person the same', () => expect(categoryShares([[1, 0], [1, 1]])).toEqual([0.75, 0.25]))
test('it has shares that add up to 1', () => expect(categoryShares([[3, 0, 1], [0, 2, 2]]).reduce((a, b) => a + b)).toBeCloseTo(1, 12))
