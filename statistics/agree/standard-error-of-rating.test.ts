import { expect, test } from 'vitest'
import { standardErrorOfRating } from './standard-error-of-rating.ts'
import { twoWayTable } from './two-way-table.ts'

// Rest 1, raters 4, two persons: sqrt(1) and sqrt(1 + 3/2).
test('it matches the hand case', () => {
  const table = twoWayTable([[1, 2], [3, 6]])
  expect(standardErrorOfRating(table, 'consistency')).toMatchObject({ value: 1 })
  expect(standardErrorOfRating(table, 'agreement')).toMatchObject({ value: Math.sqrt(2.5) })
})
test('it asks for two persons', () => expect(standardErrorOfRating(twoWayTable([[1, 2]]), 'agreement')).toMatchObject({ kind: 'too-few' }))
