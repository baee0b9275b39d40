import { expect, test } from 'vitest'
import { intraclassConsistency } from './intraclass-consistency.ts'
import { twoWayTable } from './two-way-table.ts'

// Between 9, rest 1: 8/10 and 8/9.
test('it matches the hand case', () => {
  const table = twoWayTable([[1, 2], [3, 6]])
  expect(intraclassConsistency(table, 'single')).toMatchObject({ value: 0.8, f: 9, df1: 1, df2: 1 })
  expect(intraclassConsistency(table, 'average')).toMatchObject({ value: 8 / 9 })
})
test('it does not mind a stricter rater', () => {
  expect(intraclassConsistency(twoWayTable([[1, 4], [2, 5], [7, 10]]), 'single')).toMatchObject({ value: 1 })
})
