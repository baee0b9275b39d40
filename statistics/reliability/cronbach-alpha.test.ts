import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaOf, cronbachAlpha } from './cronbach-alpha.ts'
import { itemTable } from './item-table.ts'

// Variances 2 and 8, covariance 4: 2 (1 - 10/18).
test('it matches the hand case', () => expect(cronbachAlpha(itemTable([[1, 2], [3, 6]]))).toMatchObject({ value: expect.closeTo(8 / 9, 12), n: 2 }))
test('it is 1 for items that say the same', () => expect(alphaOf([[2, 2], [2, 2]])).toBe(1))
test('it does not change when a constant is added to an item', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 9 }), (rows) => {
    const here = cronbachAlpha(itemTable(rows))
    const moved = cronbachAlpha(itemTable(rows.map(([a, b, c]) => [a! + 7, b, c])))
    expect(moved.kind).toBe(here.kind)
    if (here.kind === 'found' && moved.kind === 'found') expect(moved.value).toBeCloseTo(here.value, 8)
  }))
})
test('it has no value when everybody has the same sum', () => {
  expect(cronbachAlpha(itemTable([[1, 3], [2, 2], [3, 1]]))).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two persons and two items', () => {
  expect(cronbachAlpha(itemTable([[1, 2]]))).toMatchObject({ kind: 'too-few' })
  expect(cronbachAlpha(itemTable([[1], [2]]))).toMatchObject({ kind: 'too-few' })
})
