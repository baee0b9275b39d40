import { expect, test } from 'vitest'
import { itemTable } from './item-table.ts'
import { omega } from './omega.ts'

// Four persons whose three items are a, b, c of a balanced plan: with covariances 2, 3, 6 off the diagonal the loadings are 1, 2, 3 by the triad rule.
test('it finds the loadings of three items by the triad rule', () => {
  const table = { persons: 1001, items: 3, missing: 0, answers: [], covariances: [[5, 2, 3], [2, 9, 6], [3, 6, 12]].map((row) => row.map((value) => (value * 1001) / 1000)) }
  const fit = omega(table)
  if (fit.kind !== 'found') throw new Error('three items have one solution')
  fit.loadings.forEach((loading, i) => expect(loading).toBeCloseTo(i + 1, 6))
  fit.uniquenesses.forEach((own, i) => expect(own).toBeCloseTo([4, 5, 3][i]!, 6))
  expect(fit.value).toBeCloseTo(36 / 48, 7)
})
test('it reports a negative uniqueness with a caution', () => {
  const table = { persons: 100, items: 3, missing: 0, answers: [], covariances: [[1, 0.9, 0.8], [0.9, 1, 0.6], [0.8, 0.6, 1]] }
  expect(omega(table)).toMatchObject({ kind: 'found', cautions: ['improper-solution'] })
})
test('it asks for three items and for more persons than items', () => {
  expect(omega(itemTable([[1, 2], [2, 1], [3, 3]]))).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(omega(itemTable([[1, 2, 3], [2, 1, 0]]))).toMatchObject({ kind: 'too-few', needed: 4 })
})
test('it has no value where items say exactly the same, or one answer only', () => {
  expect(omega(itemTable([[1, 1, 1], [2, 2, 2], [3, 3, 3], [5, 5, 5]]))).toMatchObject({ kind: 'not-computable' })
  expect(omega(itemTable([[1, 1, 1], [1, 2, 4], [1, 3, 3], [1, 5, 0]]))).toMatchObject({ kind: 'not-computable' })
})
