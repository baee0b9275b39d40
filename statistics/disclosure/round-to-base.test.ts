import { expect, test } from 'vitest'
import { roundToBase } from './round-to-base.ts'

test('it rounds cells and, from the true sums, margins', () => {
  expect(roundToBase([[12, 3, 20], [15, 18, 22]], 5)).toEqual({ rounded: [[10, 5, 20], [15, 20, 20]], rowTotals: [35, 55], columnTotals: [25, 20, 40], grandTotal: 90 })
})
test('it rounds halves up', () => expect(roundToBase([[2, 6, 1]], 4).rounded).toEqual([[4, 8, 0]]))
test('it changes nothing at base 1, and bears an empty table', () => {
  expect(roundToBase([[1, 2]], 1)).toMatchObject({ rounded: [[1, 2]], grandTotal: 3 })
  expect(roundToBase([], 5)).toEqual({ rounded: [], rowTotals: [], columnTotals: [], grandTotal: 0 })
})
test('it refuses a base of 0, rows of unequal length and half people', () => {
  expect(() => roundToBase([[1]], 0)).toThrow('base: 0')
  expect(() => roundToBase([[1, 2], [1]], 5)).toThrow('table, row 2')
  expect(() => roundToBase([[1.5]], 5)).toThrow('table, row 1, column 1')
})
