import { expect, test } from 'vitest'
import { itemAnalysis } from './item-analysis.ts'
import { itemTable } from './item-table.ts'

// Two items with correlation r: standardised alpha 2r/(1 + r), lambda 6 = 1 - 2(1 - r^2)/(2 + 2r) = r.
test('it matches the hand case', () => {
  const table = itemTable([[1, 1], [2, 3], [3, 2]])
  expect(itemAnalysis(table)).toMatchObject({ value: expect.closeTo(2 / 3, 12), meanCorrelation: expect.closeTo(0.5, 12), lambda6: expect.closeTo(0.5, 12), alphaWithout: [null, null] })
})
test('it sets each item against the others only', () => {
  const result = itemAnalysis(itemTable([[1, 1, 2], [2, 2, 4], [3, 3, 9]]))
  expect(result.kind === 'found' && result.alphaWithout[2]).toBeCloseTo(1, 12)
})
test('it has no lambda 6 where an item follows from the others', () => {
  expect(itemAnalysis(itemTable([[1, 2, 3], [2, 1, 3], [5, 2, 7], [0, 1, 1]]))).toMatchObject({ kind: 'found', lambda6: null })
})
test('it has no value where an item has one answer only', () => {
  expect(itemAnalysis(itemTable([[1, 2], [1, 3]]))).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two persons', () => expect(itemAnalysis(itemTable([[1, 2]]))).toMatchObject({ kind: 'too-few' }))
