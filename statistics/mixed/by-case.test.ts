import { expect, test } from 'vitest'
import { byCase } from './by-case.ts'

test('it keeps cases in the order in which they appear, and rows in theirs', () => {
  expect(byCase(['b', 'a', 'b'], [1, 2, 3])).toEqual([{ label: 'b', rows: [1, 3] }, { label: 'a', rows: [2] }])
})
test('it makes no case of nothing', () => expect(byCase([], [])).toEqual([]))
