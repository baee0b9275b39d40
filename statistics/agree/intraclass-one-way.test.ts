import { expect, test } from 'vitest'
import { fromRatio, intraclassOneWay } from './intraclass-one-way.ts'
import { twoWayTable } from './two-way-table.ts'

// Between 9, within 2.5: (9 - 2.5) / (9 + 2.5) and (9 - 2.5) / 9.
test('it matches the hand case', () => {
  const table = twoWayTable([[1, 2], [3, 6]])
  expect(intraclassOneWay(table, 'single')).toMatchObject({ value: 6.5 / 11.5, f: 3.6, df1: 1, df2: 2 })
  expect(intraclassOneWay(table, 'average')).toMatchObject({ value: 6.5 / 9 })
})
test('it is 0 where persons differ no more than ratings of one person', () => expect(fromRatio(1, 4, 'single')).toBe(0))
