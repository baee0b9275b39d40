import { expect, test } from 'vitest'
import { twoWayTable } from './two-way-table.ts'

// Rows 1,2 and 3,6: grand mean 3, persons 1.5 and 4.5, raters 2 and 4; sums of squares 9, 4 and 14 in all.
test('it matches the hand case', () => {
  expect(twoWayTable([[1, 2], [3, 6]])).toEqual({ persons: 2, raters: 2, missing: 0, betweenPersons: 9, betweenRaters: 4, withinPersons: 2.5, rest: 1 })
})
test('it leaves no rest where raters differ by a constant', () => {
  expect(twoWayTable([[0.1, 0.2], [0.3, 0.4], [0.7, 0.8]]).rest).toBe(0)
})
test('it leaves out persons with a missing rating', () => {
  expect(twoWayTable([[1, 2], [null, 2], [3, 6]])).toMatchObject({ persons: 2, missing: 1 })
})
test('it names the place of what is no number, and of a row of another length', () => {
  expect(() => twoWayTable([[1, 2], [3, Infinity]])).toThrow('ratings, row 2, place 2')
  expect(() => twoWayTable([[1, 2], [3]])).toThrow('ratings, row 2: 1 ratings')
})
