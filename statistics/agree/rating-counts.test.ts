import { expect, test } from 'vitest'
import { ratingCounts } from './rating-counts.ts'

test('it counts raters by category for each person', () => {
  expect(ratingCounts([['a', 'a', 'b'], ['b', null, 'b']], ['a', 'b'])).toEqual({ counts: [[2, 1], [0, 2]], ratersOf: [3, 2], missing: 1 })
})
test('it leaves out a person whom nobody rated', () => {
  expect(ratingCounts([[null, null], [1, 1]], [1, 2])).toEqual({ counts: [[2, 0]], ratersOf: [2], missing: 2 })
})
test('it names the place of a rating outside the list', () => {
  expect(() => ratingCounts([[1, 7]], [1, 2])).toThrow('ratings, row 1, place 2: 7')
})
test('it names a row of another length', () => {
  expect(() => ratingCounts([[1, 2], [1]], [1, 2])).toThrow('ratings, row 2: 1 ratings where the first row has 2')
})
